package dev.parley.slack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.ViewState;
import dev.parley.command.CommandOption;
import dev.parley.command.CommandSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The dialog that takes the options of a command: a menu for those that have choices, a line for
/// the others.
final class SettingDialog {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INPUT = "input";

  /// What an input takes (docs.slack.dev, "Plain-text input element").
  private static final int LONGEST = 3_000;

  private SettingDialog() {}

  /// @param place where the command is given, as the submission gives it back
  static JsonNode view(CommandSpec spec, String callback, String place) {
    ObjectNode view = JSON.createObjectNode().put("type", "modal");
    view.put("callback_id", callback).put("private_metadata", place);
    view.set("title", HomeView.plain("Settings"));
    view.set("submit", HomeView.plain("Set"));
    view.set("close", HomeView.plain("Cancel"));
    ArrayNode blocks = view.putArray("blocks");
    for (CommandOption option : spec.options()) {
      ObjectNode block = blocks.addObject().put("type", "input").put("block_id", option.name());
      block.set("label", HomeView.plain(option.name() + ": " + option.summary()));
      element(block.putObject("element").put("action_id", INPUT), option);
    }
    return view;
  }

  private static void element(ObjectNode element, CommandOption option) {
    if (option.choices().isEmpty()) {
      element.put("type", "plain_text_input").put("max_length", LONGEST).put("multiline", true);
      return;
    }
    element.put("type", "static_select");
    ArrayNode options = element.putArray("options");
    for (String choice : option.choices()) {
      ObjectNode one = options.addObject().put("value", choice);
      one.set("text", HomeView.plain(choice));
    }
  }

  /// The options by their names.
  static Map<String, String> options(ViewSubmissionPayload submitted) {
    Map<String, String> options = new HashMap<>();
    submitted
        .getView()
        .getState()
        .getValues()
        .forEach(
            (name, inputs) ->
                Optional.ofNullable(inputs.get(INPUT))
                    .flatMap(SettingDialog::value)
                    .ifPresent(value -> options.put(name, value)));
    return options;
  }

  private static Optional<String> value(ViewState.Value input) {
    return input.getSelectedOption() == null
        ? Optional.ofNullable(input.getValue())
        : Optional.of(input.getSelectedOption().getValue());
  }
}
