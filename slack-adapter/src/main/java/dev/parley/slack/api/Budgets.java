package dev.parley.slack.api;

import dev.parley.identity.TenantId;
import dev.parley.platform.RateLimit;
import dev.parley.platform.RateLimits;
import java.time.Duration;
import java.util.Optional;

/// What may still be called in a workspace, by method and, where Slack counts so, by channel. What
/// Slack itself says by `Retry-After` goes before what is reckoned here.
public final class Budgets {
  private final RateLimits limits;
  private final TenantId workspace;

  /// @param limits reckoned with all instances of the bot
  public Budgets(RateLimits limits, TenantId workspace) {
    this.limits = limits;
    this.workspace = workspace;
  }

  /// Takes one call from what is left.
  ///
  /// @return empty where the call may be made now; else how long to wait before asking again
  Optional<Duration> take(ApiCall call) {
    return limits.take(workspace, name(call), limit(call.method()), call.urgent());
  }

  /// No call of this kind for so long.
  void pause(ApiCall call, Duration time) {
    limits.pause(workspace, name(call), limit(call.method()), time);
  }

  private static String name(ApiCall call) {
    return isForEachChannel(call.method())
        ? call.method() + " " + call.channel().orElse("")
        : call.method();
  }

  private static boolean isForEachChannel(String method) {
    return switch (method) {
      case "chat.postMessage", "chat.postEphemeral", "assistant.threads.setStatus" -> true;
      default -> false;
    };
  }

  /// The limits of Slack's documentation (Web API rate limits), each for one method in one
  /// workspace; posts and status lines have theirs for each channel.
  private static RateLimit limit(String method) {
    return switch (method) {
      case "chat.postMessage", "chat.postEphemeral", "assistant.threads.setStatus" ->
          new RateLimit(3, Duration.ofSeconds(1), 1);
      case "chat.startStream", "chat.stopStream", "auth.test", "users.list", "usergroups.list" ->
          RateLimit.perMinute(20);
      case "chat.update", "conversations.replies", "conversations.history" ->
          RateLimit.perMinute(50);
      // a crowd that speaks for the first time is not turned away before Slack itself does so
      case "users.info" -> new RateLimit(600, Duration.ofMillis(600), 0);
      default -> RateLimit.perMinute(100);
    };
  }
}
