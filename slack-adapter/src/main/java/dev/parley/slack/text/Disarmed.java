package dev.parley.slack.text;

import dev.parley.message.Disarming;
import dev.parley.message.PlainView;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text in which nothing pings: the one character that makes a mention of a word is replaced by
/// one that only looks like it.
///
/// Broad on purpose, because each carrier decodes, strips and merges in its own way: what would be
/// a mention after any of it is none. What looks alike in code (`<!DOCTYPE`, `List<@Nullable T>`)
/// stays.
final class Disarmed {
  private static final Pattern ARMED =
      Pattern.compile(
          "<(?=!(?:(?i:channel|here|everyone|group|subteam|date)|[A-Za-z]+[>|^])"
              + "|[@#](?:[A-Z0-9]{2}|[A-Za-z0-9]+[>|]))"
              + "|@(?=(?i:channel|here|everyone))");
  private static final Disarming DISARMING =
      new Disarming(PlainView::of, ARMED, Disarmed::lookAlike);

  /// What an armed word may look like while it is being written.
  private static final Pattern UNFINISHED =
      Pattern.compile("[<@&](?:[\\w<@&#!^;|*~`\\\\]|[^\\x00-\\x7f]|[\\x00-\\x08\\x0e-\\x1f])*\\z");

  private Disarmed() {}

  static String of(String text) {
    return DISARMING.of(text);
  }

  /// A text in Slack's own markup, in which the dates that [SlackDate] wrote stay.
  static String ofMarkup(String markup) {
    StringBuilder safe = new StringBuilder(markup.length());
    Matcher date = SlackDate.OPENING.matcher(markup);
    int from = 0;
    while (date.find()) {
      safe.append(between(markup, from, date.start())).append(date.group());
      from = date.end();
    }
    return safe.append(between(markup, from, markup.length())).toString();
  }

  /// A part of a text, judged by what is before it too.
  static String between(String text, int start, int end) {
    return DISARMING.between(text, start, end);
  }

  /// In a mail address, the sign stays: there it pings nobody.
  private static String lookAlike(char armed, char before) {
    if (armed == '<') {
      return "‹";
    }
    return Character.isLetterOrDigit(before) ? "@" : "＠";
  }

  /// How much of a text that still grows can be judged now.
  static int settledLength(String text) {
    Matcher unfinished = UNFINISHED.matcher(text);
    int from = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')) + 1;
    return unfinished.region(from, text.length()).find() ? unfinished.start() : text.length();
  }
}
