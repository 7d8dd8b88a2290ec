package dev.parley.ingestion;

import static dev.parley.ingestion.Texts.code;
import static dev.parley.ingestion.Texts.pages;
import static dev.parley.ingestion.Texts.passages;
import static dev.parley.ingestion.Texts.said;
import static dev.parley.ingestion.Texts.sentences;
import static dev.parley.ingestion.Texts.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.knowledge.Passage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What is split")
class FormsTest {
  @Nested
  @DisplayName("of pages")
  class Pages {
    @Test
    @DisplayName("is of one page, so that the right one is cited")
    void numbers() {
      String text =
          "## Page 1\n\nShort.\n\n## Page 2\n\n" + sentences("cat", 60) + "\n\n## Page 4\n\nEnd.";

      List<Passage> passages = passages(pages(text));

      assertThat(passages)
          .extracting(Passage::page)
          .containsExactly(
              Optional.of(1), Optional.of(2), Optional.of(2), Optional.of(2), Optional.of(4));
      assertThat(passages).allSatisfy(passage -> assertThat(passage.headings()).isEmpty());
      assertThat(passages.getFirst().text()).isEqualTo("Short.");
    }

    @Test
    @DisplayName("says once what stands at the edges of all pages, but for their numbers")
    void edges() {
      String text =
          IntStream.rangeClosed(1, 5)
              .mapToObj(
                  at ->
                      "## Page %1$d\n\nAnnual report\nWords of %2$s.\nPage %1$d of 5"
                          .formatted(at, "abcde".charAt(at - 1)))
              .collect(Collectors.joining("\n\n"));

      String said = String.join("\n", said(pages(text)));

      assertThat(said).containsOnlyOnce("Annual report").containsOnlyOnce("of 5");
      assertThat(said).contains("Words of a.", "Words of e.");
    }

    @Test
    @DisplayName("puts words together that the end of a line divides")
    void hyphens() {
      assertThat(said(pages("## Page 1\n\nAll our knowl-\nedge of A-\nB and x-\ny")))
          .containsExactly("All our knowledge of A-\nB and x-\ny");
    }

    @Test
    @DisplayName("takes a line for a page's only where its number is the next")
    void likenesses() {
      assertThat(passages(pages("## Page 3\n\nSee\n## Page 2\nthere.")))
          .extracting(Passage::page, Passage::text)
          .containsExactly(tuple(Optional.of(3), "See\n## Page 2\nthere."));
    }
  }

  @Nested
  @DisplayName("of source code")
  class Code {
    private static final String METHODS =
        IntStream.range(0, 40)
            .mapToObj(
                at ->
                    "  int method"
                        + at
                        + "() {\n    // says what it is for\n    return "
                        + at
                        + ";\n  }")
            .collect(Collectors.joining("\n\n", "class Numbers {\n\n", "\n}\n"));

    @Test
    @DisplayName("is cut between methods, and says in which class they are")
    void methods() {
      List<Passage> passages = passages(code("Numbers.java", METHODS));

      assertThat(passages).hasSizeGreaterThan(1);
      assertThat(passages)
          .allSatisfy(
              passage -> assertThat(passage.text()).startsWith("```java\n").endsWith("\n```"));
      assertThat(passages.subList(1, passages.size()))
          .allSatisfy(
              passage -> {
                assertThat(passage.headings()).isSubsetOf("class Numbers");
                assertThat(passage.text().lines().toList().get(1)).matches("  int method.*|}");
              });
    }

    @Test
    @DisplayName("is called like its file, and short files stay whole")
    void whole() {
      SplitText split =
          PassageSplitter.split(code("run.py", "import os\n\n\ndef run():\n    pass\n"));

      assertThat(split.title()).isEqualTo("run.py");
      assertThat(split.passages())
          .extracting(Passage::text)
          .containsExactly("```py\nimport os\n\n\ndef run():\n    pass\n```");
    }

    @Test
    @DisplayName("is cut within lines where one is too long")
    void longLines() {
      String minified =
          IntStream.range(0, 5_000).mapToObj(at -> "x" + at + "=1;").collect(Collectors.joining());

      List<String> said = said(code("a.js", minified));

      assertThat(said)
          .hasSizeGreaterThan(10)
          .allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(PassageSizes.MOST));
    }

    @Test
    @DisplayName("has a fence that its own do not close")
    void fences() {
      assertThat(said(code("a.kt", "/**\n```\nx\n```\n*/")))
          .first()
          .asString()
          .startsWith("````kt\n");
    }
  }

  @Nested
  @DisplayName("of rows")
  class Rows {
    @Test
    @DisplayName("says in each part what is in the columns")
    void heads() {
      String rows =
          IntStream.range(0, 200)
              .mapToObj(at -> "Ann" + at + ",Room " + at)
              .collect(Collectors.joining("\n"));

      List<String> said = said(table("Who,Where\n" + rows));

      assertThat(said)
          .hasSizeGreaterThan(1)
          .allSatisfy(part -> assertThat(part).startsWith("```csv\nWho,Where\nAnn"));
      assertThat(String.join("\n", said)).contains("Ann0,", "Ann199,Room 199");
    }
  }
}
