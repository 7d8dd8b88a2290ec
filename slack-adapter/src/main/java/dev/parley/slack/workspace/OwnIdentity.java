package dev.parley.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who the bot is, asked when it is first needed, and then known.
final class OwnIdentity implements Supplier<SlackIdentity> {
  private final SlackApi api;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable SlackIdentity known;

  OwnIdentity(SlackApi api) {
    this.api = api;
  }

  /// @throws dev.parley.slack.api.SlackCallException where Slack does not tell
  @Override
  public SlackIdentity get() {
    SlackIdentity told = known;
    return told == null ? ask() : told;
  }

  private SlackIdentity ask() {
    lock.lock();
    try {
      SlackIdentity told = known;
      if (told == null) {
        JsonNode answer = api.call(ApiCall.passing("auth.test"));
        told =
            new SlackIdentity(
                answer.path("team_id").asText(),
                answer.path("user_id").asText(),
                answer.path("bot_id").asText());
        known = told;
      }
      return told;
    } finally {
      lock.unlock();
    }
  }
}
