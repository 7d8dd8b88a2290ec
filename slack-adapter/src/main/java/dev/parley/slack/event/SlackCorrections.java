package dev.parley.slack.event;

import static dev.parley.slack.event.SlackEventMapper.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.MessageId;
import dev.parley.slack.workspace.SlackIdentity;
import java.util.Optional;

/// Finds the messages that people changed or deleted among all that Slack tells.
public final class SlackCorrections {
  private SlackCorrections() {}

  /// The message as it reads now; empty where nobody changed its words: Slack also tells so of
  /// links that it unfurls.
  ///
  /// @param envelope the whole body of an event
  public static Optional<SlackMessage> edited(JsonNode envelope, SlackIdentity bot) {
    JsonNode event = envelope.path("event");
    JsonNode message = event.path("message");
    if (!isAbout(event, "message_changed")
        || !message.has("edited")
        || text(message, "text").equals(text(event.path("previous_message"), "text"))) {
      return Optional.empty();
    }
    ObjectNode said = message.deepCopy();
    said.put("type", "message");
    said.put("channel", text(event, "channel"));
    said.put("channel_type", text(event, "channel_type"));
    ObjectNode whole = envelope.deepCopy();
    whole.set("event", said);
    return SlackEventMapper.message(whole, bot).filter(read -> !read.fromBot());
  }

  /// The message that was deleted. A thread's root leaves a tombstone, which is an edit to Slack.
  ///
  /// @param envelope the whole body of an event
  public static Optional<MessageId> deleted(JsonNode envelope) {
    JsonNode event = envelope.path("event");
    String ts = "";
    if (isAbout(event, "message_deleted")) {
      ts = text(event, "deleted_ts");
    } else if (isAbout(event, "message_changed")
        && text(event.path("message"), "subtype").equals("tombstone")) {
      ts = text(event.path("message"), "ts");
    }
    return ts.isEmpty()
        ? Optional.empty()
        : Optional.of(InboundMessages.id(text(event, "channel"), ts));
  }

  private static boolean isAbout(JsonNode event, String subtype) {
    return text(event, "type").equals("message") && text(event, "subtype").equals(subtype);
  }
}
