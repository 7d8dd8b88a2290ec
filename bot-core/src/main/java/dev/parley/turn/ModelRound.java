package dev.parley.turn;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.attachment.Attachment;
import dev.parley.citation.Sources;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelMessage;
import dev.parley.model.RawContent;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolResult;
import dev.parley.usage.TokenUsage;
import java.util.ArrayList;
import java.util.List;

/// One call to the model with the tool calls it asked for and their results. The journal keeps it
/// before its tools run, without their results, which are kept one by one.
///
/// @param pictures that the model made in it; kept elsewhere by then
/// @param sources of its text
record ModelRound(
    String text,
    Sources sources,
    List<Attachment> pictures,
    RawContent content,
    List<ToolCall> calls,
    List<ToolResult> results,
    FinishReason reason,
    TokenUsage usage,
    String model) {
  /// @param sources missing where an older version stored it
  /// @param pictures missing where an older version stored it
  ModelRound {
    sources = sources == null ? Sources.NONE : sources;
    pictures = pictures == null ? List.of() : List.copyOf(pictures);
    calls = List.copyOf(calls);
    results = List.copyOf(results);
  }

  @JsonIgnore
  boolean callsTools() {
    return !calls.isEmpty();
  }

  ModelRound withResults(List<ToolResult> found) {
    return new ModelRound(text, sources, pictures, content, calls, found, reason, usage, model);
  }

  /// The round as the model is given it back.
  List<ModelMessage> steps() {
    List<ModelMessage> steps = new ArrayList<>();
    steps.add(new ModelMessage.FromModel(content));
    if (callsTools()) {
      List<ModelMessage.Answered> answers = new ArrayList<>();
      for (int index = 0; index < calls.size(); index++) {
        answers.add(new ModelMessage.Answered(calls.get(index), results.get(index)));
      }
      steps.add(new ModelMessage.FromTools(answers));
    }
    return steps;
  }
}
