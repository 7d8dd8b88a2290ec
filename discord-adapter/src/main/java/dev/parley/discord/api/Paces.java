package dev.parley.discord.api;

import dev.parley.platform.RateLimit;
import java.time.Duration;

/// How often Discord lets a bot do something. It documents one limit for all routes ("Rate Limits":
/// 50 requests a second) and tells the others by headers; those here are what bots see.
public final class Paces {
  /// All routes together: at most 48 in any second, since beyond 50 Discord refuses everything.
  public static final RateLimit ALL = new RateLimit(8, Duration.ofMillis(25), 3).held();

  /// The edits of all messages of a channel: five in five seconds.
  public static final RateLimit EDITS = new RateLimit(5, Duration.ofSeconds(1), 2);

  /// New messages in a channel: five in five seconds.
  public static final RateLimit POSTS = new RateLimit(5, Duration.ofSeconds(1), 2);

  private Paces() {}
}
