package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/// Builds and sends what Slack sends for a person's commands, buttons, shortcuts and dialogs.
final class Gestures {
  private final SlackWorkspace workspace;
  private final SlackPerson person;

  Gestures(SlackWorkspace workspace, SlackPerson person) {
    this.workspace = workspace;
    this.person = person;
  }

  Delivery command(String channel, String command, String text) {
    person.joins(channel);
    SlackChannel room = room(channel);
    ResponseUrls.Target target = new ResponseUrls.Target(room, person.id(), "", "");
    ObjectNode fields = Json.object().put("token", workspace.app().verificationToken());
    fields.put("team_id", workspace.id()).put("team_domain", domain());
    fields.put("channel_id", room.id()).put("channel_name", room.name());
    fields.put("user_id", person.id()).put("user_name", person.name());
    fields.put("command", command).put("text", text).put("api_app_id", workspace.app().id());
    fields.put("is_enterprise_install", "false");
    fields.put("response_url", workspace.responseUrls().open(target));
    fields.put("trigger_id", workspace.views().trigger(person));
    Delivery delivery = workspace.announcer().command(fields);
    delivery.whenAcknowledged(answer -> workspace.responseUrls().answered(target, answer));
    return delivery;
  }

  Delivery press(String channel, String ts, String actionId, String value) {
    synchronized (workspace) {
      SlackChannel room = room(channel);
      JsonNode message = seen(room, ts);
      boolean ephemeral = message.path("is_ephemeral").asBoolean();
      ObjectNode payload = interaction("block_actions");
      ObjectNode container = payload.putObject("container").put("type", "message");
      container.put("message_ts", ts).put("channel_id", room.id()).put("is_ephemeral", ephemeral);
      String thread = message.path("thread_ts").asText("");
      if (!thread.isEmpty()) {
        container.put("thread_ts", thread);
      }
      payload.putObject("channel").put("id", room.id()).put("name", room.name());
      if (!ephemeral) {
        payload.set("message", message);
      }
      payload.putObject("state").putObject("values");
      payload.putArray("actions").add(action(message.path("blocks"), actionId, value));
      payload.put("response_url", responseUrl(room, thread, ephemeral ? "" : ts));
      return workspace.announcer().interaction(payload);
    }
  }

  private JsonNode seen(SlackChannel room, String ts) {
    return room.ephemerals().stream()
        .filter(message -> message.ts().equals(ts) && message.user().equals(person.id()))
        .map(EphemeralMessage::wire)
        .findFirst()
        .orElseGet(
            () ->
                room.find(ts)
                    .map(post -> (JsonNode) post.wire().deepCopy())
                    .orElseThrow(
                        () -> new IllegalStateException(person.name() + " sees no message " + ts)));
  }

  private String responseUrl(SlackChannel room, String thread, String original) {
    return workspace
        .responseUrls()
        .open(new ResponseUrls.Target(room, person.id(), thread, original));
  }

  Delivery pressAtHome(String actionId, String value) {
    JsonNode view =
        workspace
            .views()
            .home(person)
            .orElseThrow(() -> new IllegalStateException(person.name() + " sees no App Home"));
    ObjectNode payload = interaction("block_actions");
    payload.putObject("container").put("type", "view").put("view_id", view.path("id").asText());
    payload.set("view", view);
    payload.putArray("actions").add(action(view.path("blocks"), actionId, value));
    return workspace.announcer().interaction(payload);
  }

  private ObjectNode action(JsonNode blocks, String actionId, String value) {
    for (JsonNode block : blocks) {
      JsonNode element = element(block, actionId);
      if (!element.isMissingNode()) {
        ObjectNode action = chosen(element, value).put("action_id", actionId);
        action.put("type", element.path("type").asText());
        return action
            .put("block_id", block.path("block_id").asText())
            .put("action_ts", workspace.ids().ts());
      }
    }
    throw new IllegalStateException(person.name() + " sees no " + actionId + " in " + blocks);
  }

  private static JsonNode element(JsonNode node, String actionId) {
    if (node.path("action_id").asText("").equals(actionId)) {
      return node;
    }
    for (JsonNode child : node) {
      JsonNode found = element(child, actionId);
      if (!found.isMissingNode()) {
        return found;
      }
    }
    return Json.object().path("");
  }

  private ObjectNode chosen(JsonNode element, String value) {
    ObjectNode action = Json.object();
    JsonNode options = element.path("options");
    if (element.has("options")) {
      for (JsonNode option : options) {
        if (option.path("value").asText().equals(value)) {
          action.set("selected_option", option);
          return action;
        }
      }
      throw new IllegalStateException(person.name() + " sees no option " + value);
    }
    if (element.has("text")) {
      action.set("text", element.path("text"));
    }
    return action.put("value", value.isEmpty() ? element.path("value").asText("") : value);
  }

  Delivery shortcut(String callbackId, String channel, String ts) {
    synchronized (workspace) {
      SlackChannel room = room(channel);
      ObjectNode payload = interaction("message_action").put("callback_id", callbackId);
      payload.put("message_ts", ts).put("action_ts", workspace.ids().ts());
      JsonNode message = seen(room, ts);
      payload.set("message", message);
      payload.putObject("channel").put("id", room.id()).put("name", room.name());
      payload.put("response_url", responseUrl(room, message.path("thread_ts").asText(""), ""));
      return workspace.announcer().interaction(payload);
    }
  }

  Delivery submit(JsonNode values) {
    ObjectNode view =
        workspace
            .views()
            .dialog(person)
            .orElseThrow(() -> new IllegalStateException(person.name() + " sees no dialog"));
    view.putObject("state").set("values", values);
    ObjectNode payload = interaction("view_submission");
    payload.set("view", view);
    payload.putArray("response_urls");
    Delivery delivery = workspace.announcer().interaction(payload);
    delivery.whenAcknowledged(answer -> workspace.views().submitted(person, answer));
    return delivery;
  }

  private ObjectNode interaction(String type) {
    ObjectNode payload = Json.object().put("type", type);
    payload.put("token", workspace.app().verificationToken());
    payload.put("api_app_id", workspace.app().id()).put("is_enterprise_install", false);
    payload.putNull("enterprise");
    ObjectNode user = payload.putObject("user").put("id", person.id());
    user.put("username", person.name()).put("name", person.name()).put("team_id", person.teamId());
    payload.putObject("team").put("id", workspace.id()).put("domain", domain());
    return payload.put("trigger_id", workspace.views().trigger(person));
  }

  private String domain() {
    return workspace.id().toLowerCase(Locale.ROOT);
  }

  private SlackChannel room(String channel) {
    return workspace.room(channel);
  }
}
