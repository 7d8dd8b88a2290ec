package dev.parley.slack.text;

import dev.parley.testkit.message.HostileTexts;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;

/// Texts that try to ping in Slack, and the eye that sees whether they do.
final class DangerousTexts {
  private static final String PIECES =
      """
      <!channel> <!here> <!everyone> <!here|here> <!subteam^S012AB> <!subteam^S01|@team>
      <@U012AB> <@W012AB|ann> <#C012AB> <#C012AB|general> @channel @here @everyone
      channel here everyone U012AB &#99;hannel [<!here>](https://a.test)
      [@here](https://a.test/@here) ![<!channel>](x) <slack://user>
      """;
  private static final Pattern PING =
      Pattern.compile(
          "<!(?i:channel|here|everyone|subteam\\^)|<[@#](?:[UWC][A-Z0-9]+|[A-Za-z0-9]\\w*[>|])"
              + "|(?<![\\p{L}\\p{N}])@(?i:channel|here|everyone)");

  private DangerousTexts() {}

  static Arbitrary<String> any() {
    return HostileTexts.with(PIECES);
  }

  /// Whether a text pings as it is, or once somebody decodes it, or drops what is not seen.
  static boolean pings(String text) {
    String decoded = text;
    for (int round = 0; round < 3; round++) {
      if (PING.matcher(decoded).find()
          || PING.matcher(HostileTexts.invisibleGone(decoded)).find()) {
        return true;
      }
      decoded = HostileTexts.decoded(decoded);
    }
    return false;
  }
}
