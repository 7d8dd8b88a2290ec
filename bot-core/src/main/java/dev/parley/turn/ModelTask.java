package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.message.ReplyFile;
import dev.parley.model.ModelMessage;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolUser;
import dev.parley.usage.Booking;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the model is asked to do.
///
/// @param booking where its calls are booked
/// @param mayFallBack whether another model may answer when this one cannot
/// @param tools for whom tools run; empty where the model may not call any
/// @param files of the conversation and of the question, oldest first
/// @param pictured what pictures of the model's own show, for people who cannot see them
/// @param before what a tool came to that ran before the model is asked
record ModelTask(
    Booking booking,
    String model,
    boolean mayFallBack,
    String system,
    List<ModelMessage> messages,
    Optional<ToolUser> tools,
    List<Attachment> files,
    String pictured,
    Optional<ToolResult> before) {
  ModelTask {
    files = List.copyOf(files);
    messages = List.copyOf(messages);
  }

  /// A task before which no tool ran.
  ModelTask(
      Booking booking,
      String model,
      boolean mayFallBack,
      String system,
      List<ModelMessage> messages,
      Optional<ToolUser> tools,
      List<Attachment> files,
      String pictured) {
    this(booking, model, mayFallBack, system, messages, tools, files, pictured, Optional.empty());
  }

  /// The same after a tool ran.
  ///
  /// @param told what the model is told of it
  ModelTask after(ToolResult result, ModelMessage told) {
    return new ModelTask(
        booking,
        model,
        mayFallBack,
        system,
        Stream.concat(messages.stream(), Stream.of(told)).toList(),
        tools,
        Stream.concat(files.stream(), result.files().stream().map(ReplyFile::file)).toList(),
        pictured,
        Optional.of(result));
  }
}
