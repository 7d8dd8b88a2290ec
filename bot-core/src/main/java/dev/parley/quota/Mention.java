package dev.parley.quota;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ids as people give them: bare, or as a platform writes a mention.
public final class Mention {
  private static final Pattern MENTION =
      Pattern.compile("<(?:@!?|@&|#|!subteam\\^)([A-Za-z0-9]+)(?:\\|[^>]*)?>");

  private Mention() {}

  /// The id that is meant.
  public static String id(String text) {
    Matcher mention = MENTION.matcher(text.strip());
    return mention.matches() ? mention.group(1) : text.strip();
  }
}
