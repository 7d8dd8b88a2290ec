package dev.parley.discord.reply;

import dev.parley.identity.TenantId;
import dev.parley.platform.RateLimit;
import dev.parley.platform.RateLimits;
import java.time.Duration;
import java.util.Optional;

/// How often something may be done in a channel, by all answers there and on all instances.
record Room(RateLimits limits, TenantId tenant, String channel) {
  /// How long to wait before progress is shown; empty where it may be shown now, which is counted.
  Optional<Duration> take(String what, RateLimit limit) {
    return limits.take(tenant, what + "/" + channel, limit, false);
  }

  /// Counts what has to be done now.
  void count(String what, RateLimit limit) {
    limits.take(tenant, what + "/" + channel, limit, true);
  }
}
