package dev.parley.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.attachment.AttachmentContent;
import dev.parley.usage.ChartUnavailableException;
import dev.parley.usage.Spending;
import dev.parley.usage.Spending.Series;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A picture that is asked for")
class DrawingInTurnTest {
  private static final Spending SPENDING =
      new Spending(
          "Spending",
          "USD",
          List.of("1 Nov", "2 Nov"),
          List.of(new Series("all", List.of(BigDecimal.ONE, BigDecimal.TWO))),
          Optional.empty());

  private final Easel room = new Easel(ChartSettings.DEFAULT);
  private final XChartSpending chart = new XChartSpending(room);

  @Nested
  @DisplayName("among many")
  class AmongMany {
    @Test
    @DisplayName("is as good as alone")
    void together() throws Exception {
      AttachmentContent alone = chart.paint(SPENDING);
      try (ExecutorService commands = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<AttachmentContent>> all =
            IntStream.range(0, 12)
                .mapToObj(at -> commands.submit(() -> chart.paint(SPENDING)))
                .toList();

        for (Future<AttachmentContent> one : all) {
          assertThat(one.get(2, TimeUnit.MINUTES)).isEqualTo(alone);
        }
      }
    }

    @Test
    @DisplayName("waits for its turn, and is given up where that takes too long")
    void busy() throws Exception {
      Easel easel = new Easel(new ChartSettings(1, Duration.ofMillis(20)));
      XChartSpending narrow = new XChartSpending(easel);
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch end = new CountDownLatch(1);
      try (ExecutorService commands = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<byte[]> slow =
            commands.submit(
                () ->
                    easel.inTurn(
                        () -> {
                          begun.countDown();
                          await(end);
                          return new byte[0];
                        }));
        begun.await();

        try {
          assertThatThrownBy(() -> narrow.paint(SPENDING))
              .isInstanceOf(ChartUnavailableException.class)
              .hasMessageContaining("too many");
        } finally {
          end.countDown();
        }
        slow.get(1, TimeUnit.MINUTES);
        assertThat(narrow.paint(SPENDING).size()).isPositive();
      }
    }

    @Test
    @DisplayName("is given up where its command is interrupted")
    void interrupted() {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> chart.paint(SPENDING)).isInstanceOf(ChartUnavailableException.class);
      assertThat(Thread.interrupted()).isTrue();
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Nested
  @DisplayName("that Java cannot draw")
  class Impossible {
    static Stream<Throwable> failures() {
      return Stream.of(
          new Error("Probable fatal error: No physical fonts found."),
          new InternalError("freetype"),
          new NoClassDefFoundError("sun.font.SunFontManager"),
          new UnsatisfiedLinkError("libfreetype.so.6"),
          new IllegalStateException("Fontconfig head is null"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    @DisplayName("is told by one exception, which says what to install")
    void told(Throwable failure) {
      assertThatThrownBy(() -> room.inTurn(() -> Impossible.<Error>thrown(failure)))
          .isInstanceOf(ChartUnavailableException.class)
          .hasMessageContaining("fontconfig")
          .hasCause(failure);
      assertThat(chart.paint(SPENDING).size()).isPositive();
    }

    @Test
    @DisplayName("for lack of memory is nobody's to catch here")
    void exhausted() {
      assertThatThrownBy(
              () ->
                  room.inTurn(
                      () -> {
                        throw new OutOfMemoryError("none left");
                      }))
          .isInstanceOf(OutOfMemoryError.class);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> byte[] thrown(Throwable failure) throws T {
      throw (T) failure;
    }
  }
}
