package dev.parley.launcher.crash;

import dev.parley.testkit.inbox.RedisForTests;
import java.util.List;

/// Keys that must be gone once all is answered: leases, turns and waiting messages.
final class Leftovers {
  private Leftovers() {}

  static List<String> in(RedisForTests redis) {
    return redis.command("KEYS", "*").stream()
        .filter(key -> !key.contains("}:seen:") && !key.contains("}:call:"))
        .filter(
            key ->
                key.endsWith(":sched")
                    || key.contains(":turn:")
                    || key.contains(":waiting:")
                    || key.contains(":drafts:")
                    || key.endsWith(":dead"))
        .toList();
  }
}
