package dev.parley.testkit.discord;

import java.time.Duration;
import java.util.Map;

/// How patient and how generous the fake is; [#limited()] is what is known of Discord.
///
/// @param ackWithin how long an interaction may wait for its first answer
/// @param tokenLifetime how long an interaction may be answered further
/// @param nonceLifetime how long a nonce finds the message that was made with it
/// @param linkLifetime how long the address of an attachment is good
/// @param largestFile how many bytes an attachment may have
/// @param contentGranted whether the bot may ask for the intent MESSAGE_CONTENT at first
/// @param heartbeat how often a connection must give a sign of life
/// @param limits how often which routes may be called
public record DiscordRules(
    Duration ackWithin,
    Duration tokenLifetime,
    Duration nonceLifetime,
    Duration linkLifetime,
    int largestFile,
    boolean contentGranted,
    Duration heartbeat,
    RateLimits limits) {

  /// Discord's own lifetimes and sizes, and the limits that are commonly seen.
  public static DiscordRules limited() {
    return new DiscordRules(
        Duration.ofSeconds(3),
        Duration.ofMinutes(15),
        Duration.ofMinutes(5),
        Duration.ofDays(1),
        10 << 20,
        true,
        Duration.ofMillis(41_250),
        RateLimits.usual());
  }

  /// Discord's own lifetimes and sizes, without limits on the number of calls.
  public static DiscordRules withoutLimits() {
    return limited().withLimits(RateLimits.none());
  }

  public DiscordRules withAckWithin(Duration limit) {
    return with(limit, tokenLifetime, nonceLifetime, linkLifetime);
  }

  public DiscordRules withTokenLifetime(Duration lifetime) {
    return with(ackWithin, lifetime, nonceLifetime, linkLifetime);
  }

  public DiscordRules withNonceLifetime(Duration lifetime) {
    return with(ackWithin, tokenLifetime, lifetime, linkLifetime);
  }

  public DiscordRules withLinkLifetime(Duration lifetime) {
    return with(ackWithin, tokenLifetime, nonceLifetime, lifetime);
  }

  private DiscordRules with(Duration ack, Duration token, Duration nonce, Duration link) {
    return new DiscordRules(
        ack, token, nonce, link, largestFile, contentGranted, heartbeat, limits);
  }

  public DiscordRules withLargestFile(int bytes) {
    return with(bytes, contentGranted, heartbeat, limits);
  }

  public DiscordRules withContentGranted(boolean granted) {
    return with(largestFile, granted, heartbeat, limits);
  }

  public DiscordRules withHeartbeat(Duration interval) {
    return with(largestFile, contentGranted, interval, limits);
  }

  public DiscordRules withLimits(RateLimits limits) {
    return with(largestFile, contentGranted, heartbeat, limits);
  }

  private DiscordRules with(int largest, boolean content, Duration interval, RateLimits limits) {
    return new DiscordRules(
        ackWithin, tokenLifetime, nonceLifetime, linkLifetime, largest, content, interval, limits);
  }

  /// How many calls a time allows.
  public record Limit(int calls, Duration per) {}

  /// The limits on the number of calls.
  ///
  /// @param perSecond how many calls of all routes together, but those of interactions
  /// @param buckets by route, or by `webhooks`, `interactions` or `commands` for several at once;
  ///     each channel, and each interaction's token, has a count of its own
  /// @param oldEdits how often messages older than an hour may be edited, for each channel
  public record RateLimits(int perSecond, Map<String, Limit> buckets, Limit oldEdits) {
    public RateLimits {
      buckets = Map.copyOf(buckets);
    }

    static RateLimits none() {
      return new RateLimits(
          Integer.MAX_VALUE, Map.of(), new Limit(Integer.MAX_VALUE, Duration.ofSeconds(1)));
    }

    static RateLimits usual() {
      return new RateLimits(50, usualBuckets(), new Limit(3, Duration.ofSeconds(20)));
    }

    private static Map<String, Limit> usualBuckets() {
      Limit five = new Limit(5, Duration.ofSeconds(5));
      return Map.of(
          "POST /channels/{}/messages", five,
          "PATCH /channels/{}/messages/{}", five,
          "DELETE /channels/{}/messages/{}", new Limit(5, Duration.ofSeconds(1)),
          "GET /channels/{}/messages", five,
          "POST /channels/{}/typing", five,
          "threads", new Limit(10, Duration.ofSeconds(10)),
          "reactions", new Limit(1, Duration.ofMillis(250)),
          "webhooks", new Limit(5, Duration.ofSeconds(2)),
          "commands", new Limit(5, Duration.ofSeconds(20)));
    }

    public RateLimits withPerSecond(int calls) {
      return new RateLimits(calls, buckets, oldEdits);
    }

    public RateLimits withBuckets(Map<String, Limit> limits) {
      return new RateLimits(perSecond, limits, oldEdits);
    }

    public RateLimits withOldEdits(Limit limit) {
      return new RateLimits(perSecond, buckets, limit);
    }
  }
}
