package dev.parley.launcher.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// Somebody who writes in one room, one message after the other, each delivered twice, and delivers
/// again where the bot did not take it, as chat platforms do.
final class Person implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(3);
  private static final Duration BEFORE_REDELIVERY = Duration.ofMillis(200);
  private static final int ACCEPTED = 202;
  private static final int DELIVERIES = 2;

  private final HttpClient http;
  private final Function<Random, URI> bots;
  private final String room;
  private final CrashPlan plan;
  private final AtomicInteger written;
  private final Random random;

  Person(
      HttpClient http,
      Function<Random, URI> bots,
      int number,
      CrashPlan plan,
      AtomicInteger written,
      long seed) {
    this.http = http;
    this.bots = bots;
    this.room = room(number);
    this.plan = plan;
    this.written = written;
    this.random = new Random(seed + number);
  }

  static String room(int number) {
    return "room-" + number;
  }

  static String text(String room, int message) {
    return room + "-message-" + message;
  }

  @Override
  public void run() {
    for (int message = 0; message < plan.messages(); message++) {
      for (int delivery = 0; delivery < DELIVERIES; delivery++) {
        deliver(message);
      }
      written.incrementAndGet();
      pause(Duration.ofMillis(random.nextLong(plan.thinking().toMillis())));
    }
  }

  private void deliver(int message) {
    long deadline = System.nanoTime() + LONGEST_OUTAGE.toNanos();
    while (!delivered(message)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("nobody took " + text(room, message));
      }
      pause(BEFORE_REDELIVERY);
    }
  }

  private boolean delivered(int message) {
    try {
      return http.send(request(message), HttpResponse.BodyHandlers.discarding()).statusCode()
          == ACCEPTED;
    } catch (IOException notTaken) {
      return false;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private HttpRequest request(int message) {
    String text = text(room, message);
    String body =
        """
        {"id":"%s","author":{"id":"%s","name":"Ann"},"text":"%s"}"""
            .formatted(uuid(text), uuid(room), text);
    return HttpRequest.newBuilder(bots.apply(random).resolve("/api/rooms/" + room + "/messages"))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /// The same for the same text, so that a repeated message is known as such.
  private static UUID uuid(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void pause(Duration time) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(time.toMillis()));
  }
}
