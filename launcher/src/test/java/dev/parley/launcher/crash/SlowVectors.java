package dev.parley.launcher.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.ProtocolError;
import dev.parley.demo.protocol.Responder;
import dev.parley.demo.protocol.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A model that takes its time for the vectors of documents, and counts how often it made each.
final class SlowVectors implements Responder {
  private static final int FASTEST_MILLIS = 800;
  private static final int SLOWEST_MILLIS = 2_500;

  /// What texts of documents begin with; questions do not.
  private static final String OF_A_DOCUMENT = "title: ";

  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();

  /// How many requests it works on.
  int underWay() {
    return underWay.get();
  }

  /// How many texts of documents it was sent, each as often as it was.
  int texts() {
    return counts.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  int differentTexts() {
    return counts.size();
  }

  /// Counts before it answers: who is killed in between pays, and has nothing.
  @Override
  public Optional<ProtocolError> embedding(GeminiRequest batch) {
    List<String> texts =
        batch
            .body()
            .path("requests")
            .valueStream()
            .map(request -> request.path("content"))
            .map((JsonNode content) -> GeminiRequest.textOf(content))
            .filter(text -> text.startsWith(OF_A_DOCUMENT))
            .toList();
    if (!texts.isEmpty()) {
      texts.forEach(
          text -> counts.computeIfAbsent(text, _ -> new AtomicInteger()).incrementAndGet());
      underWay.incrementAndGet();
      LockSupport.parkNanos(
          TimeUnit.MILLISECONDS.toNanos(
              ThreadLocalRandom.current().nextInt(FASTEST_MILLIS, SLOWEST_MILLIS)));
      underWay.decrementAndGet();
    }
    return Optional.empty();
  }

  @Override
  public List<Step> answer(GeminiRequest request) {
    return List.of(Step.text("Fine."), Step.finish("STOP"));
  }
}
