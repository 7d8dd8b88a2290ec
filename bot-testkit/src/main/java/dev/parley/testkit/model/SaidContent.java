package dev.parley.testkit.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.model.Media;
import dev.parley.model.ModelEvent;
import dev.parley.model.RawContent;
import dev.parley.tool.ToolCall;

/// What was said in one reply, in the form that goes into the history.
final class SaidContent {
  private final ObjectNode content = JsonNodeFactory.instance.objectNode();
  private final ArrayNode parts = content.putArray("parts");
  private final StringBuilder text = new StringBuilder();

  void add(ModelEvent event) {
    switch (event) {
      case ModelEvent.Text(String delta) -> text.append(delta);
      case ModelEvent.Picture(Media picture) -> {
        closeText();
        parts.addObject().put("picture", picture.content().sha256());
      }
      case ModelEvent.ToolRequested(ToolCall call) -> add(call);
      case ModelEvent.Thought _, ModelEvent.Cited _, ModelEvent.Finished _ -> {}
    }
  }

  boolean visible() {
    return !text.isEmpty() || !parts.isEmpty();
  }

  RawContent content() {
    closeText();
    return new RawContent(content.put("role", "model").toString());
  }

  private void add(ToolCall call) {
    closeText();
    parts
        .addObject()
        .put("thoughtSignature", "c2lnbmVk")
        .putObject("functionCall")
        .put("id", call.id())
        .put("name", call.name())
        .set("args", call.arguments());
  }

  private void closeText() {
    if (!text.isEmpty()) {
      parts.addObject().put("text", text.toString());
      text.setLength(0);
    }
  }
}
