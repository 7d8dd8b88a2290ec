package dev.parley.slack.text;

import dev.parley.message.Markdown;
import dev.parley.message.MarkdownSplitter;
import dev.parley.message.PlainMoments;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/// The bot's words for each place where Slack shows text. Nothing in them pings, and links lead to
/// web and mail addresses only.
public final class SlackText {
  /// Leaves room for what escaping adds; a text that needs more of it is shortened again.
  private static final int LONGEST_FALLBACK = 3_000;

  private SlackText() {}

  /// For markdown blocks and streams: CommonMark, of the same length or shorter. Moments are their
  /// words.
  public static String markdown(String markdown) {
    return Disarmed.of(UnsafeLinks.broken(PlainMoments.of(markdown).text()));
  }

  /// For texts of sections, ephemeral replies and other places that know Slack's own markup.
  public static String mrkdwn(String markdown) {
    return Disarmed.ofMarkup(MrkdwnWriter.of(Markdown.parse(markdown).document()));
  }

  /// The same in as many texts as a section's limit asks for.
  public static List<String> sections(String markdown) {
    MarkdownSplitter splitter =
        new MarkdownSplitter(SlackLimits.SECTION, part -> mrkdwn(part).length());
    return splitter.split(markdown).stream().map(SlackText::mrkdwn).toList();
  }

  /// The blocks of a message: a markdown block, and sections for what names a moment.
  ///
  /// @param longest how much all of them may hold, no less than the text
  public static List<TextBlock> blocks(String markdown, int longest) {
    return TextBlocks.of(markdown, longest);
  }

  /// For notifications, searches and screen readers: the words without any marks, as many of them
  /// as Slack takes beside blocks.
  public static String fallback(String markdown) {
    String words = Markdown.parse(markdown).words().replaceAll("\\s+", " ").strip();
    int longest = LONGEST_FALLBACK;
    String text = safe(words, longest);
    while (text.length() > SlackLimits.TEXT) {
      longest /= 2;
      text = safe(words, longest);
    }
    return text;
  }

  private static String safe(String words, int longest) {
    return Disarmed.of(MrkdwnWriter.escaped(shortened(words, longest)));
  }

  private static String shortened(String words, int longest) {
    if (words.length() <= longest) {
      return words;
    }
    BreakIterator borders = BreakIterator.getLineInstance(Locale.ROOT);
    borders.setText(words);
    int end = borders.preceding(longest);
    if (end < longest / 2) {
      BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
      characters.setText(words);
      end = characters.preceding(longest);
    }
    return words.substring(0, end).strip() + "…";
  }
}
