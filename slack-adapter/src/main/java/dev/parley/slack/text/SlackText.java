package dev.parley.slack.text;

import dev.parley.message.Markdown;
import dev.parley.message.MarkdownSplitter;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/// The bot's words for each place where Slack shows text. Nothing in them pings, and links lead to
/// web and mail addresses only.
public final class SlackText {
  private static final int LONGEST_NOTIFICATION = 300;

  private SlackText() {}

  /// For markdown blocks and streams: CommonMark, of the same length or shorter.
  public static String markdown(String markdown) {
    return Disarmed.of(UnsafeLinks.broken(markdown));
  }

  /// For texts of sections, ephemeral replies and other places that know Slack's own markup.
  public static String mrkdwn(String markdown) {
    return Disarmed.of(MrkdwnWriter.of(Markdown.parse(markdown).document()));
  }

  /// The same in as many texts as a section's limit asks for.
  public static List<String> sections(String markdown) {
    MarkdownSplitter splitter =
        new MarkdownSplitter(SlackLimits.SECTION, part -> mrkdwn(part).length());
    return splitter.split(markdown).stream().map(SlackText::mrkdwn).toList();
  }

  /// For notifications: the first words, without any marks.
  public static String notification(String markdown) {
    String words = Markdown.parse(markdown).words().replaceAll("\\s+", " ").strip();
    return Disarmed.of(MrkdwnLines.escaped(shortened(words)));
  }

  private static String shortened(String words) {
    if (words.length() <= LONGEST_NOTIFICATION) {
      return words;
    }
    BreakIterator borders = BreakIterator.getLineInstance(Locale.ROOT);
    borders.setText(words);
    int end = borders.preceding(LONGEST_NOTIFICATION);
    if (end < LONGEST_NOTIFICATION / 2) {
      BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
      characters.setText(words);
      end = characters.preceding(LONGEST_NOTIFICATION);
    }
    return words.substring(0, end).strip() + "…";
  }
}
