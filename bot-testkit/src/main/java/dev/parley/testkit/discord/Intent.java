package dev.parley.testkit.discord;

/// What sessions ask to be told (discord.com/developers, "Gateway Intents").
final class Intent {
  static final int GUILDS = 1;
  static final int GUILD_MESSAGES = 1 << 9;
  static final int GUILD_REACTIONS = 1 << 10;
  static final int DIRECT_MESSAGES = 1 << 12;
  static final int DIRECT_REACTIONS = 1 << 13;
  static final int MESSAGE_CONTENT = 1 << 15;

  /// All that exist.
  static final int KNOWN = 0b11_0011_0001_1111_1111_1111_1111;

  private Intent() {}

  static boolean has(int intents, int wanted) {
    return (intents & wanted) == wanted;
  }
}
