package dev.parley.testkit.discord;

/// The bits of a message's flags (discord.com/developers, "Message Flags").
final class MessageFlag {
  static final int SUPPRESS_EMBEDS = 1 << 2;
  static final int HAS_THREAD = 1 << 5;
  static final int EPHEMERAL = 1 << 6;
  static final int LOADING = 1 << 7;
  static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
  static final int VOICE_MESSAGE = 1 << 13;
  static final int HAS_SNAPSHOT = 1 << 14;
  static final int COMPONENTS_V2 = 1 << 15;

  /// What a bot may set when it sends.
  static final int SETTABLE =
      SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | VOICE_MESSAGE | COMPONENTS_V2;

  private MessageFlag() {}
}
