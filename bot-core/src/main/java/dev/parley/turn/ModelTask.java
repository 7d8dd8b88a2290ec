package dev.parley.turn;

import dev.parley.model.ModelMessage;
import dev.parley.tool.ToolContext;
import dev.parley.usage.Booking;
import java.util.List;
import java.util.Optional;

/// What the model is asked to do.
///
/// @param booking where its calls are booked
/// @param tools for whom tools run; empty where the model may not call any
record ModelTask(
    Booking booking,
    String model,
    String system,
    List<ModelMessage> messages,
    Optional<ToolContext> tools) {
  ModelTask {
    messages = List.copyOf(messages);
  }
}
