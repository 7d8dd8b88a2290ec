package dev.parley.slack.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.TenantId;
import dev.parley.inbox.Feedback;
import dev.parley.inbox.TurnRef;
import dev.parley.message.ReplyAction;
import dev.parley.slack.event.InboundMessages;
import java.util.List;
import java.util.Optional;

/// The buttons under an answer; each names the turn, so that any instance can take a press.
public final class AnswerButtons {
  /// What Slack calls the presses.
  public static final String STOP = "parley_stop";

  public static final String REGENERATE = "parley_regenerate";
  public static final String DISCARD = "parley_discard";
  public static final String FEEDBACK = "parley_feedback";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TURN = "t";
  private static final String RATING = "f";

  /// What stands under a message of an answer.
  ///
  /// @param actions of the reply that ends there
  record Under(Stage stage, List<ReplyAction> actions) {
    /// It grows, and can be stopped.
    static final Under GROWING = new Under(Stage.GROWING, List.of());

    /// Another message of the same answer follows.
    static final Under MORE = new Under(Stage.MORE, List.of());

    /// It is the end of the answer.
    static Under end(List<ReplyAction> actions) {
      return new Under(Stage.END, actions);
    }

    boolean grows() {
      return stage == Stage.GROWING;
    }
  }

  /// How far an answer has come with a message.
  enum Stage {
    GROWING,
    MORE,
    END
  }

  private AnswerButtons() {}

  static List<JsonNode> blocks(Under under, TurnRef turn) {
    return switch (under.stage()) {
      case GROWING -> List.of(row("actions", button(STOP, "Stop", turn)));
      case MORE -> List.of();
      case END ->
          List.of(
              row("context_actions", feedback(turn), discard(turn)),
              row("actions", button(REGENERATE, "Answer again", turn)));
    };
  }

  private static JsonNode row(String type, JsonNode... elements) {
    ObjectNode block = JSON.createObjectNode().put("type", type);
    ArrayNode all = block.putArray("elements");
    List.of(elements).forEach(all::add);
    return block;
  }

  private static JsonNode button(String action, String text, TurnRef turn) {
    ObjectNode button = JSON.createObjectNode().put("type", "button").put("action_id", action);
    button.put("value", value(turn).toString()).set("text", plain(text));
    return button;
  }

  private static JsonNode feedback(TurnRef turn) {
    ObjectNode both = JSON.createObjectNode().put("type", "feedback_buttons");
    both.put("action_id", FEEDBACK);
    both.set("positive_button", rating("Helpful", Feedback.HELPFUL, turn));
    both.set("negative_button", rating("Not helpful", Feedback.NOT_HELPFUL, turn));
    return both;
  }

  private static JsonNode rating(String text, Feedback feedback, TurnRef turn) {
    ObjectNode button = JSON.createObjectNode();
    button.set("text", plain(text));
    return button.put("value", value(turn).put(RATING, feedback.name()).toString());
  }

  private static JsonNode discard(TurnRef turn) {
    ObjectNode trash = JSON.createObjectNode().put("type", "icon_button").put("icon", "trash");
    trash.put("action_id", DISCARD).put("value", value(turn).toString());
    trash.set("text", plain("Delete"));
    ObjectNode confirm = trash.putObject("confirm");
    confirm.set("title", plain("Delete this answer?"));
    confirm.set("text", plain("It goes for everyone, and I forget it."));
    confirm.set("confirm", plain("Delete"));
    confirm.set("deny", plain("Keep"));
    return trash;
  }

  private static ObjectNode plain(String text) {
    return JSON.createObjectNode().put("type", "plain_text").put("text", text);
  }

  private static ObjectNode value(TurnRef turn) {
    return JSON.createObjectNode()
        .put("w", turn.conversation().tenant().id())
        .put("c", turn.conversation().key())
        .put(TURN, turn.id().value());
  }

  /// The turn that a pressed button names; empty where it names none.
  public static Optional<TurnRef> turn(String value) {
    try {
      JsonNode node = JSON.readTree(value);
      TenantId tenant = new TenantId(InboundMessages.PLATFORM, node.path("w").asText());
      return Optional.of(
          new TurnRef(
              new ConversationId(tenant, node.path("c").asText()),
              new MessageId(node.path(TURN).asText())));
    } catch (JsonProcessingException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /// What a pressed button says of the answer.
  public static Optional<Feedback> rating(String value) {
    try {
      return Optional.of(Feedback.valueOf(JSON.readTree(value).path(RATING).asText()));
    } catch (JsonProcessingException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
