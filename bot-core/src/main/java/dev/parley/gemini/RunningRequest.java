package dev.parley.gemini;

import dev.parley.model.ModelEvent;
import dev.parley.model.ModelRequest;
import java.util.function.Consumer;

/// A request while it is worked on: until when, how it is aborted, and where its events go.
record RunningRequest(
    ModelRequest request, Deadline deadline, LiveCall live, Consumer<ModelEvent> events) {
  String model() {
    return request.model();
  }

  /// Whether there is no use in calling any more.
  boolean isOver() {
    return live.aborted() || deadline.hasPassed();
  }

  RunningRequest withModel(String model) {
    return new RunningRequest(request.withModel(model), deadline, live, events);
  }

  RunningRequest withMostOutputTokens(int most) {
    return new RunningRequest(request.withMostOutputTokens(most), deadline, live, events);
  }
}
