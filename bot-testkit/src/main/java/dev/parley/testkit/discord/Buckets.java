package dev.parley.testkit.discord;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Counts calls, for each route and channel and for all together (discord.com/developers, "Rate
/// Limits").
final class Buckets {
  /// How long to wait, and whether that goes for all routes.
  record Refusal(Duration pause, boolean global) {}

  private static final class Window {
    private final Instant ends;
    private int calls;

    private Window(Instant ends) {
      this.ends = ends;
    }
  }

  private static final Set<String> OF_THE_BOT = Set.of("commands");

  private final DiscordRules.RateLimits limits;
  private final Map<String, Window> windows = new HashMap<>();

  Buckets(DiscordRules.RateLimits limits) {
    this.limits = limits;
  }

  /// Counts a call and says in its headers what is left; returns what to refuse it with, if it is
  /// one too many.
  synchronized List<Refusal> count(Route route, List<String> ids, Context request, Instant now) {
    if (!route.open() && limits.perSecond() < Integer.MAX_VALUE) {
      Window all = window("global", Duration.ofSeconds(1), now);
      if (++all.calls > limits.perSecond()) {
        return List.of(new Refusal(Duration.between(now, all.ends), true));
      }
    }
    DiscordRules.Limit limit = limits.buckets().get(route.bucket());
    return limit == null ? List.of() : count(route, ids, limit, request, now);
  }

  private List<Refusal> count(
      Route route, List<String> ids, DiscordRules.Limit limit, Context request, Instant now) {
    boolean shared = OF_THE_BOT.contains(route.bucket()) || ids.isEmpty();
    String place = shared ? "" : ids.get(route.bucket().equals("webhooks") ? 1 : 0);
    Window window = window(route.bucket() + " " + place, limit.per(), now);
    boolean tooMany = window.calls >= limit.calls();
    window.calls += tooMany ? 0 : 1;
    Duration left = Duration.between(now, window.ends);
    request.header("X-RateLimit-Bucket", Integer.toHexString(route.bucket().hashCode()));
    request.header("X-RateLimit-Limit", Integer.toString(limit.calls()));
    request.header("X-RateLimit-Remaining", Integer.toString(limit.calls() - window.calls));
    request.header("X-RateLimit-Reset", seconds(Duration.ofMillis(window.ends.toEpochMilli())));
    request.header("X-RateLimit-Reset-After", seconds(left));
    return tooMany ? List.of(new Refusal(left, false)) : List.of();
  }

  /// Counts the edit of an old message; returns how long to wait where it is one too many, zero
  /// where it is not.
  synchronized Duration countOldEdit(String channel, Instant now) {
    Window window = window("old edits " + channel, limits.oldEdits().per(), now);
    boolean tooMany = ++window.calls > limits.oldEdits().calls();
    return tooMany ? Duration.between(now, window.ends) : Duration.ZERO;
  }

  private Window window(String key, Duration length, Instant now) {
    return windows.compute(
        key,
        (_, before) ->
            before == null || !before.ends.isAfter(now) ? new Window(now.plus(length)) : before);
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }
}
