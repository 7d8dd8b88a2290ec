package dev.parley.testkit.model;

import static dev.parley.testkit.model.ModelRequests.MODEL;
import static dev.parley.testkit.model.ModelRequests.asking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.demo.protocol.Step;
import dev.parley.model.FinishReason;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A silence of Gemini, where two seconds are the longest allowed")
@Timeout(60)
class GeminiSilenceTest {
  private static final Step SILENCE = new Step.Await(new CountDownLatch(1));

  private final GeminiBench bench =
      GeminiBench.start(new GeminiBench.Settings().idleTimeout(Duration.ofSeconds(2)));

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  @DisplayName("in the middle of an answer cuts it")
  void midway() {
    bench.gemini.next(Step.text("Half of it"), SILENCE);

    Heard heard = bench.hear(asking("Hi"));

    assertThat(heard.text()).isEqualTo("Half of it");
    assertThat(heard.finished().reason()).isEqualTo(FinishReason.CUT);
  }

  @Test
  @DisplayName("from the start has the model asked again")
  void fromTheStart() {
    bench.gemini.next(SILENCE);
    bench.gemini.next(Step.text("at last"), Step.finish("STOP"));

    Heard heard = bench.hear(asking("Hi"));

    assertThat(heard.text()).isEqualTo("at last");
    assertThat(bench.gemini.requestsTo(MODEL)).isEqualTo(2);
  }

  @Test
  @DisplayName("is each time short in an answer that takes longer than that in all")
  void shortSilences() {
    Step gap = new Step.Pause(Duration.ofMillis(800));
    bench.gemini.next(
        Step.text("a"), gap, Step.text("b"), gap, Step.text("c"), gap, Step.finish("STOP"));

    Heard heard = bench.hear(asking("Hi"));

    assertThat(heard.finished().reason()).isEqualTo(FinishReason.COMPLETE);
  }
}
