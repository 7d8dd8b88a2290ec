package dev.parley.testkit.engine;

import dev.parley.model.LanguageModel;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelRequest;
import dev.parley.model.ModelStream;
import dev.parley.usage.TokenUsage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A model whose calls are counted as its provider counts them.
final class MeteredModel implements LanguageModel {
  private final LanguageModel model;
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  MeteredModel(LanguageModel model) {
    this.model = model;
  }

  /// A call and what it took.
  record Call(ModelRequest request, TokenUsage usage) {}

  /// All calls that ended, oldest first.
  List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public ModelStream stream(ModelRequest request) {
    ModelStream stream = model.stream(request);
    return new ModelStream() {
      @Override
      public boolean hasNext() {
        return stream.hasNext();
      }

      @Override
      public ModelEvent next() {
        ModelEvent event = stream.next();
        if (event instanceof ModelEvent.Finished finished) {
          calls.add(new Call(request, finished.usage()));
        }
        return event;
      }

      @Override
      public void close() {
        stream.close();
      }
    };
  }
}
