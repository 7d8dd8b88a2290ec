package dev.parley.turn;

import dev.parley.model.ModelMessage;
import dev.parley.tool.ToolContext;
import java.util.List;
import java.util.Optional;

/// What the model is asked to do.
///
/// @param tools for whom tools run; empty where the model may not call any
record ModelTask(
    String model, String system, List<ModelMessage> messages, Optional<ToolContext> tools) {
  ModelTask {
    messages = List.copyOf(messages);
  }
}
