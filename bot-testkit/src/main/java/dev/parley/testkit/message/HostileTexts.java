package dev.parley.testkit.message;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/// Texts of pieces that are dangerous on a platform, with Markdown's marks and what hides words
/// between them.
public final class HostileTexts {
  private static final List<String> PIECES =
      Stream.concat(
              Stream.of(" ", "\n", "\n\n", "    ", "# ", "> ", "- ", "\u200b", "\u2060", "\u0000"),
              words(
                  """
                  < > ! @ # | ^ &lt; &gt; &amp; &amp;lt; &#60; &#x3c; &commat; &#64; &excl;
                  &ZeroWidthSpace; \\ * ** _ ~~ ` ``` ~~~ [ ] ( ) []: |-|-| <b> a word\u00ad
                  [x](javascript:a) https://a.test/
                  """))
          .toList();

  private HostileTexts() {}

  private static Stream<String> words(String text) {
    return Stream.of(text.strip().split("\\s+"));
  }

  /// Generates them.
  ///
  /// @param pieces what is dangerous on the platform, with space between them
  public static Arbitrary<String> with(String pieces) {
    List<String> all = Stream.concat(PIECES.stream(), words(pieces)).toList();
    return Arbitraries.frequencyOf(
            Tuple.of(12, Arbitraries.of(all)), Tuple.of(1, Arbitraries.strings().ofMaxLength(5)))
        .list()
        .ofMaxSize(40)
        .map(list -> String.join("", list));
  }

  /// Whether all letters and digits of one text are in another, in their order.
  public static boolean keeps(String text, String words) {
    int at = 0;
    String seen = invisibleGone(words);
    for (char letter : seen.replaceAll("&(?:amp;)*#?\\w+;?|[^\\p{L}\\p{N}]", "").toCharArray()) {
      at = text.indexOf(letter, at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }

  public static String invisibleGone(String text) {
    return text.replaceAll("[\\p{Cf}\\u0000]", "");
  }

  /// The text after somebody has decoded its entities once.
  public static String decoded(String text) {
    return text.replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&#60;", "<")
        .replace("&#x3c;", "<")
        .replace("&commat;", "@")
        .replace("&#64;", "@")
        .replace("&#99;", "c")
        .replace("&excl;", "!")
        .replace("&ZeroWidthSpace;", "");
  }
}
