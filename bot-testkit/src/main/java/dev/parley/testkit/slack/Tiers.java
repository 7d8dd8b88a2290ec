package dev.parley.testkit.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Counts calls a minute, for each workspace and method, and for some methods each channel.
final class Tiers {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Set<String> BY_CHANNEL =
      Set.of("chat.postMessage", "assistant.threads.setStatus");

  private final Map<String, Integer> limits;
  private final Map<String, Deque<Instant>> calls = new HashMap<>();

  Tiers(Map<String, Integer> limits) {
    this.limits = limits;
  }

  /// Counts a call; returns how long to wait where it is one too many, zero where it is not.
  synchronized Duration count(ApiCall call, Instant now) {
    Integer limit = limits.get(call.method());
    if (limit == null) {
      return Duration.ZERO;
    }
    String key = call.workspace().id() + " " + call.method();
    if (BY_CHANNEL.contains(call.method())) {
      key += " " + call.text("channel") + call.text("channel_id");
    }
    Deque<Instant> recent = calls.computeIfAbsent(key, it -> new ArrayDeque<>());
    while (!recent.isEmpty() && recent.peek().plus(MINUTE).compareTo(now) <= 0) {
      recent.remove();
    }
    if (recent.size() >= limit) {
      Duration left = limit == 0 ? MINUTE : Duration.between(now, recent.element().plus(MINUTE));
      return Duration.ofSeconds(left.toSeconds() + 1);
    }
    recent.add(now);
    return Duration.ZERO;
  }
}
