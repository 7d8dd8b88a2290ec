package dev.parley.testkit.model;

import static dev.parley.testkit.model.GeminiBench.FALLBACK;
import static dev.parley.testkit.model.ModelRequests.MODEL;
import static dev.parley.testkit.model.ModelRequests.asking;
import static dev.parley.testkit.model.ScriptedResponder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.demo.protocol.ProtocolError;
import dev.parley.demo.protocol.Step;
import dev.parley.model.ModelOverloadedException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A model that keeps failing")
@Timeout(60)
class GeminiBreakerTest {
  private static final GeminiBench.Settings IMPATIENT =
      new GeminiBench.Settings().attempts(1).breakerAfter(3);

  private static final Step[] FINE = {Step.text("fine"), Step.finish("STOP")};

  @Test
  @DisplayName("is left alone for a while, and the others answer at once")
  void isLeftAlone() {
    try (GeminiBench bench = GeminiBench.start(IMPATIENT)) {
      bench.gemini.whenever(model(MODEL), new Step.Fail(ProtocolError.of(503, "busy")));
      bench.gemini.whenever(model(FALLBACK), FINE);

      for (int turn = 0; turn < 6; turn++) {
        assertThat(bench.hear(asking("Hi")).finished().model()).isEqualTo(FALLBACK);
      }

      assertThat(bench.gemini.requestsTo(MODEL)).isEqualTo(3);
    }
  }

  @Test
  @DisplayName("is told as overloaded where no other may answer")
  void isTold() {
    try (GeminiBench bench = GeminiBench.start(IMPATIENT)) {
      bench.gemini.whenever(model(MODEL), new Step.BreakOff());
      bench.gemini.whenever(model(FALLBACK), FINE);
      for (int turn = 0; turn < 3; turn++) {
        bench.hear(asking("Hi"));
      }

      assertThatThrownBy(() -> bench.hear(ModelRequests.bound(asking("Hi"))))
          .isInstanceOf(ModelOverloadedException.class)
          .hasMessageContaining("left alone");
    }
  }

  @Test
  @DisplayName("because of its quota or a bad request is still asked")
  void quotaIsNoTrouble() {
    try (GeminiBench bench = GeminiBench.start(IMPATIENT)) {
      bench.gemini.whenever(
          model(MODEL), new Step.Fail(ProtocolError.quotaPerMinute(Duration.ofSeconds(30))));
      bench.gemini.whenever(model(FALLBACK), FINE);

      for (int turn = 0; turn < 6; turn++) {
        bench.hear(asking("Hi"));
      }

      assertThat(bench.gemini.requestsTo(MODEL)).isEqualTo(6);
    }
  }
}
