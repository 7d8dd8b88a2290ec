package dev.parley.testkit.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentContent;
import dev.parley.citation.Sources;
import dev.parley.model.FinishReason;
import dev.parley.model.Media;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelException;
import dev.parley.tool.ToolCall;
import dev.parley.usage.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// What a model is to say in one call, beat by beat, and how it ends.
public record ScriptedReply(List<Beat> beats, FinishReason ending, TokenUsage usage) {
  private static final TokenUsage SOME_USAGE = new TokenUsage(10, 0, 5, 0, 0);

  /// One thing that happens in a reply.
  public sealed interface Beat {
    /// The model says something.
    record Say(ModelEvent event) implements Beat {}

    /// The model is silent until the gate opens.
    record Hold(CountDownLatch gate) implements Beat {}

    /// The call fails.
    record Fail(ModelException failure) implements Beat {}
  }

  public ScriptedReply {
    beats = List.copyOf(beats);
  }

  /// A reply of these pieces of text.
  public static ScriptedReply saying(String... deltas) {
    return new ScriptedReply(List.of(), FinishReason.COMPLETE, SOME_USAGE).andSaying(deltas);
  }

  /// A call that fails before anything came.
  public static ScriptedReply failing(ModelException failure) {
    return saying().andFailing(failure);
  }

  /// A reply that asks for a tool.
  public static ScriptedReply calling(String id, String tool, JsonNode arguments) {
    return saying().andCalling(id, tool, arguments);
  }

  public ScriptedReply andSaying(String... deltas) {
    return with(Stream.of(deltas).map(ModelEvent.Text::new).map(Beat.Say::new));
  }

  public ScriptedReply andThinking(String thought) {
    return with(Stream.of(new Beat.Say(new ModelEvent.Thought(thought))));
  }

  public ScriptedReply andPainting(AttachmentContent picture) {
    Media made = new Media("image/png", picture);
    return with(Stream.of(new Beat.Say(new ModelEvent.Picture(made))));
  }

  public ScriptedReply andCalling(String id, String tool, JsonNode arguments) {
    ToolCall call = new ToolCall(id, tool, arguments);
    return with(Stream.of(new Beat.Say(new ModelEvent.ToolRequested(call))));
  }

  public ScriptedReply andCiting(Sources sources) {
    return with(Stream.of(new Beat.Say(new ModelEvent.Cited(sources))));
  }

  /// Silent until the gate opens, or the call ends some other way.
  public ScriptedReply andHolding(CountDownLatch gate) {
    return with(Stream.of(new Beat.Hold(gate)));
  }

  public ScriptedReply andFailing(ModelException failure) {
    return with(Stream.of(new Beat.Fail(failure)));
  }

  public ScriptedReply ending(FinishReason reason) {
    return new ScriptedReply(beats, reason, usage);
  }

  public ScriptedReply using(TokenUsage tokens) {
    return new ScriptedReply(beats, ending, tokens);
  }

  private ScriptedReply with(Stream<? extends Beat> more) {
    List<Beat> all = new ArrayList<>(beats);
    more.forEach(all::add);
    return new ScriptedReply(all, ending, usage);
  }
}
