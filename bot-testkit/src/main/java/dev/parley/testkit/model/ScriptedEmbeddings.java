package dev.parley.testkit.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.ProtocolError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Makes vectors over Gemini's protocol as a test tells it to, and remembers what it was asked.
/// Unless it is told otherwise, every request that the protocol allows is answered.
public final class ScriptedEmbeddings {
  private final List<GeminiRequest> batches = new CopyOnWriteArrayList<>();
  private final Deque<ProtocolError> failures = new ArrayDeque<>();
  private volatile Predicate<GeminiRequest> failing = _ -> false;
  private volatile Consumer<ObjectNode> spoiling = _ -> {};
  private volatile Optional<CountDownLatch> gate = Optional.empty();

  /// The next request fails like this.
  public void failNext(ProtocolError error) {
    synchronized (failures) {
      failures.add(error);
    }
  }

  /// Each request like this is refused.
  public void refuse(Predicate<GeminiRequest> condition) {
    failing = condition;
  }

  /// From now on, answers do not say what they took.
  public void tellNoUsage() {
    spoil(answer -> answer.remove("usageMetadata"));
  }

  /// From now on, this is done to answers before they are sent.
  public void spoil(Consumer<ObjectNode> how) {
    spoiling = how;
  }

  /// From now on, requests wait for this.
  public void hold(CountDownLatch until) {
    gate = Optional.of(until);
  }

  /// All requests so far that the protocol allowed, oldest first.
  public List<GeminiRequest> batches() {
    return List.copyOf(batches);
  }

  /// What each text of these requests was sent with.
  public List<JsonNode> texts() {
    return batches.stream().flatMap(batch -> batch.body().path("requests").valueStream()).toList();
  }

  Optional<ProtocolError> asked(GeminiRequest batch) {
    batches.add(batch);
    gate.ifPresent(ScriptedEmbeddings::await);
    if (failing.test(batch)) {
      return Optional.of(ProtocolError.of(403, "scripted"));
    }
    synchronized (failures) {
      return Optional.ofNullable(failures.poll());
    }
  }

  private static void await(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  ObjectNode answered(ObjectNode answer) {
    spoiling.accept(answer);
    return answer;
  }
}
