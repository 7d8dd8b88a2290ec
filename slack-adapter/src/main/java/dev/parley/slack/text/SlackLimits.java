package dev.parley.slack.text;

/// How much Slack takes, in characters. Sources: "Section block", "chat.update".
final class SlackLimits {
  /// The text of a section.
  static final int SECTION = 3_000;

  /// The text beside the blocks; longer ones are refused by chat.update.
  static final int TEXT = 4_000;

  private SlackLimits() {}
}
