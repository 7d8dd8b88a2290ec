package dev.parley.testkit.slack;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How patient and how generous the fake is; [#real()] is what Slack's documentation says, with
/// retries after moments instead of minutes.
///
/// @param ackWithin how long a bot may take to acknowledge an event
/// @param retryDelays how long after each failed delivery the next is tried
/// @param streamLifetime how long a streamed message may be appended to
/// @param longestStream how many characters a streamed message may grow to
/// @param responseUrlLifetime how long a response URL may be used, five times at most
/// @param triggerLifetime how long a trigger id may open a view
/// @param callsPerMinute the limits of methods; one that is not named has none
/// @param longestPage how many messages are read at once, whatever the bot asks for
public record SlackRules(
    Duration ackWithin,
    List<Duration> retryDelays,
    Duration streamLifetime,
    int longestStream,
    Duration responseUrlLifetime,
    Duration triggerLifetime,
    Map<String, Integer> callsPerMinute,
    int longestPage) {
  /// The tiers of the methods that bots use most (docs.slack.dev, "Rate limits").
  private static final Map<String, Integer> TIERS =
      Map.ofEntries(
          Map.entry("chat.postMessage", 60),
          Map.entry("chat.update", 50),
          Map.entry("chat.delete", 50),
          Map.entry("chat.postEphemeral", 100),
          Map.entry("chat.startStream", 20),
          Map.entry("chat.appendStream", 100),
          Map.entry("chat.stopStream", 20),
          Map.entry("assistant.threads.setStatus", 60),
          Map.entry("assistant.threads.setSuggestedPrompts", 50),
          Map.entry("assistant.threads.setTitle", 50),
          Map.entry("agents.sessions.setStatus", 50),
          Map.entry("agents.sessions.rename", 50),
          Map.entry("conversations.replies", 50),
          Map.entry("conversations.history", 50),
          Map.entry("conversations.info", 50),
          Map.entry("users.list", 20),
          Map.entry("users.info", 100));

  public SlackRules {
    retryDelays = List.copyOf(retryDelays);
    callsPerMinute = Map.copyOf(callsPerMinute);
  }

  /// Slack's own limits, with the tiers of its methods.
  public static SlackRules real() {
    return new SlackRules(
        Duration.ofSeconds(3),
        List.of(Duration.ZERO, Duration.ofMillis(300), Duration.ofSeconds(1)),
        Duration.ofMinutes(5),
        40_000,
        Duration.ofMinutes(30),
        Duration.ofSeconds(3),
        TIERS,
        1_000);
  }

  /// Slack's own limits, without those on the number of calls.
  public static SlackRules withoutTiers() {
    return real().withCallsPerMinute(Map.of());
  }

  public SlackRules withAckWithin(Duration limit) {
    return new SlackRules(
        limit,
        retryDelays,
        streamLifetime,
        longestStream,
        responseUrlLifetime,
        triggerLifetime,
        callsPerMinute,
        longestPage);
  }

  public SlackRules withRetryDelays(List<Duration> delays) {
    return new SlackRules(
        ackWithin,
        delays,
        streamLifetime,
        longestStream,
        responseUrlLifetime,
        triggerLifetime,
        callsPerMinute,
        longestPage);
  }

  public SlackRules withStreams(Duration lifetime, int longest) {
    return new SlackRules(
        ackWithin,
        retryDelays,
        lifetime,
        longest,
        responseUrlLifetime,
        triggerLifetime,
        callsPerMinute,
        longestPage);
  }

  public SlackRules withResponseUrlLifetime(Duration lifetime) {
    return new SlackRules(
        ackWithin,
        retryDelays,
        streamLifetime,
        longestStream,
        lifetime,
        triggerLifetime,
        callsPerMinute,
        longestPage);
  }

  public SlackRules withTriggerLifetime(Duration lifetime) {
    return new SlackRules(
        ackWithin,
        retryDelays,
        streamLifetime,
        longestStream,
        responseUrlLifetime,
        lifetime,
        callsPerMinute,
        longestPage);
  }

  public SlackRules withCallsPerMinute(Map<String, Integer> limits) {
    return new SlackRules(
        ackWithin,
        retryDelays,
        streamLifetime,
        longestStream,
        responseUrlLifetime,
        triggerLifetime,
        limits,
        longestPage);
  }

  /// As for apps that are sold outside of Slack's marketplace.
  public SlackRules withLongestPage(int messages) {
    return new SlackRules(
        ackWithin,
        retryDelays,
        streamLifetime,
        longestStream,
        responseUrlLifetime,
        triggerLifetime,
        callsPerMinute,
        messages);
  }
}
