package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Delivers to the bot, each thing on its own and with Slack's retries, so nothing keeps an order.
final class EventsOut implements AutoCloseable {
  private final SlackRules rules;
  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("slack-event-", 0).factory());
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private volatile DeliveryRoute route;
  private volatile int copies = 1;

  EventsOut(SlackRules rules, DeliveryRoute first) {
    this.rules = rules;
    this.route = first;
  }

  void route(DeliveryRoute chosen) {
    route = chosen;
  }

  /// How often each event is delivered from now on, even where it is acknowledged.
  void copies(int times) {
    copies = times;
  }

  List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /// Begins to deliver.
  Delivery send(Envelope envelope) {
    Delivery delivery = begin(envelope, 0, "");
    for (int copy = 1; copy < copies && envelope.kind() == Envelope.Kind.EVENT; copy++) {
      begin(envelope, 1, "http_timeout");
    }
    return delivery;
  }

  /// Asks the bot to prove that an address is its own, as Slack does where it is set.
  Delivery verify(SlackApp app, String challenge) {
    ObjectNode question = Json.object().put("token", app.verificationToken());
    question.put("challenge", challenge).put("type", "url_verification");
    return begin(new Envelope(Envelope.Kind.EVENT, question), 0, "");
  }

  /// Delivers the same once more, as Slack does where an acknowledgement was lost.
  Delivery again(Delivery earlier) {
    return begin(earlier.envelope(), 1, "http_timeout");
  }

  private Delivery begin(Envelope envelope, int retry, String reason) {
    Delivery delivery = new Delivery(envelope);
    deliveries.add(delivery);
    executor.execute(() -> deliver(delivery, retry, reason));
    return delivery;
  }

  private void deliver(Delivery delivery, int earlier, String firstReason) {
    boolean acknowledged = false;
    try {
      String reason = firstReason;
      boolean again = true;
      for (int tries = 0; again; tries++) {
        DeliveryRoute.Result result = route.attempt(delivery.envelope(), earlier + tries, reason);
        delivery.attempted(result.attempt());
        reason = result.attempt().outcome();
        acknowledged = result.attempt().ok();
        again = result.retryable() && mayRetry(delivery, tries);
        pause(again ? rules.retryDelays().get(tries) : Duration.ZERO);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      delivery.finish(acknowledged);
    }
  }

  /// Only events are told again; people press buttons again themselves.
  private boolean mayRetry(Delivery delivery, int tries) {
    return delivery.envelope().kind() == Envelope.Kind.EVENT && tries < rules.retryDelays().size();
  }

  private static void pause(Duration time) throws InterruptedException {
    Instant end = Instant.now().plus(time);
    while (Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.between(Instant.now(), end).toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    try {
      executor.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
