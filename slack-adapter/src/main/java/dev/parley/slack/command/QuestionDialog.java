package dev.parley.slack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.ViewState;
import java.util.Optional;

/// The dialog that takes a question about a message.
final class QuestionDialog {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BLOCK = "question";
  private static final String INPUT = "text";

  /// What an input takes (docs.slack.dev, "Plain-text input element").
  private static final int LONGEST = 3_000;

  private QuestionDialog() {}

  /// @param place where it is asked, as the submission gives it back
  static JsonNode view(String place) {
    ObjectNode view = JSON.createObjectNode().put("type", "modal");
    view.put("callback_id", Shortcuts.ASK).put("private_metadata", place);
    view.set("title", plain("Ask about this"));
    view.set("submit", plain("Ask"));
    view.set("close", plain("Cancel"));
    ObjectNode block = view.putArray("blocks").addObject().put("type", "input");
    block.put("block_id", BLOCK).set("label", plain("Your question, for everyone to see"));
    ObjectNode input = block.putObject("element").put("type", "plain_text_input");
    input.put("action_id", INPUT).put("multiline", true).put("max_length", LONGEST);
    return view;
  }

  private static ObjectNode plain(String text) {
    return JSON.createObjectNode().put("type", "plain_text").put("text", text);
  }

  static String question(ViewSubmissionPayload submitted) {
    return Optional.ofNullable(submitted.getView().getState().getValues().get(BLOCK))
        .map(inputs -> inputs.get(INPUT))
        .map(ViewState.Value::getValue)
        .orElseThrow(() -> new IllegalArgumentException("a dialog that is not the bot's"))
        .strip();
  }
}
