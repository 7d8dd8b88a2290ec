package dev.parley.slack.reply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.inbox.TurnRef;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes an answer away, however many messages and files it has.
public final class Removal {
  private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

  private final SlackApi api;
  private final String channel;

  public Removal(SlackApi api, String channel) {
    this.api = api;
    this.channel = channel;
  }

  /// Deletes the message on which somebody pressed a button, and what else belongs to its turn.
  ///
  /// @param thread that it is in
  public void remove(TurnRef turn, String pressed, Optional<String> thread) {
    Set<String> messages = new LinkedHashSet<>();
    messages.add(pressed);
    Set<String> files = new LinkedHashSet<>();
    thread.ifPresent(root -> find(turn, root, messages, files));
    messages.forEach(
        ts -> tried(ApiCall.urgent("chat.delete").with("channel", channel).with("ts", ts)));
    files.forEach(file -> tried(ApiCall.urgent("files.delete").with("file", file)));
  }

  private void find(TurnRef turn, String root, Set<String> messages, Set<String> files) {
    try {
      api.call(
              ApiCall.urgent("conversations.replies")
                  .with("channel", channel)
                  .with("ts", root)
                  .with("include_all_metadata", "true")
                  .with("limit", "200"))
          .path("messages")
          .forEach(message -> note(turn, message, messages, files));
    } catch (SlackCallException unknown) {
      LOG.warn("other parts of an answer stay: {}", unknown.getMessage());
    }
  }

  private static void note(
      TurnRef turn, JsonNode message, Set<String> messages, Set<String> files) {
    if (AnswerCalls.belongs(message, turn)) {
      messages.add(message.path("ts").asText());
    }
    message
        .path("files")
        .forEach(
            file -> {
              if (AnswerFiles.isOf(turn, file.path("name").asText())) {
                files.add(file.path("id").asText());
              }
            });
  }

  private void tried(ApiCall call) {
    try {
      api.call(call);
    } catch (SlackCallException failed) {
      LOG.warn("a part of an answer stays: {}", failed.getMessage());
    }
  }
}
