package dev.parley.slack.text;

import dev.parley.message.Moment;
import java.util.regex.Pattern;

/// A moment in Slack's own markup, which each person sees in their own time. Source: "Formatting
/// text for app surfaces", its part "Date formatting".
final class SlackDate {
  private static final String FORMAT = "{date_short_pretty} at {time}";

  /// How each begins, up to its words. Text never does: its `<` is escaped where this markup is
  /// read.
  static final Pattern OPENING =
      Pattern.compile("<!date\\^[0-9]{1,12}\\^" + Pattern.quote(FORMAT) + "\\|");

  private SlackDate() {}

  /// Nothing in its words ends it.
  static String of(Moment moment) {
    String words = MrkdwnWriter.escaped(moment.words().replace('|', '¦'));
    return "<!date^" + moment.seconds() + "^" + FORMAT + "|" + words + ">";
  }
}
