package dev.parley.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A text that cites passages by their marks")
class MarkFilterTest {
  private static final List<String> PIECES =
      List.of(
          "[K3F9A0]",
          "[KABCDE]",
          "[K99999]",
          "K3F9A0",
          "KABCDE",
          "(K3F9A0)",
          "[K3F9A0, KABCDE]",
          "**[K3F9A0]**",
          "`[KABCDE]`",
          "[K3F9A0](https://example.org/x)",
          "\\[K3F9A0\\]",
          "[k3f9a0]",
          "【K3F9A0】",
          "[K3F9A0; K12345]",
          "[K3F",
          "K3F9A",
          "[K",
          "[",
          "]",
          "(",
          ")",
          "*",
          "**",
          "_",
          "`",
          "```\n",
          " ",
          "  ",
          "\n",
          "\n\n",
          ".",
          ", ",
          "K",
          "0",
          "word",
          "Ünïcödé 😀",
          "[link](u)",
          "[K3F9A0, page 3]",
          "\\",
          "- ",
          "| ",
          "[^K3F9A0]",
          "[[KABCDE]]");

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 3_000)
  @Label("comes out the same however it was divided")
  void anySplit(@ForAll("texts") String text, @ForAll long seed) {
    Quoted.Out whole = Quoted.of(List.of(text));

    assertThat(Quoted.of(divided(text, seed))).isEqualTo(whole);
    assertThat(Quoted.of(List.of(text.split("")))).isEqualTo(whole);
  }

  private static List<String> divided(String text, long seed) {
    java.util.Random random = new java.util.Random(seed);
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + 1 + random.nextInt(9));
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }

  @Property(tries = 3_000)
  @Label("never shows the mark of a passage that was given, and no mark in square brackets")
  void noLeak(@ForAll("texts") String text) {
    String shown = Quoted.of(List.of(text)).text();

    assertThat(shown).doesNotContain("K3F9A0").doesNotContain("KABCDE").doesNotContain("[K99999]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          You have 30 days [K3F9A0].            | You have 30 days.   | 16:[Leave]
          You have 30 days.[K3F9A0]             | You have 30 days.   | 17:[Leave]
          You have 30 days. [K3F9A0][KABCDE] So | You have 30 days. So| 17:[Leave, Travel]
          Days [K3F9A0], [KABCDE] and           | Days and            | 4:[Leave, Travel]
          Days [K3F9A0, KABCDE]                 | Days                | 4:[Leave, Travel]
          Days [K3F9A0 and k12345]              | Days                | 4:[Leave]
          Days **[K3F9A0]**                     | Days                | 4:[Leave]
          **Days [K3F9A0]** are                 | **Days** are        | 6:[Leave]
          Days (K3F9A0) are                     | Days are            | 4:[Leave]
          Days K3F9A0 are                       | Days are            | 4:[Leave]
          Days [Source: K3F9A0, page 3] are     | Days are            | 4:[Leave]
          Days [K3F9A0](https://evil.org/) are  | Days are            | 4:[Leave]
          Days \\[K3F9A0\\] are                 | Days are            | 4:[Leave]
          Days `[K3F9A0]` are                   | Days are            | 4:[Leave]
          Days [K12345][K99999] are             | Days are            | ""
          Part (K12345), or K12345              | Part (K12345), or K12345 | ""
          [KFC] and [K1] and [link](x)          | [KFC] and [K1] and [link](x) | ""
          """)
  @DisplayName("is shown without them, whatever they look like")
  void written(String text, String shown, String cites) {
    Quoted.Out out = Quoted.of(List.of(text));

    assertThat(out.text()).isEqualTo(shown);
    assertThat(String.join(" ", out.cites())).isEqualTo(cites);
  }

  @Test
  @DisplayName("loses a mark that stands on a line of its own with its line")
  void ownLine() {
    Quoted.Out out = Quoted.of(List.of("One.\n[K3F9A0]\n\nTwo.\n\n[KABCDE]"));

    assertThat(out).isEqualTo(new Quoted.Out("One.\n\nTwo.", List.of("4:[Leave]", "10:[Travel]")));
  }

  @ParameterizedTest
  @CsvSource({"'One [K3F9A0',One", "'One [K3F',One", "'One [',One [", "'One [KABCDE, K3F',One"})
  @DisplayName("loses a mark that broke off at its end")
  void brokenOff(String text, String shown) {
    assertThat(Quoted.of(List.of(text)).text()).isEqualTo(shown);
  }

  @Test
  @DisplayName("is passed on at once as long as no mark can begin")
  void atOnce() {
    StringBuilder text = new StringBuilder();
    MarkFilter filter =
        new MarkFilter(
            Quoted.GIVEN,
            new MarkFilter.Reader() {
              @Override
              public void text(String more) {
                text.append(more);
              }

              @Override
              public void cites(List<QuotedPassage> passages) {}
            });

    filter.hear("You have 30 [");

    assertThat(text).hasToString("You have 30");
  }
}
