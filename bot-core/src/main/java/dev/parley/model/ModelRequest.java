package dev.parley.model;

import dev.parley.tool.ToolSpec;
import dev.parley.usage.Booking;
import java.time.Duration;
import java.util.List;

/// One call to a language model; what stays the same between calls comes first, so that providers
/// can serve it from their cache.
///
/// @param booking where it is booked
/// @param model the model's id, as the provider knows it
/// @param mayFallBack whether another model may answer when this one cannot; false in the middle of
///     a turn, whose earlier rounds only the same model understands
/// @param timeLimit for the whole call, retries and waiting included
public record ModelRequest(
    Booking booking,
    String model,
    boolean mayFallBack,
    String system,
    List<ToolSpec> tools,
    List<ModelMessage> messages,
    int mostOutputTokens,
    Duration timeLimit) {
  public ModelRequest {
    tools = List.copyOf(tools);
    messages = List.copyOf(messages);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a model request needs at least one message");
    }
    if (mostOutputTokens < 1) {
      throw new IllegalArgumentException("a model request needs room for an answer");
    }
  }

  public ModelRequest withModel(String otherModel) {
    return new ModelRequest(
        booking, otherModel, mayFallBack, system, tools, messages, mostOutputTokens, timeLimit);
  }

  public ModelRequest withTimeLimit(Duration otherLimit) {
    return new ModelRequest(
        booking, model, mayFallBack, system, tools, messages, mostOutputTokens, otherLimit);
  }

  /// The same request with room for so many tokens.
  public ModelRequest withMostOutputTokens(int most) {
    return new ModelRequest(booking, model, mayFallBack, system, tools, messages, most, timeLimit);
  }
}
