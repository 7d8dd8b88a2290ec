package dev.parley.citation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Markdown;
import dev.parley.message.MarkdownTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An answer with sources")
class CitedTextTest {
  private static final Source KYIV = page("kyiv", "Kyiv");

  private static Source page(String path, String title) {
    return new Source("https://example.org/" + path, title, "example.org");
  }

  private static Sources of(List<Source> pages, Support... supports) {
    return new Sources(pages, List.of(supports), List.of(), List.of());
  }

  /// The text with marks, where each `^` ends a part that is from the only source.
  private static String marked(String carets) {
    List<Support> supports = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String piece : carets.split("\\^", -1)) {
      text.append(piece);
      supports.add(new Support(text.length(), List.of(0)));
    }
    supports.removeLast();
    String cited =
        CitedText.of(text.toString(), new Sources(List.of(KYIV), supports, List.of(), List.of()));
    assertThat(cited)
        .endsWith("\n\n**Sources**\n\n1. [Kyiv](<https://example.org/kyiv>) (example.org)");
    return cited.substring(0, cited.indexOf("\n\n**Sources**"));
  }

  @Test
  @DisplayName("has numbers where something is from a source, and the numbered sources below")
  void numbered() {
    String cited =
        CitedText.of(
            "It rains. It is cold.",
            of(
                List.of(page("a", "A"), page("b", "B"), page("c", "C")),
                new Support(21, List.of(0, 2)),
                new Support(9, List.of(2))));

    assertThat(cited)
        .isEqualTo(
            """
            It rains.\\[1\\] It is cold.\\[1\\]\\[2\\]

            **Sources**

            1. [C](<https://example.org/c>) (example.org)
            2. [A](<https://example.org/a>) (example.org)
            3. [B](<https://example.org/b>) (example.org)""");
  }

  @Test
  @DisplayName("is as it was where it has none, or says nothing")
  void none() {
    assertThat(CitedText.of("Hi.", Sources.NONE)).isEqualTo("Hi.");
    assertThat(CitedText.of(" ", of(List.of(KYIV)))).isEqualTo(" ");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          words            | Rain.^ Sun.                    | Rain.M Sun.
          spaces           | Rain. ^Sun.                    | Rain.M Sun.
          other scripts    | 雨です。^ 🌧️👩‍👩‍👧^ é            | 雨です。M 🌧️👩‍👩‍👧M é
          a code span      | Use `a ^b` now.                | Use `a b`M now.
          a link           | See [the ^page](https://a.test/b?c=^d) there. | See [the page](https://a.test/b?c=d)M there.
          a bare link      | See https://a.test/^b there.   | See https://a.test/b M there.
          a link in marks  | See <https://a.^test/> there.  | See <https://a.test/>M there.
          a picture        | ![al^t](https://a.test/p.png)x | ![alt](https://a.test/p.png)Mx
          bold             | A **bold^** word.              | A **bold**M word.
          bold, in a word  | A **bold^**word                | A **bold**Mword
          bold, behind it  | A **bold**^ word.              | A **bold**M word.
          both             | A ***bold^*** word.            | A ***bold***M word.
          strikethrough    | A ~~word^~~ less.              | A ~~word~~M less.
          an escape        | Costs 5 \\^* here.              | Costs 5 \\*M here.
          an entity        | This &am^p; that.              | This &amp;M that.
          """)
  @DisplayName("has its numbers behind")
  void places(String what, String carets, String expected) {
    assertThat(marked(carets)).isEqualTo(expected.replace("M", "\\[1\\]"));
  }

  @Test
  @DisplayName("has them in the cells of tables, in headings and in lists")
  void blocks() {
    assertThat(
            marked(
                "# Rain^\n\n- much^\n- less\n  of it^\n\n| a | b |\n|---|---|\n| 1 | 22^ |\n| 3 | 4 |^"))
        .isEqualTo(
            "# RainM\n\n- muchM\n- less\n  of itM\n\n| a | b |\n|---|---|\n| 1 | 22M |\n| 3 | 4M |"
                .replace("M", "\\[1\\]"));
  }

  @Test
  @DisplayName("has none in code, in HTML and where nothing is said, and lists the source still")
  void noPlace() {
    assertThat(marked("Run:\n\n```\nls^ -l\n```\n\n    more^ code\n\n<div>\nht^ml\n</div>"))
        .isEqualTo("Run:\n\n```\nls -l\n```\n\n    more code\n\n<div>\nhtml\n</div>");
    assertThat(CitedText.of("Short.", of(List.of(KYIV), new Support(99, List.of(0)))))
        .startsWith("Short.\n\n**Sources**\n\n1. [Kyiv]");
  }

  @Test
  @DisplayName("that broke off in a code block has its sources behind the block")
  void openBlock() {
    assertThat(CitedText.of("So:\n\n```java\nint a", of(List.of(KYIV))))
        .startsWith("So:\n\n```java\nint a\n```\n\n**Sources**");
  }

  @Test
  @DisplayName("lists eight, those first that it uses, and tells how many more there are")
  void most() {
    List<Source> pages = IntStream.range(0, 11).mapToObj(n -> page("p" + n, "P" + n)).toList();

    String cited = CitedText.of("All of it.", of(pages, new Support(10, List.of(10, 3))));

    assertThat(cited)
        .startsWith("All of it.\\[1\\]\\[2\\]\n")
        .contains("\n1. [P10]", "\n2. [P3]", "\n3. [P0]", "\n8. [P6]")
        .endsWith("\n\n… and 3 more.")
        .doesNotContain("[P7]");
  }

  @Test
  @DisplayName("shows the titles and addresses of pages as they are, whatever they say")
  void hostile() {
    String cited =
        CitedText.of(
            "Hm.",
            of(
                List.of(
                    new Source("https://a.test/)>x", "](https://evil.test) **<b>\n# you", ""),
                    new Source("javascript:alert(1)", "Click", "a.test"),
                    new Source("https://b.test/", "", "b.test"))));

    assertThat(Markdown.parse(cited).words())
        .isEqualTo("Hm.\nSources\n](https://evil.test) **<b> # you\nClick (a.test)\nb.test");
    assertThat(cited).doesNotContain("javascript:");
  }

  @Test
  @DisplayName("has no link whose words name another place than it leads to")
  void honest() {
    String redirect = "https://vertexaisearch.cloud.google.com/grounding-api-redirect/AB_c-d=";

    String cited =
        CitedText.of(
            "Hm.",
            new Sources(
                List.of(
                    new Source(redirect, "wetter.example", ""),
                    new Source("https://www.wetter.example/x", "Rain | wetter.example", "")),
                List.of(),
                List.of(),
                List.of("site:wetter.example rain")));

    assertThat(cited)
        .contains(
            "\n1. wetter.example ([open](<" + redirect + ">))\n",
            "\n2. [Rain \\| wetter.example](<https://www.wetter.example/x>)\n",
            "\nSearched: site:wetter.example rain ([open](<https://www.google.com/search?q=");
  }

  @Test
  @DisplayName("tells what was searched for, as links to the results, and what could not be read")
  void searched() {
    Sources sources =
        new Sources(
            List.of(),
            List.of(),
            List.of(new Unread("https://a.test/`x", "it is behind a paywall")),
            List.of("rain in Київ", "a&b [c]"));

    assertThat(CitedText.of("Hm.", sources))
        .isEqualTo(
            """
            Hm.

            Not read: `https://a.test/x` (it is behind a paywall)

            Searched: [rain in Київ](<https://www.google.com/search?q=rain+in+%D0%9A%D0%B8%D1%97%D0%B2>)\
             · [a\\&b \\[c\\]](<https://www.google.com/search?q=a%26b+%5Bc%5D>)""");
  }

  @Property(tries = 500)
  void readsAsBefore(@ForAll("texts") String text, @ForAll("ends") List<Integer> ends) {
    List<Support> supports = ends.stream().map(end -> new Support(end, List.of(0))).toList();

    String cited = CitedText.of(text, new Sources(List.of(KYIV), supports, List.of(), List.of()));

    int list = cited.indexOf("\n\n**Sources**");
    String shown = Markdown.parse(list < 0 ? cited : cited.substring(0, list)).words();
    assertThat(shown.replaceAll(" ?\\[1]", ""))
        .isEqualTo(Markdown.parse(text).words().replaceAll(" ?\\[1]", ""));
  }

  @Provide
  Arbitrary<String> texts() {
    return MarkdownTexts.any();
  }

  @Provide
  Arbitrary<List<Integer>> ends() {
    return Arbitraries.integers().between(1, 300).list().ofMaxSize(12);
  }
}
