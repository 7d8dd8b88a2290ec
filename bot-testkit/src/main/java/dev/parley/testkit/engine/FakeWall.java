package dev.parley.testkit.engine;

import dev.parley.identity.Place;
import dev.parley.identity.UserId;
import dev.parley.inbox.TurnRef;
import dev.parley.message.Reply;
import dev.parley.platform.ToolStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people see on the fake platform; several instances of a bot may share it.
public final class FakeWall {
  private final Map<TurnRef, Reply> posts = new LinkedHashMap<>();
  private final Map<TurnRef, List<String>> deltas = new HashMap<>();
  private final Map<TurnRef, List<String>> statuses = new HashMap<>();
  private final Map<TurnRef, List<ToolStep>> steps = new HashMap<>();
  private final List<String> retracted = new ArrayList<>();
  private final Map<TurnRef, Integer> deliveries = new HashMap<>();

  private final Map<UserId, List<Reply>> told = new HashMap<>();
  private final Map<Place, List<Reply>> unasked = new HashMap<>();

  synchronized void working(TurnRef turn, String status) {
    statuses.computeIfAbsent(turn, key -> new ArrayList<>()).add(status);
  }

  synchronized void step(TurnRef turn, ToolStep step) {
    steps.computeIfAbsent(turn, key -> new ArrayList<>()).add(step);
  }

  synchronized void grow(TurnRef turn, String delta) {
    deltas.computeIfAbsent(turn, key -> new ArrayList<>()).add(delta);
  }

  synchronized void post(TurnRef turn, Reply reply) {
    deliveries.merge(turn, 1, Integer::sum);
    posts.putIfAbsent(turn, reply);
  }

  /// A reply that stands in the place of the one before.
  synchronized void replace(TurnRef turn, Reply reply) {
    deliveries.merge(turn, 1, Integer::sum);
    posts.put(turn, reply);
  }

  synchronized void tell(UserId person, Reply reply) {
    told.computeIfAbsent(person, key -> new ArrayList<>()).add(reply);
  }

  synchronized void post(Place place, Reply reply) {
    unasked.computeIfAbsent(place, key -> new ArrayList<>()).add(reply);
  }

  /// What a person was told in direct messages, without having asked.
  public synchronized List<Reply> toldTo(UserId person) {
    return List.copyOf(told.getOrDefault(person, List.of()));
  }

  /// What was posted in a place without having been asked.
  public synchronized List<Reply> postedIn(Place place) {
    return List.copyOf(unasked.getOrDefault(place, List.of()));
  }

  synchronized void retract(TurnRef turn) {
    posts.remove(turn);
    deltas.remove(turn);
    statuses.remove(turn);
    steps.remove(turn);
    retracted.add(turn.id().value());
  }

  /// The messages whose replies were taken back.
  public synchronized List<String> retracted() {
    return List.copyOf(retracted);
  }

  /// All replies, in the order they were posted.
  public synchronized List<Reply> posts() {
    return List.copyOf(posts.values());
  }

  /// The reply of the turn that begins with this message.
  public synchronized Optional<Reply> replyTo(String messageId) {
    return posts.entrySet().stream()
        .filter(post -> post.getKey().id().value().equals(messageId))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// How often the reply of this turn was delivered; people see the first one.
  public synchronized int deliveries(String messageId) {
    return deliveries.entrySet().stream()
        .filter(delivery -> delivery.getKey().id().value().equals(messageId))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /// The text of this turn's answer as it grew, piece by piece.
  public synchronized List<String> deltas(String messageId) {
    return of(deltas, messageId);
  }

  /// What the bot was shown to be doing in this turn.
  public synchronized List<String> statuses(String messageId) {
    return of(statuses, messageId);
  }

  /// What tools were shown to do in this turn, each change of each step.
  public synchronized List<ToolStep> steps(String messageId) {
    return of(steps, messageId);
  }

  private static <T> List<T> of(Map<TurnRef, List<T>> all, String messageId) {
    return all.entrySet().stream()
        .filter(entry -> entry.getKey().id().value().equals(messageId))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }
}
