package dev.parley.gemini;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.types.GenerateContentResponse;
import dev.parley.citation.Sources;
import dev.parley.gemini.FailedCallException.Remedy;
import dev.parley.model.CallBid;
import dev.parley.model.CallMeter;
import dev.parley.model.CallRefusal;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelRequest;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.model.ModelUnreachableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls one model once, and silently once more where nothing came of it.
final class GeminiCall {
  private static final Logger LOG = LoggerFactory.getLogger(GeminiCall.class);

  /// A picture of 1024 by 1024 dots has 1,120 tokens, or 1,290 of the 2.5 models ("Gemini API
  /// pricing"), and some words and thoughts are about it.
  private static final int LEAST_WITH_PICTURE = 2_048;

  private final Client client;
  private final RequestMapper mapper;
  private final CallMeter meter;

  GeminiCall(Client client, RequestMapper mapper, CallMeter meter) {
    this.client = client;
    this.mapper = mapper;
    this.meter = meter;
  }

  /// Hands events out as they come, and returns the last one.
  ///
  /// Throws a [FailedCallException] where the call fails before anything visible came, a
  /// [ModelCancelledException] where it is aborted, and a [ModelUnaffordableException] where it may
  /// not be made.
  ModelEvent.Finished run(RunningRequest running) {
    AnswerAssembly first = attempt(running);
    ModelEvent.Finished finished = first.finished();
    if (first.visible() || !cameToNothing(finished.reason()) || running.deadline().hasPassed()) {
      cite(running, first);
      return finished;
    }
    LOG.warn("{} is asked once more: its answer was {}", running.model(), finished.reason());
    AnswerAssembly second = attempt(running);
    cite(running, second);
    ModelEvent.Finished again = second.finished();
    return new ModelEvent.Finished(
        again.reason(), finished.usage().plus(again.usage()), again.model(), again.content());
  }

  private static void cite(RunningRequest running, AnswerAssembly answer) {
    Sources sources = answer.sources();
    if (!sources.equals(Sources.NONE)) {
      running.events().accept(new ModelEvent.Cited(sources));
    }
  }

  private static boolean cameToNothing(FinishReason reason) {
    return reason == FinishReason.COMPLETE || reason == FinishReason.MALFORMED_TOOL_CALL;
  }

  private AnswerAssembly attempt(RunningRequest running) {
    CallMeter.Call metered = begun(running);
    RunningRequest allowed = running.withMostOutputTokens(metered.mostOutputTokens());
    AnswerAssembly assembly =
        new AnswerAssembly(
            running.model(), RequestMapper.earlierToolCalls(running.request()), running.events());
    try {
      ScopedValue.where(LiveCall.CURRENT, running.live()).run(() -> read(allowed, assembly));
      Billing.ended(metered, assembly);
    } catch (RuntimeException e) {
      Billing.failed(metered, assembly, e);
      settle(running, assembly, e);
    }
    return assembly;
  }

  private CallMeter.Call begun(RunningRequest running) {
    ModelRequest request = running.request();
    OwnTools own = mapper.own(request);
    CallBid bid =
        new CallBid(
            request.booking(),
            running.model(),
            PromptBound.of(request) + own.tokens(),
            new CountedPrompt(client, mapper, running),
            request.mostOutputTokens(),
            ImageModels.contains(request.model()) ? LEAST_WITH_PICTURE : CallBid.LEAST_WORDS,
            own.searches(),
            running.deadline().left());
    return switch (meter.begin(bid)) {
      case CallMeter.Admission.Admitted(CallMeter.Call call) -> call;
      case CallMeter.Admission.Refused(CallRefusal why) ->
          throw new ModelUnaffordableException(why);
    };
  }

  private void read(RunningRequest running, AnswerAssembly assembly) {
    ModelRequest request = running.request();
    try (ResponseStream<GenerateContentResponse> chunks =
        client.models.generateContentStream(
            request.model(),
            mapper.contents(request),
            mapper.config(request, running.deadline().left()))) {
      chunks.forEach(assembly::take);
    }
    if (!assembly.isFinished()) {
      throw new IllegalStateException("the stream ended before the model did");
    }
  }

  /// Decides what a failure means after what has come by then.
  private static void settle(
      RunningRequest running, AnswerAssembly assembly, RuntimeException error) {
    if (running.live().aborted() || Thread.currentThread().isInterrupted()) {
      throw new ModelCancelledException("the call was aborted", error);
    }
    if (assembly.isFinished()) {
      return;
    }
    if (running.deadline().hasPassed() && !assembly.visible()) {
      throw new FailedCallException(
          Remedy.NONE, new ModelUnreachableException("the time limit has passed", error), true);
    }
    FailedCallException failed = ErrorMapper.map(error, running.live().retryAfter());
    if (!assembly.visible()) {
      throw failed;
    }
    LOG.warn("{} was cut in its answer: {}", running.model(), failed.getMessage());
  }
}
