package dev.parley.testkit.model;

import static dev.parley.testkit.model.ModelRequests.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.citation.Source;
import dev.parley.citation.Sources;
import dev.parley.citation.Support;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelOverloadedException;
import dev.parley.model.ModelRejectedException;
import dev.parley.model.ModelRequest;
import dev.parley.model.ModelStream;
import dev.parley.model.ModelUnreachableException;
import dev.parley.tool.ToolCall;
import dev.parley.usage.TokenUsage;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every language model does. A subclass gives the model, and makes it say what is scripted.
///
/// The model under test neither retries nor falls back.
@Timeout(60)
public abstract class LanguageModelContract extends AbortedCallContract {
  private static ObjectNode arguments() {
    return JsonNodeFactory.instance.objectNode().put("city", "Paris");
  }

  @Nested
  @DisplayName("A whole answer")
  class WholeAnswer {
    @Test
    @DisplayName("comes piece by piece, and ends with one last event")
    void comesInPieces() {
      script(ScriptedReply.saying("Hello ", "wide ", "world"));

      Heard heard = Heard.of(model().stream(asking("Hi")));

      assertThat(heard.text()).isEqualTo("Hello wide world");
      assertThat(heard.events()).filteredOn(ModelEvent.Finished.class::isInstance).hasSize(1);
      assertThat(heard.finished().reason()).isEqualTo(FinishReason.COMPLETE);
      assertThat(heard.finished().model()).isEqualTo(ModelRequests.MODEL);
    }

    @Test
    @DisplayName("has nothing after its last event")
    void hasNothingAfterwards() {
      script(ScriptedReply.saying("Hello"));

      try (ModelStream stream = model().stream(asking("Hi"))) {
        stream.forEachRemaining(_ -> {});

        assertThat(stream.hasNext()).isFalse();
        assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
      }
    }

    @Test
    @DisplayName("tells the tokens that it took")
    void tellsTokens() {
      script(ScriptedReply.saying("Hello").using(new TokenUsage(2_000, 1_024, 2, 30, 0)));

      TokenUsage usage = Heard.of(model().stream(asking("Hi"))).finished().usage();

      assertThat(usage.cached()).isEqualTo(1_024);
      assertThat(usage.thinking()).isEqualTo(30);
      assertThat(usage.output()).isPositive();
      assertThat(usage.prompt()).isPositive();
    }

    @Test
    @DisplayName("is handed out as it comes, before the model goes on")
    void isHandedOutAtOnce() {
      CountDownLatch gate = new CountDownLatch(1);
      script(ScriptedReply.saying("first ").andHolding(gate).andSaying("second"));

      try (ModelStream stream = model().stream(asking("Hi"))) {
        ModelEvent first = stream.next();
        gate.countDown();
        ModelEvent second = stream.next();

        assertThat(first).isEqualTo(new ModelEvent.Text("first "));
        assertThat(second).isEqualTo(new ModelEvent.Text("second"));
      }
    }

    @Test
    @DisplayName("keeps what the model thinks apart from what it says")
    void keepsThoughtsApart() {
      script(ScriptedReply.saying().andThinking("Hm.").andSaying("Yes"));

      Heard heard = Heard.of(model().stream(asking("Well?")));

      assertThat(heard.text()).isEqualTo("Yes");
      assertThat(heard.events()).contains(new ModelEvent.Thought("Hm."));
      assertThat(heard.finished().content().json()).doesNotContain("Hm.");
    }

    @Test
    @DisplayName("tells what it rests on, after all of its text")
    void tellsSources() {
      Sources sources =
          new Sources(
              List.of(new Source("https://example.org/kyiv", "Kyiv 🌧", "example.org")),
              List.of(new Support(9, List.of(0))),
              List.of(),
              List.of("rain in Київ"));
      script(ScriptedReply.saying("🌧 Дощ", "у Києві.").andCiting(sources));

      Heard heard = Heard.of(model().stream(asking("Rain?")));

      assertThat(heard.events().get(heard.events().size() - 2))
          .isEqualTo(new ModelEvent.Cited(sources));
      assertThat(heard.text()).isEqualTo("🌧 Дощу Києві.");
    }

    @Test
    @DisplayName("can be given back as history")
    void canBeGivenBack() {
      script(ScriptedReply.saying("Blue"));
      script(ScriptedReply.saying("As I said"));
      ModelEvent.Finished first = Heard.of(model().stream(asking("Which colour?"))).finished();

      Heard second =
          Heard.of(
              model().stream(
                  ModelRequests.of(
                      new ModelMessage.FromUser("Which colour?"),
                      new ModelMessage.FromModel(first.content()),
                      new ModelMessage.FromUser("Are you sure?"))));

      assertThat(second.text()).isEqualTo("As I said");
      assertThat(first.content().json()).contains("Blue");
    }

    @Test
    @DisplayName("may end early, and says why")
    void saysWhyItEnded() {
      script(ScriptedReply.saying("A lot").ending(FinishReason.LENGTH));
      script(ScriptedReply.saying("Some").ending(FinishReason.ANSWER_BLOCKED));
      script(ScriptedReply.saying().ending(FinishReason.QUESTION_BLOCKED));

      FinishReason cutByLength = Heard.of(model().stream(asking("Long?"))).finished().reason();
      FinishReason withheld = Heard.of(model().stream(asking("Unsafe?"))).finished().reason();
      FinishReason refused = Heard.of(model().stream(asking("Bad?"))).finished().reason();

      assertThat(cutByLength).isEqualTo(FinishReason.LENGTH);
      assertThat(withheld).isEqualTo(FinishReason.ANSWER_BLOCKED);
      assertThat(refused).isEqualTo(FinishReason.QUESTION_BLOCKED);
    }
  }

  @Nested
  @DisplayName("A wish for tools")
  class WishForTools {
    @Test
    @DisplayName("names each call, and is understood again together with the results")
    void isAnsweredByResults() {
      script(
          ScriptedReply.saying("Let me see. ")
              .andCalling("a", "weather", arguments())
              .andCalling("b", "clock", JsonNodeFactory.instance.objectNode()));
      script(ScriptedReply.saying("It is sunny"));

      Heard first = Heard.of(model().stream(asking("Weather and time?")));
      Heard second = Heard.of(model().stream(ModelRequests.afterTools("Weather and time?", first)));

      assertThat(first.toolCalls())
          .containsExactly(
              new ToolCall("a", "weather", arguments()),
              new ToolCall("b", "clock", JsonNodeFactory.instance.objectNode()));
      assertThat(second.text()).isEqualTo("It is sunny");
    }
  }

  @Nested
  @DisplayName("A call that fails")
  class FailingCall {
    @Test
    @DisplayName("because the provider has no room says when to come back")
    void overloaded() {
      Duration hint = Duration.ofSeconds(40);
      script(ScriptedReply.failing(new ModelOverloadedException("busy", Optional.of(hint), null)));

      Throwable failure = failureOf(asking("Hi"));

      assertThat(failure)
          .isInstanceOfSatisfying(
              ModelOverloadedException.class,
              overloaded -> assertThat(overloaded.retryAfter()).contains(hint));
    }

    @Test
    @DisplayName("because the request is refused says with which status")
    void rejected() {
      script(ScriptedReply.failing(new ModelRejectedException(403, "no", null)));

      Throwable failure = failureOf(asking("Hi"));

      assertThat(failure)
          .isInstanceOfSatisfying(
              ModelRejectedException.class,
              rejected -> assertThat(rejected.status()).isEqualTo(403));
    }

    @Test
    @DisplayName("after some text is an answer that was cut")
    void cut() {
      script(
          ScriptedReply.saying("Half of ").andFailing(new ModelUnreachableException("gone", null)));

      Heard heard = Heard.of(model().stream(asking("Hi")));

      assertThat(heard.text()).isEqualTo("Half of ");
      assertThat(heard.finished().reason()).isEqualTo(FinishReason.CUT);
      assertThat(heard.finished().content().json()).contains("Half of ");
    }

    @Test
    @DisplayName("because its time is up before any text is a model out of reach")
    void timeIsUp() {
      script(ScriptedReply.saying().andHolding(new CountDownLatch(1)));

      Throwable failure = failureOf(asking("Hi").withTimeLimit(Duration.ofMillis(300)));

      assertThat(failure).isInstanceOf(ModelUnreachableException.class);
    }

    @Test
    @DisplayName("because its time is up after some text is an answer that was cut")
    void timeIsUpMidway() {
      script(ScriptedReply.saying("Half of ").andHolding(new CountDownLatch(1)));

      Heard heard = Heard.of(model().stream(asking("Hi").withTimeLimit(Duration.ofSeconds(3))));

      assertThat(heard.text()).isEqualTo("Half of ");
      assertThat(heard.finished().reason()).isEqualTo(FinishReason.CUT);
    }

    private Throwable failureOf(ModelRequest request) {
      return catchThrowable(() -> Heard.of(model().stream(request)));
    }
  }
}
