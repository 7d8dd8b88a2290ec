package dev.parley.discord.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.message.ReplyAction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The buttons below a reply that run commands. Each is called by its line, so that it works on any
/// instance and after a restart.
public final class CommandButtons {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// No two buttons of a message may be called the same.
  private static final Pattern ID = Pattern.compile("run\\d:(.*)", Pattern.DOTALL);

  private CommandButtons() {}

  /// Adds a row of them, where there are some.
  public static void add(ArrayNode rows, List<ReplyAction> actions) {
    if (actions.isEmpty()) {
      return;
    }
    ArrayNode buttons = rows.addObject().put("type", 1).putArray("components");
    for (ReplyAction action : actions) {
      String id = "run" + buttons.size() + ":" + action.line();
      buttons
          .addObject()
          .put("type", 2)
          .put("style", style(action.style()))
          .put("label", action.label())
          .put("custom_id", id);
    }
  }

  static ArrayNode rows(List<ReplyAction> actions) {
    ArrayNode rows = JSON.createArrayNode();
    add(rows, actions);
    return rows;
  }

  /// As Discord counts them ("Component Reference", button styles).
  private static int style(ReplyAction.Style style) {
    return switch (style) {
      case PRIMARY -> 1;
      case PLAIN -> 2;
      case DANGER -> 4;
    };
  }

  /// The line that a pressed button says; empty where it is none of these.
  public static Optional<String> line(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
