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

  /// With moments besides, and what could end one or be taken for one.
  static Arbitrary<String> withMoments() {
    return HostileTexts.with(
        PIECES
            + """
            [x](time:1795615200) [<!here>](time:1795615200) [x|y>](time:1795615200) [x](time:-1)
            [!he](time:1795615200) [re>](time:1795615200) ](time:1795615200) <time:1795615200>
            <!date^1^{date}|x> <!date^1795615200^{date_short_pretty} at {time}| &lt;!date^ ^ | { }
            """);
  }

  /// A text in Slack's own markup without the dates that a moment may have become.
  static String withoutDates(String markup) {
    return markup.replaceAll(
        "<!date\\^1795615200\\^\\{date_short_pretty} at \\{time}\\|([^<>|]+)>", "$1");
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
