package dev.parley.slack.api;

import java.time.Duration;

/// How often something may be done: so many at once, and then one each interval.
///
/// @param reserve how many are left to urgent calls
record Allowance(int atOnce, Duration interval, int reserve) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static Allowance perMinute(int calls) {
    return new Allowance(calls, MINUTE.dividedBy(calls), calls / 4);
  }

  /// The limits of Slack's documentation (Web API rate limits), each for one method in one
  /// workspace; posts and status lines have theirs for each channel.
  static Allowance of(String method) {
    return switch (method) {
      case "chat.postMessage", "chat.postEphemeral", "assistant.threads.setStatus" ->
          new Allowance(3, Duration.ofSeconds(1), 1);
      case "chat.startStream", "auth.test", "users.list" -> perMinute(20);
      case "chat.stopStream" -> new Allowance(20, MINUTE.dividedBy(20), 0);
      case "chat.update", "conversations.replies", "conversations.history" -> perMinute(50);
      default -> perMinute(100);
    };
  }

  static boolean isForEachChannel(String method) {
    return switch (method) {
      case "chat.postMessage", "chat.postEphemeral", "assistant.threads.setStatus" -> true;
      default -> false;
    };
  }
}
