package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Tells the bot what happened in a workspace, by the events that Slack sends for it.
final class Announcer {
  private final SlackWorkspace workspace;
  private final Ids ids;
  private final EventsOut out;

  Announcer(SlackWorkspace workspace, Ids ids, EventsOut out) {
    this.workspace = workspace;
    this.ids = ids;
    this.out = out;
  }

  /// Tells of a new message, and once more of a mention in it.
  List<Delivery> posted(SlackChannel channel, Post post) {
    List<Delivery> told = new ArrayList<>();
    if (hears(channel)) {
      ObjectNode event = located(post.wire().deepCopy(), channel);
      event.put("event_ts", post.ts());
      told.add(event(event, channel));
    }
    if (mentions(channel, post)) {
      told.add(event(mention(channel, post), channel));
    }
    return told;
  }

  private boolean hears(SlackChannel channel) {
    return channel.members().contains(workspace.botUserId());
  }

  private boolean mentions(SlackChannel channel, Post post) {
    return channel.kind() != SlackChannel.Kind.IM
        && (hears(channel) || channel.kind() == SlackChannel.Kind.CHANNEL)
        && !post.author().equals(workspace.botUserId())
        && Pings.inText(post.wire().path("text").asText(), false).contains(workspace.botUserId());
  }

  private static ObjectNode mention(SlackChannel channel, Post post) {
    ObjectNode event = post.wire().deepCopy();
    // a mention does not tell what hangs from it
    event.remove(List.of("subtype", "files", "upload", "parent_user_id"));
    event.put("type", "app_mention").put("channel", channel.id()).put("event_ts", post.ts());
    return event;
  }

  /// Tells that a message is another now.
  List<Delivery> changed(SlackChannel channel, JsonNode before, JsonNode after) {
    ObjectNode event = hidden(channel, "message_changed");
    event.set("message", after.deepCopy());
    event.set("previous_message", before.deepCopy());
    return toldIfHeard(channel, event);
  }

  List<Delivery> deleted(SlackChannel channel, Post post) {
    ObjectNode event = hidden(channel, "message_deleted");
    event.put("deleted_ts", post.ts());
    event.set("previous_message", post.wire().deepCopy());
    return toldIfHeard(channel, event);
  }

  private ObjectNode hidden(SlackChannel channel, String subtype) {
    String ts = ids.ts();
    ObjectNode event = Json.object().put("type", "message").put("subtype", subtype);
    event.put("hidden", true).put("ts", ts).put("event_ts", ts);
    return located(event, channel);
  }

  private static ObjectNode located(ObjectNode event, SlackChannel channel) {
    return event.put("channel", channel.id()).put("channel_type", channel.type());
  }

  private List<Delivery> toldIfHeard(SlackChannel channel, ObjectNode event) {
    return hears(channel) ? List.of(event(event, channel)) : List.of();
  }

  private Delivery event(ObjectNode event, SlackChannel channel) {
    return out.send(new Envelope(Envelope.Kind.EVENT, wrapped(event, channel.isShared())));
  }

  /// Tells of what happened outside of any channel.
  Delivery event(ObjectNode event) {
    if (!event.has("event_ts")) {
      event.put("event_ts", ids.ts());
    }
    return out.send(new Envelope(Envelope.Kind.EVENT, wrapped(event, false)));
  }

  private ObjectNode wrapped(ObjectNode event, boolean shared) {
    ObjectNode callback = Json.object().put("token", workspace.app().verificationToken());
    callback.put("team_id", workspace.id()).put("context_team_id", workspace.id());
    callback.putNull("context_enterprise_id");
    callback.put("api_app_id", workspace.app().id());
    callback.set("event", event);
    callback.put("type", "event_callback").put("event_id", ids.id("Ev"));
    callback.put("event_time", ids.now().getEpochSecond());
    ObjectNode authorization = callback.putArray("authorizations").addObject();
    authorization.putNull("enterprise_id");
    authorization.put("team_id", workspace.id()).put("user_id", workspace.botUserId());
    authorization.put("is_bot", true).put("is_enterprise_install", false);
    callback.put("is_ext_shared_channel", shared).put("event_context", ids.id("4-"));
    return callback;
  }

  Delivery command(ObjectNode fields) {
    return out.send(new Envelope(Envelope.Kind.COMMAND, fields));
  }

  Delivery interaction(ObjectNode payload) {
    return out.send(new Envelope(Envelope.Kind.INTERACTION, payload));
  }

  Delivery again(Delivery earlier) {
    return out.again(earlier);
  }
}
