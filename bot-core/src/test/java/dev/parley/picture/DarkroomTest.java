package dev.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("Decoding pictures")
@Timeout(60)
class DarkroomTest {
  private static final PictureOutcome DONE = new PictureOutcome.TooLong(1);

  private final Darkroom darkroom = new Darkroom(2);

  private static PictureOutcome failing(Throwable failure) throws Exception {
    switch (failure) {
      case Error error -> throw error;
      case Exception exception -> throw exception;
      default -> throw new AssertionError(failure);
    }
  }

  @ParameterizedTest
  @FieldSource("FAILURES")
  @DisplayName("that fails costs one picture, and the next one has its room")
  void failures(Throwable failure) throws Exception {
    PictureOutcome expected =
        failure instanceof OutOfMemoryError
            ? new PictureOutcome.NoRoom()
            : new PictureOutcome.Damaged();

    for (int again = 0; again < 3; again++) {
      assertThat(darkroom.develop(() -> failing(failure))).isEqualTo(expected);
    }
    assertThat(darkroom.develop(() -> DONE)).isEqualTo(DONE);
  }

  static final Throwable[] FAILURES = {
    new OutOfMemoryError("Java heap space"),
    new StackOverflowError(),
    new NoClassDefFoundError("some reader"),
    new IOException("cut off"),
    new IllegalArgumentException("strange"),
    new ArrayIndexOutOfBoundsException(3),
  };

  @Test
  @DisplayName("leaves the threads of turns alone, and is done some at a time")
  void someAtTime() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch two = new CountDownLatch(2);

    try (ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<PictureOutcome> outcome :
          IntStream.range(0, 20)
              .mapToObj(
                  _ ->
                      turns.submit(
                          () ->
                              darkroom.develop(
                                  () -> {
                                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                    two.countDown();
                                    two.await(50, TimeUnit.SECONDS);
                                    inside.decrementAndGet();
                                    return Thread.currentThread().isVirtual()
                                        ? new PictureOutcome.NoRoom()
                                        : DONE;
                                  })))
              .toList()) {
        assertThat(outcome.get()).isEqualTo(DONE);
      }
    }
    assertThat(most).hasValue(2);
  }

  @Test
  @DisplayName("is not waited for any more by a turn that is interrupted")
  void interrupted() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int at = 0; at < 2; at++) {
        Future<PictureOutcome> unused =
            turns.submit(
                () ->
                    darkroom.develop(
                        () -> {
                          begun.countDown();
                          go.await();
                          return DONE;
                        }));
      }
      begun.await();
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> darkroom.develop(() -> DONE))
          .isInstanceOf(InterruptedException.class);

      go.countDown();
    }
    assertThat(darkroom.develop(() -> DONE)).isEqualTo(DONE);
  }
}
