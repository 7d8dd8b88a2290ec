package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A moment in a text")
final class MomentTest {
  private static final Instant TWO = Instant.parse("2026-11-25T14:00:00Z");

  private static List<Moment> moments(String markdown) {
    List<Moment> found = new ArrayList<>();
    Markdown.parse(markdown)
        .document()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                Moment.of(link).ifPresent(found::add);
              }
            });
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UTC           | [25 Nov 2026, 14:00 UTC](time:1795615200)
          Z             | [25 Nov 2026, 14:00 UTC](time:1795615200)
          +05:30        | [25 Nov 2026, 19:30 UTC+05:30](time:1795615200)
          Europe/Berlin | [25 Nov 2026, 15:00 CET](time:1795615200)
          """)
  @DisplayName("is a link with words for those who cannot see it in their own time")
  void written(String zone, String markdown) {
    assertThat(Moment.markdown(TWO, ZoneId.of(zone))).isEqualTo(markdown);
    assertThat(moments(markdown)).extracting(Moment::instant).containsExactly(TWO);
  }

  @Test
  @DisplayName("has words of one line, without marks")
  void words() {
    assertThat(moments("At [the **end**\nof *it*](time:0)."))
        .containsExactly(new Moment(Instant.EPOCH, "the end of it"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time:",
        "time:-1",
        "time:+1",
        "time:1.5",
        "time:1e3",
        "time:x",
        "TIME:1",
        "time:1?x",
        "time:253402300800",
        "time:99999999999999999999",
        "time:١٢٣",
        "time://1",
        "https://a.test"
      })
  @DisplayName("is none where the link leads elsewhere, or to no time that makes sense")
  void none(String destination) {
    assertThat(moments("[x](" + destination + ")")).isEmpty();
    assertThat(PlainMoments.of("[x](" + destination + ")").text())
        .isEqualTo("[x](" + destination + ")");
  }

  @Test
  @DisplayName("is none without words, or of a year that platforms do not show")
  void wordless() {
    assertThat(moments("[](time:1) [ ](time:1) ![x](time:1)")).isEmpty();
    assertThat(moments("[x](time:253402300799)")).hasSize(1);
    assertThatThrownBy(() -> Moment.markdown(Instant.MAX, ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          Until [2 PM](time:1795615200), *then* [x](y) ¦ Until 2 PM, *then* [x](y)
          [**2 PM**](time:1795615200 "title")          ¦ **2 PM**
          > [a\\n> b](\\n> time:1) c                    ¦ > a\\n> b c
          [a [b](time:1)](time:2)                      ¦ a b
          [a][1]\\n\\n[1]: time:1                      ¦ a\\n\\n[1]: time:1
          <time:1>                                     ¦ time:1
          `[x](time:1)` [x](time:-1)                   ¦ `[x](time:1)` [x](time:-1)
          """)
  @DisplayName("is its words where nothing better can be shown, and all else stays as it was")
  void plain(String markdown, String shown) {
    assertThat(PlainMoments.of(markdown.replace("\\n", "\n")).text())
        .isEqualTo(shown.replace("\\n", "\n"));
  }

  @Test
  @DisplayName("leaves each character at a place that is known")
  void places() {
    PlainMoments plain = PlainMoments.of("a [b](time:1) c");

    assertThat(plain.text()).isEqualTo("a b c");
    assertThat(plain.origin(2)).isEqualTo(3);
    assertThat(plain.origin(5)).isEqualTo(15);
    assertThat(plain.before(3)).isEqualTo(2);
    assertThat(plain.before(9)).isEqualTo(3);
    assertThat(plain.before(15)).isEqualTo(5);
  }

  @Property(tries = 1_000)
  @Label("leaves no link to itself in a plain text, and loses no letter of it")
  void plainOfAnything(@ForAll("texts") String text) {
    String plain = PlainMoments.of(text).text();

    assertThat(moments(plain).stream().filter(moment -> !moment.words().startsWith("time:")))
        .isEmpty();
    assertThat(letters(plain)).isEqualTo(letters(text));
  }

  private static String letters(String text) {
    return text.replaceAll("time:[0-9]+|[^\\p{L}]", "");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "[",
            "]",
            "(",
            ")",
            "a",
            "é",
            " ",
            "\n",
            "> ",
            "- ",
            "**",
            "`",
            "\\",
            "&amp;",
            "<",
            ">",
            "time:1795615200",
            "](time:1)",
            "[b](time:1795615200)",
            "![b](time:1)")
        .list()
        .ofMaxSize(30)
        .map(list -> String.join("", list));
  }
}
