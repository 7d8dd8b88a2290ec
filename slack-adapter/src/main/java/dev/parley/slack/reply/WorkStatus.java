package dev.parley.slack.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.platform.StepsSoFar;
import dev.parley.platform.ToolStep;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.event.ReplyAddress;
import dev.parley.slack.workspace.Refusals;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The line under a thread that says that the bot is at work, with Slack's own stop button beside
/// it where the workspace has that.
final class WorkStatus {
  private static final String STATUS = "assistant.threads.setStatus";
  private static final String SESSION = "agents.sessions.setStatus";

  /// "assistant.threads.setStatus", loading_messages.
  private static final int MOST_MESSAGES = 10;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SlackApi api;
  private final Refusals refusals;
  private final ReplyAddress address;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean shown;
  private boolean inSession;
  private boolean over;

  WorkStatus(SlackApi api, Refusals refusals, ReplyAddress address) {
    this.api = api;
    this.refusals = refusals;
    this.address = address;
  }

  /// Says what the bot does; Slack takes it away by itself after two minutes.
  void show(String status) {
    lock.lock();
    try {
      if (!over) {
        beginSession();
        shown |= tried(STATUS, ApiCall.passing(STATUS).with("status", status));
      }
    } finally {
      lock.unlock();
    }
  }

  /// Says what tools do, one after the other; where none runs, what stood there before stays.
  void show(List<ToolStep> steps) {
    List<String> running =
        steps.stream()
            .filter(ToolStep::unfinished)
            .map(ToolStep::title)
            .limit(MOST_MESSAGES)
            .toList();
    if (running.isEmpty()) {
      return;
    }
    ArrayNode messages = JSON.createArrayNode();
    running.forEach(messages::add);
    lock.lock();
    try {
      if (!over) {
        beginSession();
        shown |=
            tried(
                STATUS,
                ApiCall.passing(STATUS)
                    .with("status", StepsSoFar.line(steps))
                    .with("loading_messages", messages.toString()));
      }
    } finally {
      lock.unlock();
    }
  }

  private void beginSession() {
    if (!inSession) {
      inSession = tried(SESSION, ApiCall.passing(SESSION).with("status", "processing"));
    }
  }

  private boolean tried(String method, ApiCall call) {
    Optional<String> thread = address.thread();
    if (thread.isEmpty() || !refusals.allows(method)) {
      return false;
    }
    try {
      api.call(call.with("channel_id", address.channel()).with("thread_ts", thread.get()));
      return true;
    } catch (SlackCallException failed) {
      refusals.learn(failed);
      return failed.mayHaveHappened();
    }
  }

  /// Takes it away; idempotent.
  void clear() {
    lock.lock();
    try {
      over = true;
      if (shown) {
        shown = !tried(STATUS, ApiCall.urgent(STATUS).with("status", ""));
      }
      if (inSession) {
        inSession = !tried(SESSION, ApiCall.urgent(SESSION).with("status", "active"));
      }
    } finally {
      lock.unlock();
    }
  }
}
