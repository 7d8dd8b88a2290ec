package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The methods for what shows around an agent's conversations, and for views.
final class PaneMethods {
  private static final Set<String> SESSION_STATES =
      Set.of("active", "processing", "suspended", "closed");

  private PaneMethods() {}

  static Map<String, ApiMethod> methods() {
    return Map.of(
        "assistant.threads.setStatus", PaneMethods::setStatus,
        "assistant.threads.setSuggestedPrompts", PaneMethods::suggest,
        "assistant.threads.setTitle", PaneMethods::setTitle,
        "agents.sessions.setStatus", PaneMethods::setSession,
        "agents.sessions.rename", PaneMethods::setTitle,
        "views.open", call -> view(openView(call, false)),
        "views.push", call -> view(openView(call, true)),
        "views.publish", PaneMethods::publish,
        "views.update", PaneMethods::update);
  }

  private static SlackChannel thread(ApiCall call) {
    SlackChannel room = Rooms.readable(call, "channel_id");
    if (room.find(call.required("thread_ts")).isEmpty()) {
      throw new SlackRefusedException("thread_not_found");
    }
    return room;
  }

  private static ObjectNode setStatus(ApiCall call) {
    SlackChannel room = thread(call);
    if (call.list("loading_messages", "invalid_arguments").size() > 10) {
      throw new SlackRefusedException("invalid_arguments", "[ERROR] too many loading_messages");
    }
    if (!call.arguments().containsKey("status")) {
      throw new SlackRefusedException("invalid_arguments", "[ERROR] missing field: status");
    }
    call.workspace().pane().status(room.id(), call.text("thread_ts"), call.text("status"));
    return Json.object();
  }

  private static ObjectNode suggest(ApiCall call) {
    SlackChannel room = Rooms.readable(call, "channel_id");
    ArrayNode prompts = call.list("prompts", "invalid_arguments");
    if (prompts.isEmpty() || prompts.size() > 4) {
      throw new SlackRefusedException("invalid_arguments", "[ERROR] one to four prompts");
    }
    List<String> titles = new ArrayList<>();
    for (JsonNode prompt : prompts) {
      if (prompt.path("title").asText("").isEmpty()
          || prompt.path("message").asText("").isEmpty()) {
        throw new SlackRefusedException("invalid_arguments", "[ERROR] title and message");
      }
      titles.add(prompt.path("title").asText());
    }
    // in the agent pane, prompts for a thread are dropped without a word
    if (call.text("thread_ts").isEmpty()) {
      call.workspace().pane().suggest(room.id(), List.copyOf(titles));
    }
    return Json.object();
  }

  private static ObjectNode setTitle(ApiCall call) {
    SlackChannel room = thread(call);
    String title = call.required("title");
    if (title.length() > 200) {
      throw new SlackRefusedException("invalid_arguments", "[ERROR] title too long");
    }
    call.workspace().pane().title(room.id(), call.text("thread_ts"), title);
    return Json.object().put("title", title);
  }

  private static ObjectNode setSession(ApiCall call) {
    SlackChannel room = thread(call);
    String state = call.required("status");
    if (!SESSION_STATES.contains(state)) {
      throw new SlackRefusedException("invalid_arguments", "[ERROR] unknown status: " + state);
    }
    call.workspace().pane().session(room.id(), call.text("thread_ts"), state);
    return Json.object().put("status", state).put("agent_status", state);
  }

  private static ObjectNode openView(ApiCall call, boolean onTop) {
    return call.workspace().views().open(call.required("trigger_id"), viewOf(call), onTop);
  }

  private static JsonNode viewOf(ApiCall call) {
    call.required("view");
    return call.json("view", "invalid_arguments");
  }

  private static ObjectNode publish(ApiCall call) {
    String user = call.required("user_id");
    if (call.workspace().findPerson(user).isEmpty()) {
      throw new SlackRefusedException("user_not_found");
    }
    return view(call.workspace().views().publish(user, viewOf(call), call.text("hash")));
  }

  private static ObjectNode update(ApiCall call) {
    String id = call.required("view_id");
    return view(call.workspace().views().update(id, viewOf(call), call.text("hash")));
  }

  private static ObjectNode view(ObjectNode shown) {
    ObjectNode answer = Json.object();
    answer.set("view", shown);
    return answer;
  }
}
