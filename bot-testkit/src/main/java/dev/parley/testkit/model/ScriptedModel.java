package dev.parley.testkit.model;

import dev.parley.model.LanguageModel;
import dev.parley.model.ModelRequest;
import dev.parley.model.ModelStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A language model in memory that says what a test tells it to, and remembers what it was asked.
public final class ScriptedModel implements LanguageModel {
  private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
  private final Deque<Function<ModelRequest, ScriptedReply>> next = new ArrayDeque<>();
  private volatile Function<ModelRequest, ScriptedReply> otherwise;

  private ScriptedModel(Function<ModelRequest, ScriptedReply> otherwise) {
    this.otherwise = otherwise;
  }

  /// A model that answers each request by this rule.
  public static ScriptedModel answering(Function<ModelRequest, ScriptedReply> rule) {
    return new ScriptedModel(rule);
  }

  /// A model that always says this.
  public static ScriptedModel saying(String... deltas) {
    return answering(_ -> ScriptedReply.saying(deltas));
  }

  /// From now on, answers by this rule where nothing else is to come next.
  public void answer(Function<ModelRequest, ScriptedReply> rule) {
    otherwise = rule;
  }

  /// The reply to the next request that has none yet.
  public void next(ScriptedReply reply) {
    next(_ -> reply);
  }

  /// The rule for the next request that has none yet.
  public void next(Function<ModelRequest, ScriptedReply> rule) {
    synchronized (next) {
      next.add(rule);
    }
  }

  /// All requests so far, oldest first.
  public List<ModelRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public ModelStream stream(ModelRequest request) {
    requests.add(request);
    return new ScriptedStream(request, rule().apply(request));
  }

  private Function<ModelRequest, ScriptedReply> rule() {
    synchronized (next) {
      return next.isEmpty() ? otherwise : next.removeFirst();
    }
  }
}
