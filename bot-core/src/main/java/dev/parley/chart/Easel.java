package dev.parley.chart;

import dev.parley.usage.ChartUnavailableException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Where pictures are drawn, a few at a time.
final class Easel {
  private final ChartSettings settings;
  private final Semaphore room;

  Easel(ChartSettings settings) {
    this.settings = settings;
    this.room = new Semaphore(settings.together(), true);
  }

  /// One picture's drawing.
  interface Drawing {
    byte[] png() throws IOException;
  }

  /// Blocks while others are drawn.
  ///
  /// @throws ChartUnavailableException where no picture can be had
  byte[] inTurn(Drawing drawing) {
    enter();
    try {
      return drawn(drawing);
    } finally {
      room.release();
    }
  }

  private void enter() {
    try {
      if (!room.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ChartUnavailableException("too many pictures are being drawn", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChartUnavailableException("interrupted while other pictures were drawn", e);
    }
  }

  /// Without fonts, or without its font libraries, Java fails in many ways: with a
  /// `RuntimeException`, with classes that cannot be loaded, with a plain `Error`.
  private static byte[] drawn(Drawing drawing) {
    try {
      return drawing.png();
    } catch (OutOfMemoryError | StackOverflowError exhausted) {
      throw exhausted;
    } catch (IOException | RuntimeException | Error broken) {
      throw new ChartUnavailableException(
          "no picture could be drawn; it takes fontconfig and a font, such as DejaVu", broken);
    }
  }
}
