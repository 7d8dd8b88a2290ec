package dev.parley.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The members of a workspace, listed once when the first of them speaks: asked for one by one, a
/// hundred newcomers in a minute would be all that Slack lets the bot know.
final class MemberList {
  private static final Logger LOG = LoggerFactory.getLogger(MemberList.class);
  private static final String METHOD = "users.list";

  /// The most that Slack takes (docs.slack.dev, "users.list").
  private static final String PAGE = "1000";

  private static final int MOST_PAGES = 5;

  private final SlackApi api;
  private final Consumer<JsonNode> taker;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<Boolean> read = new CompletableFuture<>();

  /// @param taker of each member that is listed
  MemberList(SlackApi api, Consumer<JsonNode> taker) {
    this.api = api;
    this.taker = taker;
  }

  /// Blocks until it is read, or cannot be, or for so long.
  void await(Duration patience) {
    if (begun.compareAndSet(false, true)) {
      Thread.ofVirtual().name("slack members").start(this::readAll);
    }
    read.copy().completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  private void readAll() {
    try {
      String cursor = "";
      for (int page = 0; page < MOST_PAGES && (page == 0 || !cursor.isEmpty()); page++) {
        JsonNode answer =
            api.call(
                ApiCall.urgent(METHOD)
                    .with("limit", PAGE)
                    .with("cursor", Optional.of(cursor).filter(text -> !text.isEmpty())));
        answer.path("members").forEach(taker);
        cursor = answer.at("/response_metadata/next_cursor").asText("");
      }
    } catch (SlackCallException refused) {
      LOG.info("people are asked for one by one: {}", refused.getMessage());
    } finally {
      read.complete(true);
    }
  }
}
