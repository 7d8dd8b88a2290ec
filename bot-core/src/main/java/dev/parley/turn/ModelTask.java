package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.consultation.Consultation;
import dev.parley.consultation.PassageFrame;
import dev.parley.message.ReplyFile;
import dev.parley.model.ModelMessage;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolUser;
import dev.parley.usage.Booking;
import java.util.ArrayList;
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
/// @param documents what documents have to say to it
record ModelTask(
    Booking booking,
    String model,
    boolean mayFallBack,
    String system,
    List<ModelMessage> messages,
    Optional<ToolUser> tools,
    List<Attachment> files,
    String pictured,
    Optional<ToolResult> before,
    Consultation documents) {
  ModelTask {
    files = List.copyOf(files);
    messages = List.copyOf(messages);
  }

  /// A task before which no tool ran, and no document was read.
  ModelTask(
      Booking booking,
      String model,
      boolean mayFallBack,
      String system,
      List<ModelMessage> messages,
      Optional<ToolUser> tools,
      List<Attachment> files,
      String pictured) {
    this(
        booking,
        model,
        mayFallBack,
        system,
        messages,
        tools,
        files,
        pictured,
        Optional.empty(),
        Consultation.none());
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
        Optional.of(result),
        documents);
  }

  /// The same with what documents have to say to it: the model is told right before the question,
  /// so that the beginning of what it is given stays the same from turn to turn.
  ModelTask consulting(Consultation found) {
    List<ModelMessage> all = new ArrayList<>(messages);
    PassageFrame.told(found)
        .ifPresent(told -> all.add(all.size() - 1, new ModelMessage.FromUser(told)));
    return new ModelTask(
        booking, model, mayFallBack, system, all, tools, files, pictured, before, found);
  }
}
