package dev.parley.slack.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.message.ReplyAction;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The buttons below a reply that run commands; each carries its line, so that any instance can
/// take a press at any time.
public final class CommandButtons {
  /// What Slack calls the presses; no two buttons of a message may be called the same.
  public static final Pattern ACTION = Pattern.compile("parley_run_\\d+");

  private static final ObjectMapper JSON = new ObjectMapper();

  private CommandButtons() {}

  /// A row of them; nothing where there are none.
  public static List<JsonNode> blocks(List<ReplyAction> actions) {
    if (actions.isEmpty()) {
      return List.of();
    }
    ObjectNode row = JSON.createObjectNode().put("type", "actions");
    ArrayNode elements = row.putArray("elements");
    for (ReplyAction action : actions) {
      elements.add(button(action, elements.size()));
    }
    return List.of(row);
  }

  private static JsonNode button(ReplyAction action, int number) {
    ObjectNode button = JSON.createObjectNode().put("type", "button");
    button.put("action_id", "parley_run_" + number).put("value", action.line());
    button
        .putObject("text")
        .put("type", "plain_text")
        .put("text", action.label())
        .put("emoji", false);
    if (action.style() != ReplyAction.Style.PLAIN) {
      button.put("style", action.style().name().toLowerCase(Locale.ROOT));
    }
    return button;
  }
}
