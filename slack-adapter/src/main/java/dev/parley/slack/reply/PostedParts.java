package dev.parley.slack.reply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.slack.api.SlackCallException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which parts of an answer are in Slack already. Where there is doubt about it, Slack is asked
/// before anything is posted.
final class PostedParts {
  private static final Logger LOG = LoggerFactory.getLogger(PostedParts.class);

  private final AnswerCalls calls;
  private final Ownership ownership;
  private final Map<Integer, String> parts = new HashMap<>();
  private final Set<String> files = new HashSet<>();
  private final Set<String> gone = new HashSet<>();
  private boolean doubt;

  /// @param doubt whether another instance may have posted something already
  PostedParts(AnswerCalls calls, Ownership ownership, boolean doubt) {
    this.calls = calls;
    this.ownership = ownership;
    this.doubt = doubt;
  }

  /// Tells which messages without a mark can only be a beginning of this answer.
  interface Ownership {
    boolean isUnmarkedBeginning(JsonNode message);
  }

  /// From now on it is not known whether a part was posted.
  void doubt() {
    doubt = true;
  }

  /// This message is not there any more.
  void forget(String ts) {
    gone.add(ts);
    parts.values().remove(ts);
    doubt = true;
  }

  /// The first part, where it was posted and that was in doubt.
  Optional<String> first() {
    ask();
    return Optional.ofNullable(parts.get(0));
  }

  /// Posts a part unless it is there; returns its `ts`.
  String post(Rendering.Part part, int number, boolean growing) {
    ask();
    if (!parts.containsKey(number)) {
      try {
        parts.put(number, calls.post(part, number, growing));
      } catch (SlackCallException failed) {
        doubt |= failed.mayHaveHappened();
        throw failed;
      }
    }
    return parts.getOrDefault(number, "");
  }

  boolean hasFile(String name) {
    ask();
    return files.contains(name);
  }

  private void ask() {
    if (!doubt) {
      return;
    }
    try {
      calls.posted().forEach(this::note);
      doubt = false;
    } catch (SlackCallException unknown) {
      if (!unknown.isRefusal()) {
        throw unknown;
      }
      LOG.warn("what was posted already cannot be asked: {}", unknown.getMessage());
      doubt = false;
    }
  }

  private void note(JsonNode message) {
    String ts = message.path("ts").asText();
    if (gone.contains(ts)) {
      return;
    }
    if (calls.isMine(message)) {
      parts.put(message.path("metadata").path("event_payload").path("part").asInt(), ts);
    } else if (ownership.isUnmarkedBeginning(message)) {
      parts.putIfAbsent(0, ts);
    }
    message.path("files").forEach(file -> files.add(file.path("name").asText()));
  }
}
