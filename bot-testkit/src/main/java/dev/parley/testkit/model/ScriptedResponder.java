package dev.parley.testkit.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.ProtocolError;
import dev.parley.demo.protocol.Responder;
import dev.parley.demo.protocol.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// Answers Gemini's protocol as a test tells it to, and remembers what it was asked.
///
/// A rule goes before the queue; where neither has an answer, the request is refused.
public final class ScriptedResponder implements Responder {
  private final List<GeminiRequest> requests = new CopyOnWriteArrayList<>();
  private final List<GeminiRequest> countings = new CopyOnWriteArrayList<>();
  private volatile Optional<ProtocolError> noCounting = Optional.empty();
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final Deque<List<Step>> queue = new ArrayDeque<>();
  private final ScriptedEmbeddings embeddings = new ScriptedEmbeddings();

  private record Rule(Predicate<GeminiRequest> condition, List<Step> steps) {}

  /// The answer to the next request that no rule is for.
  public void next(Step... steps) {
    synchronized (queue) {
      queue.add(List.of(steps));
    }
  }

  /// The answer to each request like this.
  public void whenever(Predicate<GeminiRequest> condition, Step... steps) {
    rules.add(new Rule(condition, List.of(steps)));
  }

  /// From now on, no prompt is counted, for this reason.
  public void refuseToCount(ProtocolError why) {
    noCounting = Optional.of(why);
  }

  /// All prompts so far that were to be counted, oldest first.
  public List<GeminiRequest> countings() {
    return List.copyOf(countings);
  }

  @Override
  public Optional<ProtocolError> counting(GeminiRequest request) {
    countings.add(request);
    return noCounting;
  }

  /// What is asked for vectors, and answered.
  public ScriptedEmbeddings embeddings() {
    return embeddings;
  }

  @Override
  public Optional<ProtocolError> embedding(GeminiRequest batch) {
    return embeddings.asked(batch);
  }

  @Override
  public ObjectNode embedded(ObjectNode answer) {
    return embeddings.answered(answer);
  }

  public static Predicate<GeminiRequest> model(String model) {
    return request -> request.model().equals(model);
  }

  public static Predicate<GeminiRequest> lastText(String part) {
    return request -> request.lastUserText().contains(part);
  }

  /// All requests so far that the protocol allowed, oldest first.
  public List<GeminiRequest> requests() {
    return List.copyOf(requests);
  }

  /// How often this model was asked.
  public long requestsTo(String model) {
    return requests.stream().filter(model(model)).count();
  }

  @Override
  public List<Step> answer(GeminiRequest request) {
    requests.add(request);
    return rules.stream()
        .filter(rule -> rule.condition().test(request))
        .findFirst()
        .map(Rule::steps)
        .or(this::queued)
        .orElseGet(
            () -> List.of(new Step.Fail(ProtocolError.of(400, "no answer is scripted for this"))));
  }

  private Optional<List<Step>> queued() {
    synchronized (queue) {
      return Optional.ofNullable(queue.poll());
    }
  }
}
