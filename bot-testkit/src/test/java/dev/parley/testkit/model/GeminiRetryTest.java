package dev.parley.testkit.model;

import static dev.parley.testkit.model.GeminiBench.FALLBACK;
import static dev.parley.testkit.model.ModelRequests.MODEL;
import static dev.parley.testkit.model.ModelRequests.asking;
import static dev.parley.testkit.model.ScriptedResponder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.demo.protocol.Parts;
import dev.parley.demo.protocol.ProtocolError;
import dev.parley.demo.protocol.Step;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelOverloadedException;
import dev.parley.model.ModelRejectedException;
import dev.parley.model.ModelUnreachableException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Where Gemini fails before anything visible came")
@Timeout(60)
class GeminiRetryTest {
  private final GeminiBench bench = GeminiBench.start();

  @AfterEach
  void stop() {
    bench.close();
  }

  private static Step failing(int code) {
    return new Step.Fail(ProtocolError.of(code, "scripted"));
  }

  private static Step[] answering(String text) {
    return new Step[] {Step.text(text), Step.finish("STOP")};
  }

  @Nested
  @DisplayName("the same model is asked again")
  class AskedAgain {
    @ParameterizedTest(name = "after status {0}")
    @ValueSource(ints = {429, 500, 503, 504})
    void afterStatus(int code) {
      bench.gemini.next(failing(code));
      bench.gemini.next(answering("at last"));

      Heard heard = bench.hear(asking("Hi"));

      assertThat(heard.text()).isEqualTo("at last");
      assertThat(heard.finished().model()).isEqualTo(MODEL);
      assertThat(bench.gemini.requests()).hasSize(2);
    }

    @Test
    @DisplayName("after a proxy's error page")
    void afterForeignPage() {
      bench.gemini.next(new Step.Foreign(502, "text/html", "<html>Bad Gateway</html>"));
      bench.gemini.next(answering("at last"));

      Heard heard = bench.hear(asking("Hi"));

      assertThat(heard.text()).isEqualTo("at last");
    }

    @Test
    @DisplayName("after the connection broke, and after it ended with nothing said")
    void afterBrokenConnection() {
      bench.gemini.next(new Step.Chunk(List.of(Parts.thought("Hm"))), new Step.BreakOff());
      bench.gemini.next(new Step.End());
      bench.gemini.next(answering("at last"));

      Heard heard = bench.hear(asking("Hi"));

      assertThat(heard.text()).isEqualTo("at last");
      assertThat(bench.gemini.requestsTo(MODEL)).isEqualTo(3);
    }

    @Test
    @DisplayName("not before the time that the error's details ask for")
    void notBeforeRetryInfo() {
      bench.gemini.next(new Step.Fail(ProtocolError.quotaPerMinute(Duration.ofMillis(1_200))));
      bench.gemini.next(answering("at last"));
      long begin = System.nanoTime();

      bench.hear(asking("Hi"));

      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isGreaterThanOrEqualTo(Duration.ofMillis(1_200));
    }

    @Test
    @DisplayName("not before the time that the response's header asks for")
    void notBeforeRetryAfter() {
      bench.gemini.next(
          new Step.Fail(ProtocolError.of(503, "busy").withHeader("Retry-After", "1")));
      bench.gemini.next(answering("at last"));
      long begin = System.nanoTime();

      bench.hear(asking("Hi"));

      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest(name = "once, silently, where its answer is nothing: {0}")
    @ValueSource(strings = {"STOP", "MALFORMED_FUNCTION_CALL"})
    void afterNothing(String reason) {
      bench.gemini.next(new Step.Finish(reason, 7, OptionalInt.empty()));
      bench.gemini.next(answering("at last"));

      Heard heard = bench.hear(asking("Hi"));

      assertThat(heard.text()).isEqualTo("at last");
      assertThat(heard.finished().reason()).isEqualTo(FinishReason.COMPLETE);
      assertThat(heard.finished().usage().thinking()).isEqualTo(7);
    }

    @Test
    @DisplayName("but only once where its answer stays nothing, which is then told")
    void nothingTwice() {
      bench.gemini.next(Step.finish("MALFORMED_FUNCTION_CALL"));
      bench.gemini.next(Step.finish("MALFORMED_FUNCTION_CALL"));

      Heard heard = bench.hear(asking("Hi"));

      assertThat(heard.finished().reason()).isEqualTo(FinishReason.MALFORMED_TOOL_CALL);
      assertThat(bench.gemini.requests()).hasSize(2);
    }
  }

  @Nested
  @DisplayName("another model is asked at once")
  class FallenBack {
    @Test
    @DisplayName("when the tries are used up")
    void triesUsedUp() {
      bench.gemini.whenever(model(MODEL), failing(503));
      bench.gemini.next(answering("from the other"));

      Heard heard = bench.hear(asking("Hi"));

      assertThat(heard.text()).isEqualTo("from the other");
      assertThat(heard.finished().model()).isEqualTo(FALLBACK);
      assertThat(bench.gemini.requestsTo(MODEL)).isEqualTo(3);
    }

    @Test
    @DisplayName("when the quota of the day is used up, or the model is gone")
    void quotaOfTheDay() {
      bench.gemini.whenever(
          model(MODEL), new Step.Fail(ProtocolError.quotaPerDay(Duration.ofMillis(1))));
      bench.gemini.whenever(model("gemini-gone"), failing(404));
      bench.gemini.next(answering("one"));
      bench.gemini.next(answering("two"));

      Heard first = bench.hear(asking("Hi"));
      Heard second = bench.hear(asking("Hi").withModel("gemini-gone"));

      assertThat(List.of(first.text(), second.text())).containsExactly("one", "two");
      assertThat(bench.gemini.requestsTo(MODEL)).isEqualTo(1);
      assertThat(bench.gemini.requestsTo("gemini-gone")).isEqualTo(1);
    }

    @Test
    @DisplayName(
        "when the provider asks to wait for longer than the time left, or than anyone would")
    void hintTooLong() {
      bench.gemini.next(new Step.Fail(ProtocolError.quotaPerMinute(Duration.ofSeconds(8))));
      bench.gemini.next(answering("one"));
      bench.gemini.next(new Step.Fail(ProtocolError.quotaPerMinute(Duration.ofSeconds(21))));
      bench.gemini.next(answering("two"));

      Heard first = bench.hear(asking("Hi").withTimeLimit(Duration.ofSeconds(6)));
      Heard second = bench.hear(asking("Hi").withTimeLimit(Duration.ofMinutes(5)));

      assertThat(first.finished().model()).isEqualTo(FALLBACK);
      assertThat(second.finished().model()).isEqualTo(FALLBACK);
      assertThat(bench.gemini.requestsTo(MODEL)).isEqualTo(2);
    }

    @Test
    @DisplayName("but not in the middle of a turn")
    void notInTheMiddleOfATurn() {
      bench.gemini.whenever(model(MODEL), failing(404));

      assertThatThrownBy(() -> bench.hear(ModelRequests.bound(asking("Hi"))))
          .isInstanceOfSatisfying(
              ModelRejectedException.class, e -> assertThat(e.status()).isEqualTo(404));
      assertThat(bench.gemini.requestsTo(FALLBACK)).isZero();
    }

    @Test
    @DisplayName("and if that one fails too, the failure of the wanted one is told")
    void allFail() {
      bench.gemini.whenever(
          model(MODEL), new Step.Fail(ProtocolError.quotaPerDay(Duration.ofSeconds(30))));
      bench.gemini.whenever(model(FALLBACK), failing(503));

      assertThatThrownBy(() -> bench.hear(asking("Hi")))
          .isInstanceOfSatisfying(
              ModelOverloadedException.class,
              e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(30)));
    }
  }

  @ParameterizedTest(name = "no model is asked again after status {0}")
  @ValueSource(ints = {400, 401, 403})
  void refused(int code) {
    bench.gemini.next(failing(code));

    assertThatThrownBy(() -> bench.hear(asking("Hi")))
        .isInstanceOfSatisfying(
            ModelRejectedException.class, e -> assertThat(e.status()).isEqualTo(code));
    assertThat(bench.gemini.requests()).hasSize(1);
  }

  @Test
  @DisplayName("no key is quoted, even if the provider quotes it")
  void quotesNoKey() {
    bench.gemini.next(
        new Step.Fail(
            ProtocolError.of(403, "Consumer 'api_key:AIzaSyVerySecret' has been suspended.")));

    assertThatThrownBy(() -> bench.hear(asking("Hi")))
        .hasMessageContaining("has been suspended")
        .hasMessageNotContaining("VerySecret")
        .hasNoCause();
  }

  @Test
  @DisplayName("all tries together end at the time limit")
  void timeLimit() {
    bench.gemini.whenever(model(MODEL), new Step.Await(new CountDownLatch(1)));

    assertThatThrownBy(() -> bench.hear(asking("Hi").withTimeLimit(Duration.ofSeconds(1))))
        .isInstanceOf(ModelUnreachableException.class);
    assertThat(bench.gemini.requests()).hasSizeLessThan(2);
  }
}
