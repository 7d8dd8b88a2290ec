package dev.parley.ingestion;

import static dev.parley.ingestion.Texts.markdown;
import static dev.parley.ingestion.Texts.passages;
import static dev.parley.ingestion.Texts.plain;
import static dev.parley.ingestion.Texts.said;
import static dev.parley.ingestion.Texts.sentences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.ingestion.SourceText.Form;
import dev.parley.knowledge.Passage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A text that is split")
class PassageSplitterTest {
  private static final String HANDBOOK =
      """
      # Handbook

      Welcome.

      ## Leave

      Thirty days.

      ### Sickness

      Stay at home.

      ## Travel

      By train.
      """;

  @Test
  @DisplayName(
      "in Markdown has a passage for each section, which knows its headings and their place")
  void sections() {
    SplitText split = PassageSplitter.split(markdown(HANDBOOK));

    assertThat(split.title()).isEqualTo("Handbook");
    assertThat(split.passages())
        .extracting(Passage::position, Passage::headings, Passage::text)
        .containsExactly(
            tuple(0, List.of(), "Welcome."),
            tuple(1, List.of("Leave"), "Thirty days."),
            tuple(2, List.of("Leave", "Sickness"), "Stay at home."),
            tuple(3, List.of("Travel"), "By train."));
    assertThat(split.passages())
        .extracting(passage -> passage.anchor().orElse(""))
        .containsExactly("handbook", "leave", "sickness", "travel");
  }

  @Test
  @DisplayName("keeps headings that are as high as that of its title")
  void manyTops() {
    assertThat(passages(markdown("# One\n\na\n\n# Two\n\nb")))
        .extracting(Passage::headings)
        .containsExactly(List.of("One"), List.of("Two"));
  }

  @Test
  @DisplayName("tells a heading with nothing below it as words")
  void emptySections() {
    assertThat(passages(markdown("# One\n\n## Two\n\n## Three\n\nx\n\n## Four")))
        .extracting(Passage::headings, Passage::text)
        .containsExactly(
            tuple(List.of(), "Two"), tuple(List.of("Three"), "x"), tuple(List.of(), "Four"));
  }

  @Test
  @DisplayName("is called what it says of itself, its first heading, its file, or its first words")
  void titles() {
    String matter = "---\ntitle: \"The plan\"\ntags: [a]\n---\n# Other\n\nx";
    SourceText named =
        new SourceText(Form.MARKDOWN, "My note", "", "text/markdown", "x", List.of());
    SourceText nameless =
        new SourceText(
            Form.MARKDOWN,
            "",
            "",
            "text/markdown",
            "**Lunch**\nis at " + "one ".repeat(30),
            List.of());

    assertThat(PassageSplitter.split(markdown(matter)).title()).isEqualTo("The plan");
    assertThat(said(markdown(matter)).getFirst()).contains("tags: [a]").doesNotContain("The plan");
    assertThat(PassageSplitter.split(markdown("Words\n# Later")).title()).isEqualTo("notes.md");
    assertThat(PassageSplitter.split(plain("Words")).title()).isEqualTo("notes.txt");
    assertThat(PassageSplitter.split(named).title()).isEqualTo("My note");
    assertThat(PassageSplitter.split(nameless).title())
        .isEqualTo("Lunch is at one one one one one one one one one one one one…");
  }

  @Test
  @DisplayName("keeps small blocks below a heading together, and lists, code and tables whole")
  void together() {
    String list =
        IntStream.range(0, 20).mapToObj(at -> "- item " + at).collect(Collectors.joining("\n"));
    String code = "```java\nint a;\n\n\nint b;\n```";
    String table = "| a | b |\n|---|---|\n| 1 | 2 |";
    String text = "Look:\n\n" + list + "\n\n" + code + "\n\n" + table;

    assertThat(said(markdown(text))).containsExactly(text);
  }

  @Test
  @DisplayName("says the head of a table again in each of its parts")
  void tables() {
    String rows =
        IntStream.range(0, 100)
            .mapToObj(at -> "| Person " + at + " | Room " + at + " |")
            .collect(Collectors.joining("\n"));

    List<String> said = said(markdown("| Who | Where |\n|---|---|\n" + rows));

    assertThat(said)
        .hasSizeGreaterThan(2)
        .allSatisfy(part -> assertThat(part).startsWith("|Who|Where|"));
    assertThat(String.join("\n", said)).contains("Person 0", "Person 99");
  }

  @Test
  @DisplayName("opens the fence of code again in each of its parts")
  void fences() {
    String lines =
        IntStream.range(0, 150)
            .mapToObj(at -> "call(" + at + ");")
            .collect(Collectors.joining("\n"));

    assertThat(said(markdown("```java\n" + lines + "\n```")))
        .hasSizeGreaterThan(1)
        .allSatisfy(part -> assertThat(part).startsWith("```java\n").endsWith("```"));
  }

  @Test
  @DisplayName(
      "is cut between sentences where a paragraph is long, of which the last is said again")
  void overlap() {
    List<String> said = said(plain(sentences("cat", 80)));

    assertThat(said).hasSizeGreaterThan(1);
    for (int at = 1; at < said.size(); at++) {
      String last = said.get(at - 1).substring(said.get(at - 1).lastIndexOf("The cat"));
      assertThat(said.get(at)).startsWith(last).endsWith("is here.");
    }
  }

  @Test
  @DisplayName("has no overlap where no paragraph is cut")
  void noOverlap() {
    String one = sentences("cat", 25);
    String other = sentences("dog", 25);

    assertThat(said(plain(one + "\n\n" + other))).containsExactly(one, other);
  }

  @Test
  @DisplayName("is cut within a word only where that is too long, and never within a letter")
  void longWords() {
    String faces =
        IntStream.range(0x20000, 0x20000 + 2_000)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    List<String> said = said(plain("a " + faces));

    assertThat(said)
        .allSatisfy(
            part -> {
              assertThat(part.length()).isLessThanOrEqualTo(PassageSizes.MOST);
              assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
              assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1))).isFalse();
            });
    assertThat(String.join("", said)).isEqualTo("a" + faces);
  }

  @Test
  @DisplayName("keeps all other passages where a section changes")
  void stable() {
    String before = sections(-1);
    String after = sections(7);

    List<String> hashes = hashes(before);
    List<String> changed = new ArrayList<>(hashes(after));
    changed.removeAll(hashes);

    assertThat(hashes(before)).isEqualTo(hashes);
    assertThat(hashes).hasSize(20);
    assertThat(changed).hasSize(1);
  }

  private static String sections(int changed) {
    return IntStream.range(0, 20)
        .mapToObj(at -> "## S" + at + "\n\n" + sentences(at == changed ? "dog" : "cat", 5))
        .collect(Collectors.joining("\n\n", "# All\n\n", ""));
  }

  private static List<String> hashes(String text) {
    return passages(markdown(text)).stream().map(Passage::hash).toList();
  }

  @Test
  @DisplayName("tells once what it says twice in the same place")
  void repeated() {
    String notice = sentences("notice", 30);

    assertThat(said(plain(String.join("\n\n", Collections.nCopies(5, notice)))))
        .containsExactly(notice);
  }

  @Test
  @DisplayName("of a page takes the places of headings that the page tells")
  void anchors() {
    SourceText page =
        new SourceText(
            Form.MARKDOWN, "Docs", "", "text/html", "## A\n\nx\n\n## B\n\ny", List.of("sec-a", ""));

    assertThat(passages(page))
        .extracting(Passage::anchor)
        .containsExactly(Optional.of("sec-a"), Optional.empty());
  }

  @Test
  @DisplayName("has no passages where it says nothing")
  void nothing() {
    assertThat(passages(plain(" \n\n "))).isEmpty();
    assertThat(passages(markdown("\n"))).isEmpty();
    assertThat(passages(Texts.code("a.py", "\n\n"))).isEmpty();
    assertThat(passages(Texts.table("\n"))).isEmpty();
  }
}
