package dev.parley.slack.reply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.ReplyAction;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.reply.AnswerButtons.Under;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which parts of an answer are in Slack already. Where there is doubt about it, Slack is asked
/// before anything is posted.
final class PostedParts {
  private static final Logger LOG = LoggerFactory.getLogger(PostedParts.class);

  private final AnswerCalls calls;
  private final Ownership ownership;
  private final boolean again;
  private final Map<Integer, String> parts = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private boolean doubt;

  /// @param again whether what is there is an answer from before, to be replaced
  /// @param doubt whether another instance may have posted something already
  PostedParts(AnswerCalls calls, Ownership ownership, boolean again, boolean doubt) {
    this.calls = calls;
    this.ownership = ownership;
    this.again = again;
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
  String post(Rendering.Part part, int number, Under under) {
    ask();
    String before = parts.get(number);
    if (before != null) {
      if (again) {
        calls.update(before, part, number, under);
      }
      return before;
    }
    try {
      String ts = calls.post(part, number, under);
      parts.put(number, ts);
      return ts;
    } catch (SlackCallException failed) {
      doubt |= failed.mayHaveHappened();
      throw failed;
    }
  }

  /// Takes away what an answer from before has beyond this one.
  ///
  /// @param count of the messages of this answer
  void trim(int count) {
    if (again) {
      ask();
      parts.entrySet().stream()
          .filter(part -> part.getKey() >= count)
          .toList()
          .forEach(this::delete);
    }
  }

  private void delete(Map.Entry<Integer, String> part) {
    calls.delete(part.getValue());
    gone.add(part.getValue());
    parts.remove(part.getKey());
  }

  /// Takes those files of an answer from before away.
  void dropFiles(Predicate<String> names) {
    if (again) {
      takeFilesAway(names);
    }
  }

  /// Takes those files away; repeated, it changes nothing.
  void takeFilesAway(Predicate<String> names) {
    ask();
    List.copyOf(files.keySet()).stream()
        .filter(names)
        .forEach(
            name -> {
              deleteFile(files.getOrDefault(name, ""));
              files.remove(name);
            });
  }

  /// One that Slack does not let the bot delete, or that is gone, must not hold the answer up.
  private void deleteFile(String id) {
    try {
      calls.deleteFile(id);
    } catch (SlackCallException failed) {
      if (!failed.isRefusal()) {
        throw failed;
      }
      LOG.warn("a file of an answer from before stays: {}", failed.getMessage());
    }
  }

  /// Uploads a file unless it is there; false where Slack does not let the bot.
  boolean upload(Upload.Item item) {
    ask();
    if (files.containsKey(item.name())) {
      return true;
    }
    try {
      Optional<String> id = calls.upload(item);
      id.ifPresent(file -> files.put(item.name(), file));
      return id.isPresent();
    } catch (SlackCallException failed) {
      doubt |= failed.mayHaveHappened();
      throw failed;
    }
  }

  void tellAsker(Rendering.Part part, List<ReplyAction> actions) {
    calls.tellAsker(part, actions);
  }

  boolean uploadToAsker(Upload.Item item) {
    return calls.uploadToAsker(item);
  }

  /// Whether somebody went on with a message: a new owner of the turn, since nobody else can.
  boolean isEdited(String ts) {
    for (JsonNode message : calls.posted()) {
      if (message.path("ts").asText().equals(ts)) {
        return message.has("edited");
      }
    }
    return false;
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
    message
        .path("files")
        .forEach(file -> files.put(file.path("name").asText(), file.path("id").asText()));
  }
}
