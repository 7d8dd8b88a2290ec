package dev.parley.testkit.model;

import static dev.parley.testkit.model.ModelRequests.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.model.LanguageModel;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What every language model does where its reader goes away.
abstract class AbortedCallContract {
  /// The model under test.
  protected abstract LanguageModel model();

  /// Makes this the model's reply to the next request.
  protected abstract void script(ScriptedReply reply);

  @Nested
  @DisplayName("A call that is aborted")
  class AbortedCall {
    @Test
    @DisplayName("by closing its stream from elsewhere ends at once")
    void closed() throws Exception {
      script(ScriptedReply.saying("Begun ").andHolding(new CountDownLatch(1)));
      ModelStream stream = model().stream(asking("Hi"));
      stream.next();
      CompletableFuture<ModelEvent> waiting = CompletableFuture.supplyAsync(stream::next);

      stream.close();

      assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(ModelCancelledException.class);
      assertThat(stream.hasNext()).isFalse();
    }

    @Test
    @DisplayName("by an interrupt of its reader ends at once, and the reader stays interrupted")
    void interrupted() throws Exception {
      script(ScriptedReply.saying("Begun ").andHolding(new CountDownLatch(1)));
      CountDownLatch begun = new CountDownLatch(1);
      FutureTask<Boolean> reading = new FutureTask<>(() -> isInterruptedAfterAbort(begun));
      Thread reader = Thread.ofPlatform().start(reading);
      begun.await();

      reader.interrupt();

      assertThat(reading.get(20, TimeUnit.SECONDS)).isTrue();
    }

    private boolean isInterruptedAfterAbort(CountDownLatch begun) {
      try (ModelStream stream = model().stream(asking("Hi"))) {
        stream.next();
        begun.countDown();
        assertThatThrownBy(stream::next).isInstanceOf(ModelCancelledException.class);
        return Thread.currentThread().isInterrupted();
      }
    }
  }
}
