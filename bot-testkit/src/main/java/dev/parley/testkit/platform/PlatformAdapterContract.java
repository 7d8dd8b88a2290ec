package dev.parley.testkit.platform;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Requester;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.PlatformAdapter;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.platform.ToolStep;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What being an adapter means: each platform passes all of this.
public abstract class PlatformAdapterContract extends RecentContract {
  @Test
  @DisplayName("A message reaches the core as it was said, at home on this platform")
  void messageArrives() {
    boolean acknowledged = stage.deliver(stage.compose("What is *new*?"));

    InboundMessage message = handler.accepted().getFirst();
    assertThat(acknowledged).isTrue();
    assertThat(message.text()).isEqualTo("What is *new*?");
    assertThat(message.place().tenant().platform()).isEqualTo(stage.adapter().name());
  }

  @Test
  @DisplayName("A message delivered twice is acknowledged twice and counts once")
  void deliveredTwice() {
    String event = stage.compose("Hello");

    List<Boolean> acknowledged = List.of(stage.deliver(event), stage.deliver(event));
    stage.deliver(stage.compose("Hello"));

    assertThat(acknowledged).containsExactly(true, true);
    assertThat(handler.accepted()).hasSize(2);
  }

  @Test
  @DisplayName("A message is acknowledged only once the core has it")
  void acknowledgedAfterwards() {
    handler.hold();

    String event = stage.compose("Hello");
    CompletableFuture<Boolean> acknowledged =
        CompletableFuture.supplyAsync(() -> stage.deliver(event));
    soon().until(handler::isHolding);
    boolean early = acknowledged.isDone();
    handler.letGo();

    assertThat(early).isFalse();
    assertThat(acknowledged.orTimeout(10, SECONDS).join()).isTrue();
  }

  @Test
  @DisplayName("What cannot be stored is not acknowledged, and arrives when it is sent again")
  void storeAway() {
    String event = stage.compose("Hello");

    handler.become(RecordingHandler.Mood.STORE_AWAY);
    boolean first = stage.deliver(event);
    handler.become(RecordingHandler.Mood.ACCEPTING);
    boolean second = stage.deliver(event);

    assertThat(first).isFalse();
    assertThat(second).isTrue();
    assertThat(handler.accepted()).hasSize(1);
  }

  @Test
  @DisplayName("An answer grows before people's eyes where the platform streams")
  void answerGrows() {
    ReplyTarget target = asked("Hello");

    try (ReplyChannel channel = stage.adapter().replyTo(target)) {
      channel.working("thinking");
      channel.stream("Good ");
      soonShown("Good", !stage.adapter().capabilities().streams());
      channel.stream("morning");
      soonShown("Good morning", !stage.adapter().capabilities().streams());
      channel.finish(Reply.answer("Good morning"));
    }

    assertThat(stage.shown()).singleElement().matches(PlatformStage.ShownReply::finished);
    assertThat(stage.shown().getFirst().text()).isEqualTo("Good morning");
  }

  private void soonShown(String text, boolean notNeeded) {
    soon().until(() -> notNeeded || stage.shown().stream().anyMatch(it -> it.text().equals(text)));
  }

  @Test
  @DisplayName("What tools do for an answer changes nothing of its words, and calls nobody")
  void stepsAreNoWords() {
    try (ReplyChannel channel = stage.adapter().replyTo(asked("Hello"))) {
      channel.step(step("0-0", "Weather: @everyone <!channel> <@&1>", ToolStep.State.RUNNING));
      channel.step(step("0-1", "Page", ToolStep.State.RUNNING));
      channel.stream("Good ");
      soon().until(() -> !stage.shown().isEmpty());
      channel.step(step("0-1", "Page", ToolStep.State.DONE));
      channel.finish(Reply.answer("Good morning"));
    }

    assertThat(stage.shown()).containsExactly(new PlatformStage.ShownReply("Good morning", true));
    assertThat(stage.dangers()).isEmpty();
  }

  private static ToolStep step(String id, String title, ToolStep.State state) {
    return new ToolStep(id, title, state, "");
  }

  @Test
  @DisplayName("An answer that two instances finish is there once")
  void finishedTwice() {
    ReplyTarget target = asked("Hello");

    try (ReplyChannel channel = stage.adapter().replyTo(target)) {
      channel.stream("Good ");
      channel.finish(Reply.answer("Good morning"));
      channel.finish(Reply.answer("Good morning"));
    }
    try (ReplyChannel channel = stage.anotherInstance().replyTo(takenOver(target))) {
      channel.working("thinking");
      channel.finish(Reply.answer("Good morning"));
    }

    assertThat(stage.shown()).containsExactly(new PlatformStage.ShownReply("Good morning", true));
  }

  @Test
  @DisplayName("Another instance goes on with an answer that was left unfinished")
  void takenOverMidway() {
    ReplyTarget target = asked("Hello");

    ReplyChannel abandoned = stage.adapter().replyTo(target);
    abandoned.stream("Good ");
    soonShown("Good", !stage.adapter().capabilities().streams());
    abandoned.stream("day");
    soonShown("Good day", !stage.adapter().capabilities().streams());
    try (ReplyChannel channel = stage.anotherInstance().replyTo(takenOver(target))) {
      channel.stream("Good evening");
      channel.finish(Reply.answer("Good evening"));
    }
    abandoned.close();

    assertThat(stage.shown()).containsExactly(new PlatformStage.ShownReply("Good evening", true));
  }

  @Test
  @DisplayName("Nothing says that the bot is at work once a reply is closed")
  void closedWithoutAnswer() {
    try (ReplyChannel channel = stage.adapter().replyTo(asked("Hello"))) {
      channel.working("thinking");
    }

    assertThat(stage.shown()).isEmpty();
  }

  @Test
  @DisplayName("A failure is told in the words that the core chose")
  void failureIsTold() {
    try (ReplyChannel channel = stage.adapter().replyTo(asked("Hello"))) {
      channel.finish(Reply.failure("That did not work. Please try again."));
    }

    assertThat(stage.shown())
        .containsExactly(
            new PlatformStage.ShownReply("That did not work. Please try again.", true));
  }

  @Test
  @DisplayName("Stop names the turn and who pressed it")
  void stopReachesTheCore() {
    ReplyTarget target = asked("Hello");

    try (ReplyChannel channel = stage.adapter().replyTo(target)) {
      channel.stream("Once upon a time");
      soon().until(() -> !stage.shown().isEmpty());
      stage.pressStop();
    }

    assertThat(handler.stops())
        .containsExactly(
            new RecordingHandler.Stop(
                target.turn(), Requester.plain(target.message().author().id())));
  }

  @Test
  @DisplayName("Whatever the model says, nothing of it runs, loads or calls everybody")
  void outputIsHarmless() {
    String hostile =
        "<script>alert(1)</script> <img src=x onerror=alert(1)> ![p](https://evil.test/p.png)"
            + " [a](javascript:alert(1)) [b](data:text/html,x) @everyone @here <!channel>"
            + " <@&1> <https://evil.test|click>";

    try (ReplyChannel channel = stage.adapter().replyTo(asked("Hello"))) {
      channel.finish(Reply.answer(hostile));
    }

    assertThat(stage.shown()).hasSize(1);
    assertThat(stage.dangers()).isEmpty();
  }

  @Test
  @DisplayName("Closed twice is closed, and a closed adapter acknowledges nothing")
  void closeIsIdempotent() {
    PlatformAdapter adapter = stage.adapter();

    adapter.close();
    adapter.close();

    assertThat(stage.deliver(stage.compose("Hello"))).isFalse();
    assertThat(handler.accepted()).isEmpty();
  }
}
