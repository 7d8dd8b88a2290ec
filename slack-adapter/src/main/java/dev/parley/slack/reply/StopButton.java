package dev.parley.slack.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.TenantId;
import dev.parley.inbox.TurnRef;
import dev.parley.slack.event.InboundMessages;
import java.util.Optional;

/// The button under a growing answer; it names the turn, so that any instance can take the press.
public final class StopButton {
  /// What Slack calls the press.
  public static final String ACTION = "parley_stop";

  private static final ObjectMapper JSON = new ObjectMapper();

  private StopButton() {}

  static JsonNode block(TurnRef turn) {
    ObjectNode block = JSON.createObjectNode().put("type", "actions");
    ObjectNode button = block.putArray("elements").addObject();
    button.put("type", "button").put("action_id", ACTION).put("value", value(turn));
    button.putObject("text").put("type", "plain_text").put("text", "Stop");
    return block;
  }

  private static String value(TurnRef turn) {
    return JSON.createObjectNode()
        .put("w", turn.conversation().tenant().id())
        .put("c", turn.conversation().key())
        .put("t", turn.id().value())
        .toString();
  }

  /// The turn that a pressed button names; empty where it names none.
  public static Optional<TurnRef> turn(String value) {
    try {
      JsonNode node = JSON.readTree(value);
      TenantId tenant = new TenantId(InboundMessages.PLATFORM, node.path("w").asText());
      return Optional.of(
          new TurnRef(
              new ConversationId(tenant, node.path("c").asText()),
              new MessageId(node.path("t").asText())));
    } catch (JsonProcessingException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
