package dev.parley.testkit.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.Parts;
import dev.parley.demo.protocol.ProtocolError;
import dev.parley.demo.protocol.Step;
import dev.parley.model.FinishReason;
import dev.parley.model.LanguageModel;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelException;
import dev.parley.model.ModelOverloadedException;
import dev.parley.model.ModelRejectedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Gemini as a language model")
class GeminiLanguageModelContractTest extends LanguageModelContract {
  private final GeminiBench bench = GeminiBench.start(new GeminiBench.Settings().attempts(1));

  @AfterEach
  void stop() {
    bench.close();
  }

  @Override
  protected LanguageModel model() {
    return request -> bench.model.stream(ModelRequests.bound(request));
  }

  @Override
  protected void script(ScriptedReply reply) {
    List<Step> steps = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    for (ScriptedReply.Beat beat : reply.beats()) {
      if (beat instanceof ScriptedReply.Beat.Say(ModelEvent.Text(String delta))) {
        said.append(delta);
      }
      steps.add(step(beat, said.toString()));
    }
    steps.add(ending(reply));
    bench.gemini.next(steps.toArray(Step[]::new));
  }

  private static Step step(ScriptedReply.Beat beat, String said) {
    return switch (beat) {
      case ScriptedReply.Beat.Say(ModelEvent.Cited(var sources)) ->
          new Step.Beside(Grounding.of(said, sources));
      case ScriptedReply.Beat.Say(var event) -> new Step.Chunk(List.of(part(event)));
      case ScriptedReply.Beat.Hold(var gate) -> new Step.Await(gate);
      case ScriptedReply.Beat.Fail(var failure) -> failed(failure);
    };
  }

  private static ObjectNode part(ModelEvent event) {
    return switch (event) {
      case ModelEvent.Text(var delta) -> Parts.text(delta);
      case ModelEvent.Picture(var picture) ->
          Parts.picture(picture.mediaType(), picture.content().bytes());
      case ModelEvent.Thought(var delta) -> Parts.thought(delta);
      case ModelEvent.ToolRequested(var call) ->
          Parts.signed(Parts.functionCall(call.id(), call.name(), call.arguments()), "signature");
      case ModelEvent.Cited _, ModelEvent.Finished _ ->
          throw new IllegalArgumentException("this is no part");
    };
  }

  private static Step failed(ModelException failure) {
    return switch (failure) {
      case ModelOverloadedException overloaded ->
          new Step.Fail(
              ProtocolError.quotaPerMinute(overloaded.retryAfter().orElse(Duration.ZERO)));
      case ModelRejectedException rejected ->
          new Step.Fail(ProtocolError.of(rejected.status(), "rejected"));
      default -> new Step.BreakOff();
    };
  }

  private static Step ending(ScriptedReply reply) {
    int cached = reply.usage().cached();
    OptionalInt inCache = cached == 0 ? OptionalInt.empty() : OptionalInt.of(cached);
    return reply.ending() == FinishReason.QUESTION_BLOCKED
        ? new Step.Block("SAFETY")
        : new Step.Finish(reason(reply.ending()), reply.usage().thinking(), inCache);
  }

  private static String reason(FinishReason reason) {
    return switch (reason) {
      case COMPLETE -> "STOP";
      case LENGTH -> "MAX_TOKENS";
      case MALFORMED_TOOL_CALL -> "MALFORMED_FUNCTION_CALL";
      case ANSWER_BLOCKED, QUESTION_BLOCKED -> "SAFETY";
      case CUT -> "FINISH_REASON_UNSPECIFIED";
    };
  }
}
