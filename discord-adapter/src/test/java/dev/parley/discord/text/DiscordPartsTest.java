package dev.parley.discord.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Markdown;
import dev.parley.testkit.message.HostileTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A long answer in Discord")
final class DiscordPartsTest {
  private static String seen(List<String> parts) {
    return parts.stream()
        .map(part -> DiscordClient.reading(part).seen())
        .collect(Collectors.joining("\n"));
  }

  @Test
  @DisplayName("is one message where it fits, counted as Discord shows it")
  void fits() {
    assertThat(DiscordText.parts("Some **words**.", 0)).containsExactly("Some **words**.");
    assertThat(DiscordText.parts("x".repeat(2_000), 0)).hasSize(1);
    assertThat(DiscordText.parts("x".repeat(2_000), 1)).hasSize(2);
    assertThat(DiscordText.parts("\\*".repeat(1_000), 0)).hasSize(1);
    assertThat(DiscordText.parts("\\`".repeat(1_001), 0)).hasSize(2);
    assertThat(DiscordText.parts("[a]: x", 0)).isEmpty();
  }

  @Test
  @DisplayName("leaves room for what is written below it")
  void reserve() {
    assertThat(DiscordText.parts("word ".repeat(1_000), 300))
        .allMatch(part -> part.length() <= 1_700)
        .hasSize(3);
  }

  @Test
  @DisplayName("keeps moments whole, and counts them as Discord gets them")
  void moments() {
    String one = "x [y](time:1795615200) ";
    String shown = "x <t:1795615200:f> (<t:1795615200:R>)";

    List<String> parts = DiscordText.parts(one.repeat(150), 0);

    assertThat(parts)
        .hasSizeGreaterThan(2)
        .allMatch(part -> part.length() <= 2_000 && part.replace(shown, "").isBlank());
  }

  @Test
  @DisplayName("opens its code again, and goes on quoting and counting")
  void continued() {
    String code = "```java\n" + "int i;\n".repeat(400) + "```";
    String quote = "> " + "word ".repeat(500);
    String list = "1. some words of an item\n".repeat(200);

    assertThat(DiscordText.parts(code, 0)).allMatch(part -> part.matches("(?s)```java\n.*\n```"));
    assertThat(DiscordText.parts(quote, 0)).allMatch(part -> part.startsWith("> "));
    assertThat(DiscordText.parts(list, 0).getLast()).contains("\n200. some").doesNotStartWith("1.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "🙂",
        "漢",
        "*",
        "<@12>",
        "https://discord.gg/abc ",
        "`",
        "|a",
        "> ",
        "- ",
        "[a.",
        "a.",
        "[a]"
      })
  @DisplayName("is cut in time, however strange it is")
  void strange(String piece) {
    String text = piece.repeat(20_000 / piece.length()) + "x";

    assertThat(DiscordText.parts(text, 0)).isNotEmpty().allMatch(part -> part.length() <= 2_000);
    assertThat(DiscordText.parts("[" + text + "](https://a.test)", 0))
        .isNotEmpty()
        .allMatch(part -> part.length() <= 2_000);
    assertThat(DiscordText.growing(text, 0)).hasSizeLessThanOrEqualTo(2_000);
  }

  @Test
  @DisplayName("shows its beginning while it grows, with its code closed")
  void growing() {
    assertThat(DiscordText.growing("Look:\n```java\nint i", 0))
        .isEqualTo("Look:\n\n```java\nint i\n```");
    assertThat(DiscordText.growing("Hi @every", 0)).isEqualTo("Hi @every");
    assertThat(DiscordText.growing("See [the docs](https://a.te", 0)).isEqualTo("See");
    assertThat(DiscordText.growing("", 0)).isEmpty();
    String text = "Some words. ".repeat(400);
    assertThat(DiscordText.growing(text, 50)).isEqualTo(DiscordText.parts(text, 50).getFirst());
  }

  @Test
  @DisplayName("is only its words in a file")
  void words() {
    assertThat(DiscordText.words("## Title\n\nSome **words** & [more](https://a.test)"))
        .isEqualTo("Title\nSome words & more");
  }

  @Property(tries = 100, seed = "20261122")
  @Label("fits, is harmless, and is seen to the last letter")
  void nothingLost(@ForAll("hostile") String text, @ForAll @IntRange(max = 1_900) int reserve) {
    List<String> parts = DiscordText.parts(text, reserve);

    assertThat(parts).allMatch(part -> part.length() <= 2_000 - reserve && !part.isBlank());
    assertThat(parts).noneMatch(DangerousTexts::pings).noneMatch(DangerousTexts::invites);
    assertThat(parts).noneMatch(DangerousTexts::lures);
    String words = Markdown.parse(text).words().replaceAll("(?i)%2e", ".");
    assertThat(seen(parts)).matches(all -> HostileTexts.keeps(all, words), words);
  }

  @Property(tries = 100, seed = "20261122")
  @Label("shows no marks, in no part and at no time while it grows")
  void wellFormed(@ForAll("orderly") String text, @ForAll @IntRange(min = 1, max = 9) int steps) {
    assertThat(seen(DiscordText.parts(text, 1_500))).doesNotContain("`", "*", "~~", "](");
    for (int step = 1; step <= steps; step++) {
      String soFar = text.substring(0, text.length() * step / steps);
      String shown = DiscordText.growing(soFar, 1_500);

      assertThat(shown).hasSizeLessThanOrEqualTo(500);
      assertThat(seen(List.of(shown))).doesNotContain("`", "](");
    }
  }

  @Property(tries = 100, seed = "20261122")
  @Label("is harmless at any time while it grows")
  void growsHarmless(
      @ForAll("hostile") String text, @ForAll @IntRange(min = 1, max = 9) int steps) {
    for (int step = 1; step <= steps; step++) {
      String shown = DiscordText.growing(text.substring(0, text.length() * step / steps), 0);

      assertThat(shown).hasSizeLessThanOrEqualTo(2_000);
      assertThat(shown).matches(safe -> !DangerousTexts.pings(safe), "pings nobody");
      assertThat(shown).matches(safe -> !DangerousTexts.invites(safe), "invites nowhere");
      assertThat(shown).matches(safe -> !DangerousTexts.lures(safe), "leads where it says");
    }
  }

  @Property(tries = 100, seed = "20261122")
  @Label("keeps all that is in its tables, whatever their width")
  void tables(
      @ForAll @IntRange(min = 1, max = 5) int columns,
      @ForAll @IntRange(min = 1, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 60) int width) {
    List<String> cells = new ArrayList<>();
    StringBuilder table = new StringBuilder();
    for (int row = 0; row <= rows; row++) {
      for (int column = 0; column < columns; column++) {
        String cell = "r%dc%d".formatted(row, column) + "x".repeat(width);
        cells.add(cell);
        table.append('|').append(cell);
      }
      table.append(row == 0 ? "|\n" + "|-".repeat(columns) + "|\n" : "|\n");
    }

    List<String> parts = DiscordText.parts(table.toString(), 0);

    assertThat(parts).allMatch(part -> part.length() <= 2_000);
    assertThat(seen(parts)).contains(cells);
    assertThat(seen(parts))
        .containsSubsequence(cells.stream().skip(columns).toList())
        .doesNotContain("*");
    assertThat(seen(parts).lines().mapToInt(String::length).max().orElse(0))
        .isLessThanOrEqualTo(Math.max(56, 2 * (width + 7)));
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.oneOf(DangerousTexts.any().map(text -> text.replace("|-|-|", "")), orderly())
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(blocks -> String.join("\n\n", blocks));
  }

  @Provide
  Arbitrary<String> orderly() {
    return Arbitraries.oneOf(
            words(60),
            words(6).map(words -> "## " + words),
            Combinators.combine(words(9), words(9), words(9)).as("%s **%s** and *%s*"::formatted),
            words(9).map(words -> "See [" + words + "](https://example.test/a?b=c)."),
            words(9).list().ofMinSize(1).ofMaxSize(9).map(lines -> marked("- ", lines)),
            words(9).list().ofMinSize(1).ofMaxSize(9).map(lines -> marked("1. ", lines)),
            words(9).list().ofMinSize(1).ofMaxSize(9).map(lines -> marked("> ", lines)),
            words(9)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(lines -> "```java\n" + String.join("\n", lines) + "\n```"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(blocks -> String.join("\n\n", blocks));
  }

  private static String marked(String mark, List<String> lines) {
    return mark + String.join("\n" + mark, lines);
  }

  private static Arbitrary<String> words(int most) {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .ofMinLength(1)
        .ofMaxLength(9)
        .list()
        .ofMinSize(1)
        .ofMaxSize(most)
        .map(words -> String.join(" ", words));
  }
}
