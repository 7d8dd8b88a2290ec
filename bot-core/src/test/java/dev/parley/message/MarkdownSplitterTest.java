package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A long text in parts")
final class MarkdownSplitterTest {
  private static List<String> split(String text, int limit) {
    return new MarkdownSplitter(limit, String::length).split(text);
  }

  @Test
  @DisplayName("is cut between blocks where the parts are not left half empty")
  void blocks() {
    String text = "First here, some words.\n\n## Second\n\nThird, which is a bit longer.";

    assertThat(split(text, 45))
        .containsExactly("First here, some words.", "## Second\n\nThird, which is a bit longer.");
  }

  @Test
  @DisplayName("is cut between sentences, then between words, then between characters")
  void sentences() {
    assertThat(split("One sentence is here, long. And another one is **here**.", 40))
        .containsExactly("One sentence is here, long.", "And another one is **here**.");
    assertThat(split("words ".repeat(10), 40))
        .containsExactly("words words words words words words", "words words words words");
    assertThat(split("x".repeat(90), 40)).allMatch(part -> part.matches("x+")).hasSizeLessThan(6);
  }

  @Test
  @DisplayName("keeps characters whole that are made of several")
  void graphemes() {
    List<String> parts = split("👩‍👩‍👧".repeat(20), 45);

    assertThat(parts).allMatch(part -> part.replace("👩‍👩‍👧", "").isEmpty());
  }

  @Test
  @DisplayName("opens a code fence again with its language")
  void fences() {
    assertThat(split("```java\nint first = 1111;\nint second = 2222;\nint third;\n```", 47))
        .containsExactly(
            "```java\nint first = 1111;\n```", "```java\nint second = 2222;\nint third;\n```");
  }

  @Test
  @DisplayName("repeats a table's header above its further rows")
  void tables() {
    String text = "|a|b|\n|-|-:|\n|first row|1|\n|second row|2|\n|third|3|";

    assertThat(split(text, 44))
        .containsExactly(
            "|a|b|\n|---|---:|\n|first row|1|", "|a|b|\n|---|---:|\n|second row|2|\n|third|3|");
  }

  @Test
  @DisplayName("goes on counting in a list, and ends an item without a second bullet")
  void lists() {
    assertThat(split("1. one one one one one\n1. two two two two two two two\n1. three", 42))
        .containsExactly("1. one one one one one", "2. two two two two two two two\n3. three");
    assertThat(split("- one one one one one one. Two two two two two two.\n- next", 40))
        .containsExactly("- one one one one one one.", "Two two two two two two.\n\n- next");
  }

  @Test
  @DisplayName("goes on quoting in a quote, and asks again what is to be done")
  void quotes() {
    assertThat(split("> one one one one one\n> two two two two two two", 40))
        .containsExactly("> one one one one one", "> two two two two two two");
    assertThat(split("- [x] one one one one one one\n- [ ] two two two two", 40))
        .containsExactly("- [x] one one one one one one", "- [ ] two two two two");
  }

  @Test
  @DisplayName("never cuts a link, and keeps the address that stands elsewhere with it")
  void links() {
    assertThat(split("Some words before it [a link](https://example.test) end", 40))
        .containsExactly("Some words before", "it [a link](https://example.test) end");
    assertThat(split("Read [this][1] and some more words.\n\n[1]: https://a.test", 40))
        .containsExactly("Read [this](https://a.test) and some", "more words.");
  }

  @Test
  @DisplayName("never cuts a moment, which is its words alone where it has no room")
  void moments() {
    String moment = "[25 Nov 2026, 14:00 UTC](time:1795615200)";

    assertThat(split("Some words before it. " + moment + " and after it", 50))
        .containsExactly("Some words before", "it. " + moment + " and", "after it");
    assertThat(split("Before. [the end of **all**](time:1795615200)", 40))
        .containsExactly("Before.", "[the end of **all**](time:1795615200)");
    assertThat(split("Before. " + moment + " after", 40))
        .containsExactly("Before.", "25 Nov 2026, 14:00 UTC after");
  }

  @Test
  @DisplayName("counts a moment as it is shown")
  void momentsAsShown() {
    String text = "words ".repeat(5) + "[soon](time:1795615200) " + "words ".repeat(5);

    assertThat(new MarkdownSplitter(66, part -> PlainMoments.of(part).text().length()).split(text))
        .containsExactly(text);
  }

  @Test
  @DisplayName("needs some room")
  void noRoom() {
    assertThatThrownBy(() -> new MarkdownSplitter(3, String::length))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("is cut in time, however long and strange it is")
  void hostile() {
    for (String piece : List.of("> ", "- ", "*a **b ", "[", "`", "|a", "a", "🙂", "a\n")) {
      assertThat(split(piece.repeat(60_000 / piece.length()) + "x", 2000))
          .isNotEmpty()
          .allMatch(part -> part.length() <= 2000);
    }
  }

  @Property(tries = 1_000)
  @Label("keeps every part within the limit, and every word once and in order")
  void nothingLost(@ForAll("texts") String text, @ForAll @IntRange(min = 60, max = 400) int limit) {
    List<String> parts = split(text, limit);

    assertThat(parts).allMatch(part -> part.length() <= limit);
    assertThat(letters(parts)).isEqualTo(letters(List.of(text)));
  }

  @Property(tries = 1_000)
  @Label("is never longer than the limit, whatever goes in")
  void limit(@ForAll("anything") String text, @ForAll @IntRange(min = 40, max = 200) int limit) {
    assertThat(split(text, limit)).allMatch(part -> part.length() <= limit);
  }

  @Property(tries = 500)
  @Label("is not cut again, and a short text is left as it is")
  void stable(@ForAll("anything") String text, @ForAll @IntRange(min = 40, max = 200) int limit) {
    for (String part : split(text, limit)) {
      assertThat(split(part, limit)).containsExactly(part);
    }
    assertThat(split(text, Math.max(40, text.length()))).containsExactly(text);
  }

  @Property(tries = 500)
  @Label("closes in each part the fences that it opens there")
  void balanced(@ForAll("texts") String text, @ForAll @IntRange(min = 60, max = 400) int limit) {
    for (String part : split(text, limit)) {
      Markdown.parse(part).document().accept(new ClosedFences());
    }
  }

  private static final class ClosedFences extends AbstractVisitor {
    @Override
    public void visit(FencedCodeBlock fence) {
      assertThat(fence.getClosingFenceLength()).isNotNull();
    }
  }

  private static String letters(List<String> parts) {
    return parts.stream()
        .map(part -> Markdown.parse(part).words())
        .collect(Collectors.joining())
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  @Provide
  Arbitrary<String> texts() {
    return MarkdownTexts.wellFormed();
  }

  @Provide
  Arbitrary<String> anything() {
    return MarkdownTexts.any();
  }
}
