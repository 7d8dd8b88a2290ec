package dev.parley.discord.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What Discord tells")
@Timeout(60)
final class IntakeTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Intake intake = new Intake();
  private final List<String> stored = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  @AfterEach
  void close() {
    intake.close();
  }

  private void tell(String event) {
    intake.take(
        () -> {
          if (away) {
            throw new StoreUnavailableException("the store is away", null);
          }
          stored.add(event);
        });
  }

  @Test
  @DisplayName("is taken in at once, on the thread that tells it")
  void atOnce() {
    tell("question");

    assertThat(stored).containsExactly("question");
    assertThat(intake.isComplete()).isTrue();
  }

  @Test
  @DisplayName("waits in its order while the store is away: no edit overtakes its message")
  void ordered() {
    away = true;
    tell("question");
    assertThat(intake.isComplete()).isFalse();
    away = false;
    tell("edit of the question");
    tell("question taken back");

    await().atMost(LIMIT).until(intake::isComplete);
    assertThat(stored).containsExactly("question", "edit of the question", "question taken back");
  }

  @Test
  @DisplayName("by several sessions at once, while the store is away, is all taken in, once each")
  void severalSessions() throws InterruptedException {
    CountDownLatch allAreTold = new CountDownLatch(4);
    AtomicInteger first = new AtomicInteger();
    List<Thread> sessions =
        IntStream.range(0, 4)
            .mapToObj(
                session ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              intake.take(once(session + " first", allAreTold, first));
                              tell(session + " second");
                            }))
            .toList();
    for (Thread session : sessions) {
      session.join();
    }

    await().atMost(LIMIT).until(intake::isComplete);
    assertThat(stored).doesNotHaveDuplicates().hasSize(8);
    IntStream.range(0, 4)
        .forEach(
            session ->
                assertThat(stored).containsSubsequence(session + " first", session + " second"));
  }

  /// Fails the first time, once all sessions are at it.
  private Runnable once(String event, CountDownLatch all, AtomicInteger failures) {
    AtomicInteger attempts = new AtomicInteger();
    return () -> {
      if (attempts.getAndIncrement() == 0) {
        all.countDown();
        awaitAll(all);
        failures.incrementAndGet();
        throw new StoreUnavailableException("the store is away", null);
      }
      stored.add(event);
    };
  }

  private static void awaitAll(CountDownLatch all) {
    try {
      all.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @DisplayName("that makes the bot fail is passed over, and the rest is heard")
  void defect() {
    intake.take(
        () -> {
          throw new IllegalArgumentException("a defect");
        });
    tell("question");

    assertThat(stored).containsExactly("question");
    assertThat(intake.isComplete()).isTrue();
  }

  @Test
  @DisplayName("and what does not fit any more is known to be missing, until it is asked for again")
  void overflow() {
    away = true;
    IntStream.range(0, 10_002).forEach(event -> tell("message " + event));
    away = false;

    await().atMost(LIMIT).until(() -> stored.contains("message 10001"));
    assertThat(intake.isComplete()).isFalse();
    await().atMost(LIMIT).until(intake::hasLost);
    intake.recovered();
    assertThat(intake.isComplete()).isTrue();
    assertThat(stored).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(9_999);
  }

  @Test
  @DisplayName("is not taken in any more once the bot is closed")
  void closed() {
    intake.close();
    tell("question");

    assertThat(stored).isEmpty();
  }
}
