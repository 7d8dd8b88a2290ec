package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The App Home and the stack of dialogs that each person sees.
public final class ShownViews {
  private final Ids ids;
  private final Duration triggerLifetime;
  private final Map<String, ObjectNode> homes = new HashMap<>();
  private final Map<String, Deque<ObjectNode>> dialogs = new HashMap<>();
  private final Map<String, Trigger> triggers = new HashMap<>();

  ShownViews(Ids ids, Duration triggerLifetime) {
    this.ids = ids;
    this.triggerLifetime = triggerLifetime;
  }

  /// What a person sees in the app's Home tab.
  public synchronized Optional<ObjectNode> home(SlackPerson person) {
    return Optional.ofNullable(homes.get(person.id())).map(ObjectNode::deepCopy);
  }

  /// The dialog that a person has before them.
  public synchronized Optional<ObjectNode> dialog(SlackPerson person) {
    return Optional.ofNullable(dialogsOf(person.id()).peek()).map(ObjectNode::deepCopy);
  }

  private Deque<ObjectNode> dialogsOf(String user) {
    return dialogs.computeIfAbsent(user, it -> new ArrayDeque<>());
  }

  /// What lets the bot open one dialog for a person, for a moment.
  synchronized String trigger(SlackPerson person) {
    String id = ids.id("trigger.");
    triggers.put(id, new Trigger(person.id(), ids.now().plus(triggerLifetime), false));
    return id;
  }

  /// Opens a dialog; returns it as it is shown.
  synchronized ObjectNode open(String trigger, JsonNode view, boolean onTop) {
    Trigger found = triggers.get(trigger);
    if (found == null) {
      throw new SlackRefusedException("invalid_trigger_id");
    }
    if (found.used()) {
      throw new SlackRefusedException("exchanged_trigger_id");
    }
    if (!ids.now().isBefore(found.ends())) {
      throw new SlackRefusedException("expired_trigger_id");
    }
    ObjectNode shown = shown(view, "modal");
    triggers.put(trigger, new Trigger(found.user(), found.ends(), true));
    Deque<ObjectNode> stack = dialogsOf(found.user());
    if (onTop && stack.size() == 3) {
      throw new SlackRefusedException("push_limit_reached");
    }
    if (!onTop) {
      stack.clear();
    }
    stack.push(shown);
    return shown.deepCopy();
  }

  synchronized ObjectNode publish(String user, JsonNode view, String hash) {
    ObjectNode before = homes.get(user);
    checkHash(before, hash);
    ObjectNode shown = shown(view, "home");
    if (before != null) {
      shown.set("id", before.path("id"));
    }
    homes.put(user, shown);
    return shown.deepCopy();
  }

  synchronized ObjectNode update(String id, JsonNode view, String hash) {
    for (Deque<ObjectNode> stack : dialogs.values()) {
      for (ObjectNode before : stack) {
        if (before.path("id").asText().equals(id)) {
          checkHash(before, hash);
          before.setAll(shown(view, "modal").put("id", id));
          return before.deepCopy();
        }
      }
    }
    throw new SlackRefusedException("not_found");
  }

  private static void checkHash(@Nullable ObjectNode before, String hash) {
    if (before != null && !hash.isEmpty() && !before.path("hash").asText().equals(hash)) {
      throw new SlackRefusedException("hash_conflict");
    }
  }

  private ObjectNode shown(JsonNode view, String type) {
    if (!(view instanceof ObjectNode given) || !view.path("type").asText().equals(type)) {
      throw new SlackRefusedException("invalid_arguments", "[ERROR] view must be a " + type);
    }
    if (type.equals("modal")) {
      String title = view.at("/title/text").asText();
      if (title.isEmpty() || title.length() > 24) {
        throw new SlackRefusedException("invalid_arguments", "[ERROR] title of 1 to 24 characters");
      }
    }
    BlockRules.checkView(view.path("blocks"));
    ObjectNode shown = given.deepCopy().put("id", ids.id("V")).put("hash", ids.id("hash."));
    shown.putObject("state").putObject("values");
    return shown;
  }

  /// Closes or changes the dialog as the answer to its submission says.
  synchronized void submitted(SlackPerson person, String answer) {
    JsonNode action = answer.isBlank() ? Json.object() : Json.parse(answer);
    Deque<ObjectNode> stack = dialogsOf(person.id());
    switch (action.path("response_action").asText("")) {
      case "errors" -> stack.element().set("errors", action.path("errors"));
      case "clear" -> stack.clear();
      case "update" -> {
        stack.pop();
        stack.push(shown(action.path("view"), "modal"));
      }
      case "push" -> stack.push(shown(action.path("view"), "modal"));
      default -> stack.poll();
    }
  }

  private record Trigger(String user, Instant ends, boolean used) {}
}
