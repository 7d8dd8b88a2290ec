package dev.parley.testkit.discord;

/// What sort of conversation a channel is (discord.com/developers, "Channel Types").
public enum ChannelKind {
  TEXT(0),
  DM(1),
  GROUP_DM(3),
  PUBLIC_THREAD(11),
  PRIVATE_THREAD(12),
  FORUM(15);

  private final int number;

  ChannelKind(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  boolean isThread() {
    return this == PUBLIC_THREAD || this == PRIVATE_THREAD;
  }

  boolean isPrivate() {
    return this == DM || this == GROUP_DM;
  }
}
