package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// One thing that Slack tells the bot, with every attempt to deliver it.
public final class Delivery {
  private final Envelope envelope;
  private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();
  private volatile CompletableFuture<Boolean> shown = end;

  Delivery(Envelope envelope) {
    this.envelope = envelope;
  }

  Envelope envelope() {
    return envelope;
  }

  /// What is told: an event's envelope, a command's fields, or an interaction.
  public JsonNode payload() {
    return envelope.payload().deepCopy();
  }

  /// What the bot was told, for reading in a test's failure: `message`, `/ask`, `block_actions`.
  public String type() {
    JsonNode payload = envelope.payload();
    return switch (envelope.kind()) {
      case EVENT -> payload.at("/event/type").asText(payload.path("type").asText());
      case COMMAND -> payload.path("command").asText();
      case INTERACTION -> payload.path("type").asText();
    };
  }

  public List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /// Whether the bot has acknowledged it.
  public boolean acknowledged() {
    return end.getNow(false);
  }

  /// Waits until it is acknowledged or given up; returns whether it is acknowledged, throws
  /// `IllegalStateException` if neither happens in time.
  public boolean await(Duration limit) {
    try {
      return shown.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException(type() + " is not delivered: " + attempts, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + type() + " was delivered", e);
    }
  }

  /// The body of the acknowledgement, empty if there is none.
  public String answer() {
    return attempts.isEmpty() || !acknowledged() ? "" : attempts.getLast().answer();
  }

  void attempted(Attempt attempt) {
    attempts.add(attempt);
  }

  void finish(boolean acknowledged) {
    end.complete(acknowledged);
  }

  /// Does something with the acknowledgement's body; who waits for this waits for that too.
  void whenAcknowledged(Consumer<String> action) {
    shown =
        end.thenApply(
            acknowledged -> {
              if (acknowledged) {
                action.accept(answer());
              }
              return acknowledged;
            });
  }

  /// One try to deliver it.
  ///
  /// @param to the address or the connection
  /// @param outcome `ok`, or the word that the next try gives as its reason
  /// @param answer the body that came back
  public record Attempt(String to, String outcome, String answer) {
    boolean ok() {
      return outcome.equals("ok");
    }
  }
}
