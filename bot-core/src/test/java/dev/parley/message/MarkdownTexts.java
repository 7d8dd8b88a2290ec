package dev.parley.message;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/// Texts as models write them, and worse.
public final class MarkdownTexts {
  private static final List<String> MARKS =
      Stream.concat(
              Stream.of(" ", "\n", "\n\n", "    ", "# ", "> ", "1. ", "- ", "- [ ] ", "\u0000"),
              Stream.of(
                  """
                  < > " ' & [ ] ( ) ! ` ``` ~~~ * ** _ ~~ | |-|-| \\ []: </b> <b> &lt; www.a.test
                  https://a.test/ mailto:a@b.test [link](https://a.test/b) 👩‍👩‍👧 é 漢字 e\u0301 word. Two
                  """
                      .split("\\s+")))
          .toList();

  private MarkdownTexts() {}

  public static Arbitrary<String> any() {
    return Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.of(MARKS)),
            Tuple.of(9, words(1, 8)),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(6)))
        .list()
        .ofMaxSize(120)
        .map(list -> String.join("", list));
  }

  /// Documents of plain, well-formed blocks.
  static Arbitrary<String> wellFormed() {
    return Arbitraries.oneOf(
            words(1, 60),
            words(1, 6).map(words -> "## " + words),
            words(1, 30).map(words -> "A **" + words + "** and _" + words + "_."),
            words(1, 12).list().ofMinSize(1).ofMaxSize(9).map(lines -> list("- ", lines)),
            words(1, 12).list().ofMinSize(1).ofMaxSize(9).map(lines -> list("1. ", lines)),
            words(1, 12).list().ofMinSize(1).ofMaxSize(9).map(lines -> list("> ", lines)),
            words(1, 12).list().ofMinSize(1).ofMaxSize(9).map(MarkdownTexts::fence),
            words(1, 20).map(words -> "See [" + words + "](https://example.test/a?b=c)."))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(blocks -> String.join("\n\n", blocks));
  }

  private static Arbitrary<String> words(int least, int most) {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .ofMinLength(1)
        .ofMaxLength(9)
        .list()
        .ofMinSize(least)
        .ofMaxSize(most)
        .map(words -> String.join(" ", words));
  }

  private static String list(String mark, List<String> lines) {
    return mark + String.join("\n" + mark, lines);
  }

  private static String fence(List<String> lines) {
    return "```java\n" + String.join("\n", lines) + "\n```";
  }
}
