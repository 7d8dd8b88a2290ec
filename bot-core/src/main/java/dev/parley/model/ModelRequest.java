package dev.parley.model;

import dev.parley.tool.ToolSpec;
import dev.parley.usage.Booking;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One call to a language model; what stays the same between calls comes first, so that providers
/// can serve it from their cache.
///
/// @param booking where it is booked
/// @param model the model's id, as the provider knows it
/// @param mayFallBack whether another model may answer when this one cannot; false in the middle of
///     a turn, whose earlier rounds only the same model understands
/// @param timeLimit for the whole call, retries and waiting included
/// @param aspectRatio of a picture that is made, such as `16:9`; empty: as the model likes
/// @param ownTools whether the provider's own tools may be used, where they are set on
public record ModelRequest(
    Booking booking,
    String model,
    boolean mayFallBack,
    String system,
    List<ToolSpec> tools,
    List<ModelMessage> messages,
    int mostOutputTokens,
    Duration timeLimit,
    Optional<String> aspectRatio,
    boolean ownTools) {
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

  /// A request without the provider's own tools that makes no wish for the form of pictures.
  public ModelRequest(
      Booking booking,
      String model,
      boolean mayFallBack,
      String system,
      List<ToolSpec> tools,
      List<ModelMessage> messages,
      int mostOutputTokens,
      Duration timeLimit) {
    this(
        booking,
        model,
        mayFallBack,
        system,
        tools,
        messages,
        mostOutputTokens,
        timeLimit,
        Optional.empty(),
        false);
  }

  public ModelRequest withModel(String otherModel) {
    return with(otherModel, mostOutputTokens, timeLimit, aspectRatio, ownTools);
  }

  public ModelRequest withTimeLimit(Duration otherLimit) {
    return with(model, mostOutputTokens, otherLimit, aspectRatio, ownTools);
  }

  /// The same request with room for so many tokens.
  public ModelRequest withMostOutputTokens(int most) {
    return with(model, most, timeLimit, aspectRatio, ownTools);
  }

  /// The same request for a picture of this form.
  public ModelRequest withAspectRatio(Optional<String> other) {
    return with(model, mostOutputTokens, timeLimit, other, ownTools);
  }

  /// The same request with the provider's own tools or without.
  public ModelRequest withOwnTools(boolean allowed) {
    return with(model, mostOutputTokens, timeLimit, aspectRatio, allowed);
  }

  private ModelRequest with(
      String id, int most, Duration limit, Optional<String> ratio, boolean own) {
    return new ModelRequest(
        booking, id, mayFallBack, system, tools, messages, most, limit, ratio, own);
  }
}
