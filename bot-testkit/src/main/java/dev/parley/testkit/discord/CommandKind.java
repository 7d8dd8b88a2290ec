package dev.parley.testkit.discord;

/// Where people find a command (discord.com/developers, "Application Command Types").
enum CommandKind {
  SLASH(1, 100),
  USER_MENU(2, 15),
  MESSAGE_MENU(3, 15);

  private final int number;
  private final int most;

  CommandKind(int number, int most) {
    this.number = number;
    this.most = most;
  }

  int number() {
    return number;
  }

  void require(long count) {
    if (count > most) {
      throw new DiscordRefusedException(
          400, 30032, "Maximum number of application commands reached (" + most + ").");
    }
  }
}
