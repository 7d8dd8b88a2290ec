package dev.parley.testkit.model;

import static dev.parley.testkit.model.ModelRequests.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.demo.protocol.ProtocolError;
import dev.parley.demo.protocol.Step;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The stream of an answer by Gemini")
@Timeout(60)
class GeminiStreamTest {
  private final GeminiBench bench = GeminiBench.start();

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  @DisplayName("hands out each piece before the next one has been sent")
  void hasNoLag() {
    List<CountDownLatch> gates = Stream.generate(() -> new CountDownLatch(1)).limit(4).toList();
    List<Step> steps = new ArrayList<>();
    for (CountDownLatch gate : gates) {
      steps.add(Step.text("piece "));
      steps.add(new Step.Await(gate));
    }
    steps.add(Step.finish("STOP"));
    bench.gemini.next(steps.toArray(Step[]::new));

    try (ModelStream stream = bench.model.stream(asking("Hi"))) {
      for (CountDownLatch gate : gates) {
        assertThat(stream.next()).isEqualTo(new ModelEvent.Text("piece "));
        gate.countDown();
      }

      assertThat(stream.next()).isInstanceOf(ModelEvent.Finished.class);
    }
  }

  static Stream<Arguments> cuts() {
    return Stream.of(
        Arguments.of("its connection ends without a finish", new Step.End()),
        Arguments.of("its connection breaks", new Step.BreakOff()),
        Arguments.of("an error comes", new Step.Fail(ProtocolError.of(503, "overloaded"))));
  }

  @ParameterizedTest(name = "is kept as far as it came when {0}")
  @MethodSource("cuts")
  void isCut(String how, Step ending) {
    bench.gemini.next(Step.text("Half "), Step.text("of it"), ending);

    Heard heard = bench.hear(asking("Hi"));

    assertThat(heard.text()).isEqualTo("Half of it");
    assertThat(heard.finished().reason()).isEqualTo(FinishReason.CUT);
    assertThat(heard.finished().usage().output()).isPositive();
    assertThat(bench.gemini.requests()).hasSize(1);
  }

  @Test
  @DisplayName("is aborted by closing it while the model has not begun")
  void closedBeforeFirstByte() {
    CountDownLatch never = new CountDownLatch(1);
    bench.gemini.next(new Step.Await(never));
    ModelStream stream = bench.model.stream(asking("Hi"));
    CompletableFuture<Throwable> outcome =
        CompletableFuture.supplyAsync(stream::next).handle((_, error) -> error.getCause());
    Awaitility.await().until(() -> bench.gemini.requests().size() == 1);

    stream.close();

    assertThat(outcome.orTimeout(20, TimeUnit.SECONDS).join())
        .isInstanceOf(ModelCancelledException.class);
    assertThat(bench.gemini.requests()).hasSize(1);
  }

  @Test
  @DisplayName("is aborted by closing it during the wait for another try")
  void closedWhileWaiting() {
    bench.gemini.next(new Step.Fail(ProtocolError.quotaPerMinute(Duration.ofSeconds(15))));
    ModelStream stream = bench.model.stream(asking("Hi"));
    CompletableFuture<Throwable> outcome =
        CompletableFuture.supplyAsync(stream::next).handle((_, error) -> error.getCause());
    Awaitility.await().until(() -> bench.gemini.requests().size() == 1);

    stream.close();

    assertThat(outcome.orTimeout(10, TimeUnit.SECONDS).join())
        .isInstanceOf(ModelCancelledException.class);
  }

  @Test
  @DisplayName("never gives anything once it is closed")
  void closedAtOnce() {
    bench.gemini.next(Step.text("late"), Step.finish("STOP"));
    ModelStream stream = bench.model.stream(asking("Hi"));

    stream.close();

    assertThatThrownBy(stream::next).isInstanceOf(ModelCancelledException.class);
  }

  @Test
  @DisplayName("runs beside many others, each with its own words")
  void runsBesideOthers() {
    int many = 60;
    CountDownLatch all = new CountDownLatch(1);
    for (int at = 0; at < many; at++) {
      bench.gemini.whenever(
          ScriptedResponder.lastText("question " + at + "."),
          Step.text("answer "),
          new Step.Await(all),
          Step.text(at + "."),
          Step.finish("STOP"));
    }
    List<ModelStream> streams = new ArrayList<>();
    for (int at = 0; at < many; at++) {
      streams.add(bench.model.stream(asking("question " + at + ".")));
    }

    streams.forEach(stream -> assertThat(stream.next()).isEqualTo(new ModelEvent.Text("answer ")));
    all.countDown();

    for (int at = 0; at < many; at++) {
      assertThat(Heard.of(streams.get(at)).text()).isEqualTo(at + ".");
    }
  }
}
