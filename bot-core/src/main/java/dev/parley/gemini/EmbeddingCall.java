package dev.parley.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.gemini.FailedCallException.Remedy;
import dev.parley.model.CallBid;
import dev.parley.model.CallMeter;
import dev.parley.model.CallRefusal;
import dev.parley.model.Embedding;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelRejectedException;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.model.ModelUnreachableException;
import dev.parley.model.VectorSpace;
import dev.parley.usage.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Asks once for the vectors of some texts.
final class EmbeddingCall {
  private static final int OK = 200;

  private final GeminiJson gemini;
  private final CallMeter meter;
  private final VectorSpace space;

  EmbeddingCall(GeminiJson gemini, CallMeter meter, VectorSpace space) {
    this.gemini = gemini;
    this.meter = meter;
    this.space = space;
  }

  /// Throws a [FailedCallException] where the call fails, a [ModelCancelledException] where it is
  /// aborted, and a [ModelUnaffordableException] where it may not be made.
  List<Embedding> run(RunningEmbedding running) {
    if (running.live().aborted()) {
      throw new ModelCancelledException("the call was aborted", null);
    }
    CountedTexts count = new CountedTexts(gemini, space.model(), running);
    CallMeter.Call metered = begun(running, count);
    JsonNode answer = asked(running, metered);
    book(metered, answer, count);
    return vectors(running.batch(), answer);
  }

  private CallMeter.Call begun(RunningEmbedding running, CountedTexts count) {
    CallBid bid =
        new CallBid(
            running.booking(),
            space.model(),
            running.batch().mostTokens(),
            count,
            0,
            0,
            running.deadline().left());
    return switch (meter.begin(bid)) {
      case CallMeter.Admission.Admitted(CallMeter.Call call) -> call;
      case CallMeter.Admission.Refused(CallRefusal why) ->
          throw new ModelUnaffordableException(why);
    };
  }

  private JsonNode asked(RunningEmbedding running, CallMeter.Call metered) {
    try {
      return running.call(
          () ->
              gemini.call(
                  space.model(),
                  "batchEmbedContents",
                  running.batch().body(space),
                  running.deadline().left()));
    } catch (RuntimeException failed) {
      if (Billing.billsNothing(failed)) {
        metered.notBilled();
      } else {
        metered.brokeOff(TokenUsage.NONE);
      }
      throw failure(running, failed);
    }
  }

  private static RuntimeException failure(RunningEmbedding running, RuntimeException failed) {
    if (running.live().aborted() || Thread.currentThread().isInterrupted()) {
      return new ModelCancelledException("the call was aborted", failed);
    }
    if (running.deadline().hasPassed()) {
      return new FailedCallException(
          Remedy.NONE, new ModelUnreachableException("the time limit has passed", failed), true);
    }
    return ErrorMapper.map(failed, running.live().retryAfter());
  }

  /// Books what Gemini says that it took; where it does not say, what it counts then; and where it
  /// does not count either, the worst case.
  private static void book(CallMeter.Call metered, JsonNode answer, CountedTexts count) {
    JsonNode told = answer.at("/usageMetadata/promptTokenCount");
    if (told.canConvertToInt() && told.asInt() >= 0) {
      metered.took(usage(told.asInt()));
      return;
    }
    OptionalInt counted = count.tokens();
    metered.brokeOff(counted.isPresent() ? usage(counted.getAsInt()) : TokenUsage.NONE);
  }

  private static TokenUsage usage(int tokens) {
    return new TokenUsage(tokens, 0, 0, 0, 0);
  }

  private List<Embedding> vectors(EmbeddingBatch batch, JsonNode answer) {
    List<Embedding> vectors = new ArrayList<>();
    for (JsonNode embedding : answer.path("embeddings")) {
      vectors.add(vector(embedding.path("values")));
    }
    if (vectors.size() != batch.size()) {
      throw wrong("%d vectors for %d texts".formatted(vectors.size(), batch.size()));
    }
    return vectors;
  }

  private Embedding vector(JsonNode values) {
    if (values.size() != space.dimensions()) {
      throw wrong("a vector of %d dimensions".formatted(values.size()));
    }
    float[] vector = new float[values.size()];
    for (int at = 0; at < vector.length; at++) {
      vector[at] = values.get(at).floatValue();
    }
    try {
      return Embedding.of(vector);
    } catch (IllegalArgumentException _) {
      throw wrong("a vector without a direction");
    }
  }

  /// To ask again would change nothing, and cost as much again.
  private FailedCallException wrong(String what) {
    return new FailedCallException(
        Remedy.NONE,
        new ModelRejectedException(OK, space + " was asked for, and answered with " + what, null),
        false);
  }
}
