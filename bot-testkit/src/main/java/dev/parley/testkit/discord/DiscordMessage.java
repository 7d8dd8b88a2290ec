package dev.parley.testkit.discord;

/// A message that somebody can reply to, forward, or choose from a menu.
public sealed interface DiscordMessage permits SaidMessage, ShownMessage {
  DiscordChannel channel();

  String id();
}
