package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.model.ModelMessage;
import dev.parley.tool.ToolUser;
import dev.parley.usage.Booking;
import java.util.List;
import java.util.Optional;

/// What the model is asked to do.
///
/// @param booking where its calls are booked
/// @param mayFallBack whether another model may answer when this one cannot
/// @param tools for whom tools run; empty where the model may not call any
/// @param files of the conversation and of the question, oldest first
/// @param pictured what pictures of the model's own show, for people who cannot see them
record ModelTask(
    Booking booking,
    String model,
    boolean mayFallBack,
    String system,
    List<ModelMessage> messages,
    Optional<ToolUser> tools,
    List<Attachment> files,
    String pictured) {
  ModelTask {
    files = List.copyOf(files);
    messages = List.copyOf(messages);
  }
}
