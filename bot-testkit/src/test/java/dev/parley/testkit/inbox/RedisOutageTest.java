package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.ConversationId;
import dev.parley.inbox.Accepted;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxListener;
import dev.parley.inbox.InboxSettings;
import dev.parley.inbox.Lease;
import dev.parley.inbox.TurnRef;
import dev.parley.redis.RedisSettings;
import dev.parley.redis.RedisStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("A Redis that is away")
class RedisOutageTest {
  private static final Duration HANG = Duration.ofSeconds(30);

  private final RedisForTests redis = RedisForTests.started();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.parley.redis.Availability");
  private RedisStore store;
  private Inbox inbox;

  @BeforeEach
  void open() {
    lines.start();
    logger.addAppender(lines);
    store =
        RedisStore.open(
            redis
                .settings()
                .withPatience(
                    Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(20)));
    inbox = store.inbox(InboxSettings.DEFAULTS);
  }

  @AfterEach
  void close() {
    logger.detachAppender(lines);
    store.close();
    redis.close();
  }

  @Test
  @DisplayName("at start is waited for, and used as soon as it is there")
  void awayAtStart() throws InterruptedException {
    redis.kill();
    Semaphore woken = new Semaphore(0);
    inbox.listen(waking(woken));

    assertThat(store.isReachable()).isFalse();
    assertThatThrownBy(() -> inbox.accept(Said.message("m1"), true))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("Redis is not reachable");
    redis.start();
    Awaitility.await().atMost(HANG).until(store::isReachable);

    assertThat(inbox.accept(Said.message("m1"), true)).isInstanceOf(Accepted.Claimed.class);
    assertThat(woken.tryAcquire(HANG.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private static InboxListener waking(Semaphore woken) {
    return new InboxListener() {
      @Override
      public void workReady() {
        woken.release();
      }

      @Override
      public void stopRequested(TurnRef turn) {}

      @Override
      public void turnLost(Lease lease) {}
    };
  }

  @Test
  @DisplayName("midway loses nothing: answers wait for it, and everything is there again")
  void awayMidway() {
    ClaimedTurn turn = claimed(inbox.accept(Said.message("m1"), true));
    inbox.accept(Said.message("m2"), true);

    redis.kill();
    CompletableFuture<Optional<ClaimedTurn>> next =
        CompletableFuture.supplyAsync(
            () -> {
              inbox.answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn)));
              return inbox.done(turn.lease(), Optional.empty(), true);
            });
    Awaitility.await().atMost(HANG).until(() -> !store.isReachable());
    redis.start();

    ClaimedTurn second = next.orTimeout(HANG.toSeconds(), TimeUnit.SECONDS).join().orElseThrow();
    assertThat(second.firstMessage().id().value()).isEqualTo("m2");
    assertThat(second.conversation().turns()).containsExactly(Said.turn(turn));
  }

  private static ClaimedTurn claimed(Accepted accepted) {
    return ((Accepted.Claimed) accepted).turn();
  }

  @Test
  @DisplayName("is heard again when it is back: of work, and that some may have been missed")
  void hearsAgain() throws InterruptedException {
    Semaphore woken = new Semaphore(0);
    inbox.listen(waking(woken));
    ClaimedTurn turn = claimed(inbox.accept(Said.message("m1"), true));

    redis.kill();
    redis.start();

    assertThat(woken.tryAcquire(HANG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    woken.drainPermits();
    inbox.release(turn.lease());
    assertThat(woken.tryAcquire(HANG.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisplayName("is told to the operator once, and once that it is back")
  void toldOnce() {
    ConversationId conversation = Said.general();
    store.conversations().read(conversation);

    redis.kill();
    Awaitility.await().atMost(HANG).until(() -> !store.isReachable() && lines.list.size() == 1);
    for (int i = 0; i < 20; i++) {
      store.isReachable();
    }
    redis.start();
    Awaitility.await().atMost(HANG).until(store::isReachable);

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .satisfiesExactly(
            away -> assertThat(away).contains("is away; Parley waits for it"),
            back -> assertThat(back).contains("is back"));
  }

  @Test
  @DisplayName("because of a wrong password says so, and shows no password")
  void wrongPassword() {
    String url = redis.url().replaceFirst(":[^:@/]+@", ":wrong-one@");
    RedisSettings settings =
        RedisSettings.of(url)
            .withPatience(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1));
    try (RedisStore refused = RedisStore.open(settings)) {
      assertThatThrownBy(() -> refused.conversations().read(Said.general()))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("Redis refuses the user or the password")
          .hasMessageNotContaining("wrong-one");
    }
  }

  @Test
  @DisplayName("because the store was closed is not waited for")
  void closed() {
    ClaimedTurn turn = claimed(inbox.accept(Said.message("m1"), true));
    store.close();

    assertThat(store.isReachable()).isFalse();
    assertThatThrownBy(() -> inbox.release(turn.lease()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("closed");
    assertThat(lines.list).isEmpty();
  }

  @Test
  @DisplayName("is not waited for by somebody who was interrupted")
  void interrupted() throws InterruptedException {
    ClaimedTurn turn = claimed(inbox.accept(Said.message("m1"), true));
    redis.kill();
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    inbox.release(turn.lease());
                  } catch (StoreUnavailableException e) {
                    failure.complete(e);
                  }
                });

    thread.interrupt();

    assertThat(failure.orTimeout(10, TimeUnit.SECONDS).join())
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(thread.join(HANG)).isTrue();
  }
}
