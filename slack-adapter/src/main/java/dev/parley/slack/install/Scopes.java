package dev.parley.slack.install;

import java.util.List;

/// What the bot may do where it is installed: the same as in the app's manifest.
public final class Scopes {
  /// The bot's scopes (docs.slack.dev, "Scopes").
  public static final List<String> BOT =
      List.of(
          "app_mentions:read",
          "channels:history",
          "groups:history",
          "im:history",
          "im:write",
          "mpim:history",
          "channels:read",
          "groups:read",
          "mpim:read",
          "chat:write",
          "assistant:write",
          "files:read",
          "files:write",
          "users:read",
          "usergroups:read",
          "commands");

  private Scopes() {}
}
