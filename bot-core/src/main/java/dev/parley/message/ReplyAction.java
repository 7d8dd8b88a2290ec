package dev.parley.message;

/// A button below a reply: pressed, it runs a command as the person who pressed it, in the place
/// where it stands.
///
/// @param label what stands on it
/// @param line the command as it would be typed, beginning with a slash
public record ReplyAction(String label, String line, Style style) {
  /// The most that Slack takes (docs.slack.dev, "Button element"); Discord takes some more.
  public static final int LONGEST_LABEL = 75;

  /// Leaves room for a mark within Discord's custom ids of 100 (Discord's documentation,
  /// "Component Reference").
  public static final int LONGEST_LINE = 90;

  /// How much a button stands out.
  public enum Style {
    PLAIN,
    /// What most people will want.
    PRIMARY,
    /// What cannot be taken back.
    DANGER
  }

  public ReplyAction {
    if (label.isBlank() || label.length() > LONGEST_LABEL || !onOneLine(label)) {
      throw new IllegalArgumentException(
          "a button's label is one line of 1 to " + LONGEST_LABEL + " characters");
    }
    if (!line.startsWith("/") || line.length() > LONGEST_LINE || !onOneLine(line)) {
      throw new IllegalArgumentException(
          "a button's command is one line of at most "
              + LONGEST_LINE
              + " characters that begins with a slash");
    }
  }

  private static boolean onOneLine(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }
}
