package dev.parley.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A cancellation")
@Timeout(30)
class CancellationTest {
  private final Cancellation cancellation = new Cancellation();

  @Test
  @DisplayName("ends a wait that may be interrupted, and leaves the thread fit to go on")
  void endsAWait() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<Boolean> interruptedAfter = new CompletableFuture<>();
    Thread turn =
        Thread.ofVirtual()
            .start(
                () -> {
                  assertThatThrownBy(() -> cancellation.interruptibly(() -> forEver(waiting)))
                      .isInstanceOf(TurnCancelledException.class);
                  interruptedAfter.complete(Thread.currentThread().isInterrupted());
                });
    waiting.await();

    cancellation.cancel(Cancellation.Cause.STOPPED);

    assertThat(interruptedAfter.get(20, TimeUnit.SECONDS)).isFalse();
    turn.join();
  }

  @Test
  @DisplayName("never interrupts what is not meant to be interrupted")
  void leavesOtherWorkAlone() {
    cancellation.cancel(Cancellation.Cause.STOPPED);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThatThrownBy(() -> cancellation.interruptibly(() -> "never called"))
        .isInstanceOf(TurnCancelledException.class);
  }

  @Test
  @DisplayName("keeps its first cause, unless the turn is lost")
  void keepsItsCause() {
    cancellation.cancel(Cancellation.Cause.STOPPED);
    cancellation.cancel(Cancellation.Cause.DRAINING);
    assertThat(cancellation.cause()).contains(Cancellation.Cause.STOPPED);

    cancellation.cancel(Cancellation.Cause.LOST);

    assertThat(cancellation.cause()).contains(Cancellation.Cause.LOST);
  }

  private static String forEver(CountDownLatch waiting) throws InterruptedException {
    waiting.countDown();
    new CountDownLatch(1).await();
    return "never";
  }
}
