package dev.parley.discord.text;

import dev.parley.message.Draft;
import dev.parley.message.Markdown;
import dev.parley.message.MarkdownSplitter;
import java.util.List;

/// The bot's words for Discord's messages. Nothing in them pings, links lead to web addresses that
/// they do not hide, and no invitation is shown.
public final class DiscordText {
  /// What a message's content holds (Discord's documentation, "Create Message"). Discord counts
  /// code points; here UTF-16 units are counted, which are never fewer.
  public static final int LONGEST = 2_000;

  private DiscordText() {}

  /// In Discord's own Markdown, of whatever length.
  public static String of(String markdown) {
    return Disarmed.of(DiscordWriter.of(Markdown.parse(markdown).document()));
  }

  /// The whole text in parts that one message takes each; nothing is lost. Empty where nothing of
  /// the text can be seen.
  ///
  /// @param reserve how much of each message is left free, as for a footer
  public static List<String> parts(String markdown, int reserve) {
    return splitter(reserve).split(markdown).stream()
        .map(DiscordText::of)
        .filter(part -> !part.isBlank())
        .toList();
  }

  /// As much of a growing text as one message can show already; the rest is in later parts.
  ///
  /// @param reserve how much of the message is left free
  public static String growing(String markdown, int reserve) {
    return of(splitter(reserve).first(Draft.of(markdown).shown()));
  }

  private static MarkdownSplitter splitter(int reserve) {
    return new MarkdownSplitter(LONGEST - reserve, part -> of(part).length());
  }

  /// The words without any marks, for files and for what is read aloud.
  public static String words(String markdown) {
    return Markdown.parse(markdown).words();
  }
}
