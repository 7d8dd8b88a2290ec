package dev.parley.slack.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/// Texts that try to ping, and the eye that sees whether they do.
final class DangerousTexts {
  private static final List<String> PIECES =
      Stream.concat(
              Stream.of(" ", "\n", "\n\n", "    ", "# ", "> ", "- ", "\u200b", "\u2060", "\u0000"),
              Stream.of(
                  """
                  <!channel> <!here> <!everyone> <!here|here> <!subteam^S012AB> <!subteam^S01|@team>
                  <@U012AB> <@W012AB|ann> <#C012AB> <#C012AB|general> @channel @here @everyone
                  < > ! @ # | ^ channel here everyone U012AB &lt; &gt; &amp; &amp;lt; &#60; &#x3c;
                  &commat; &#64; &excl; &ZeroWidthSpace; &#99;hannel \\ * ** _ ~~ ` ``` ~~~ [ ] ( )
                  [<!here>](https://a.test) [@here](https://a.test/@here) ![<!channel>](x)
                  [x](javascript:a) <slack://user> []: |-|-| <b> a word\u00ad https://a.test/
                  """
                      .split("\\s+")))
          .toList();
  private static final Pattern PING =
      Pattern.compile(
          "<!(?i:channel|here|everyone|subteam\\^)|<[@#](?:[UWC][A-Z0-9]+|[A-Za-z0-9]\\w*[>|])"
              + "|(?<![\\p{L}\\p{N}])@(?i:channel|here|everyone)");

  private DangerousTexts() {}

  static Arbitrary<String> any() {
    return Arbitraries.frequencyOf(
            Tuple.of(12, Arbitraries.of(PIECES)), Tuple.of(1, Arbitraries.strings().ofMaxLength(5)))
        .list()
        .ofMaxSize(40)
        .map(list -> String.join("", list));
  }

  /// Whether a text pings as it is, or once somebody decodes it, or drops what is not seen.
  static boolean pings(String text) {
    String decoded = text;
    for (int round = 0; round < 3; round++) {
      if (PING.matcher(decoded).find() || PING.matcher(invisibleGone(decoded)).find()) {
        return true;
      }
      decoded = decoded(decoded);
    }
    return false;
  }

  /// Whether all letters and digits of one text are in another, in their order.
  static boolean keeps(String text, String words) {
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

  private static String invisibleGone(String text) {
    return text.replaceAll("[\\p{Cf}\\u0000]", "");
  }

  private static String decoded(String text) {
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
