package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.identity.SessionScope;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.FileContents;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.platform.ToolStep;
import dev.parley.platform.ToolStep.State;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.ApiFault;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import dev.parley.testkit.slack.ShownTask;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What tools do for an answer in Slack")
@Timeout(60)
class ToolStepsTest {
  private static final ToolStep WEATHER = new ToolStep("0-0", "Weather: Paris", State.RUNNING, "");
  private static final ToolStep PAGE =
      new ToolStep("0-1", "Fetch page: example.org", State.RUNNING, "");

  private final SlackHarness harness = SlackHarness.overHttp();
  private final RecordingHandler handler = new RecordingHandler();
  private final List<String> references = new CopyOnWriteArrayList<>();
  private final String channel = harness.workspace.channel("general");
  private SaidMessage question;

  @BeforeEach
  void ask() {
    harness.adapter.start(handler);
    question = harness.ann.says(channel, "<@" + harness.workspace.botUserId() + "> tell me");
    assertThat(question.awaitDelivered(SlackHarness.LIMIT)).isTrue();
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private ReplyChannel reply() {
    InboundMessage message = handler.accepted().getLast();
    TurnRef turn =
        new TurnRef(
            message.place().conversation(SessionScope.THREAD, message.author().id()), message.id());
    return harness.adapter.replyTo(
        new ReplyTarget(
            turn,
            message,
            references.stream().findFirst(),
            false,
            references::add,
            FileContents.NONE));
  }

  private static ToolStep now(ToolStep step, State state, String detail) {
    return new ToolStep(step.id(), step.title(), state, detail);
  }

  private ShownMessage awaitShown(Predicate<ShownMessage> wanted) {
    await().atMost(SlackHarness.LIMIT).until(() -> question.answers().stream().anyMatch(wanted));
    return question.answers().getFirst();
  }

  private List<String> statuses() {
    return harness.workspace.pane().statuses(channel, question.ts());
  }

  @Test
  @DisplayName("stands in the message that grows, and is folded up with its end")
  void lines() {
    ShownMessage running;
    try (ReplyChannel reply = reply()) {
      reply.step(WEATHER);
      reply.step(PAGE);
      running = awaitShown(shown -> shown.tasks().size() == 2);
      reply.step(now(PAGE, State.FAILED, "took too long"));
      awaitShown(shown -> shown.tasks().getLast().status().equals("error"));
      reply.stream("Sunny");
      awaitShown(shown -> shown.text().equals("Sunny"));
      reply.step(now(WEATHER, State.DONE, ""));
      reply.finish(Reply.answer("Sunny."));
    }

    assertThat(running.tasks())
        .containsExactly(
            new ShownTask("0-0", "Weather: Paris", "in_progress", ""),
            new ShownTask("0-1", "Fetch page: example.org", "in_progress", ""));
    assertThat(running.plan()).isEqualTo("Using tools");
    ShownMessage answer = question.answers().getFirst();
    assertThat(answer.text()).isEqualTo("Sunny.");
    assertThat(answer.finished()).isTrue();
    assertThat(answer.plan()).isEqualTo("Used 2 tools");
    assertThat(answer.tasks())
        .containsExactly(
            new ShownTask("0-0", "Weather: Paris", "complete", ""),
            new ShownTask("0-1", "Fetch page: example.org", "error", "took too long"));
    assertThat(harness.slack.calls("chat.update")).isEmpty();
    assertThat(question.answers()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"invalid_chunks", "invalid_arguments"})
  @DisplayName("is told by the status line where streams take no such lines, and never tried again")
  void refused(String error) {
    harness.slack.failNext("chat.startStream", new ApiFault.Refused(error));

    try (ReplyChannel reply = reply()) {
      reply.step(WEATHER);
      await().atMost(SlackHarness.LIMIT).until(() -> statuses().contains("Weather: Paris…"));
      reply.step(now(WEATHER, State.DONE, ""));
      reply.stream("Sunny");
      awaitShown(shown -> shown.text().equals("Sunny"));
      reply.step(PAGE);
      reply.finish(Reply.answer("Sunny."));
    }

    ShownMessage answer = question.answers().getFirst();
    assertThat(answer.text()).isEqualTo("Sunny.");
    assertThat(answer.streamed()).isTrue();
    assertThat(answer.tasks()).isEmpty();
    assertThat(harness.slack.calls("chat.startStream").getLast().argument("markdown_text"))
        .isEqualTo("Sunny");
    assertThat(harness.slack.calls("assistant.threads.setStatus").getFirst())
        .matches(call -> call.argument("loading_messages").contains("Weather: Paris"));
  }

  @Test
  @DisplayName("costs no word where a stream refuses them in its midst")
  void refusedMidway() {
    try (ReplyChannel reply = reply()) {
      reply.stream("Let me see.");
      awaitShown(shown -> shown.text().equals("Let me see."));
      harness.slack.failNext("chat.appendStream", new ApiFault.Refused("invalid_chunks"));
      reply.step(WEATHER);
      await().atMost(SlackHarness.LIMIT).until(() -> statuses().contains("Weather: Paris…"));
      reply.stream("\n\nSunny");
      awaitShown(shown -> shown.text().contains("Sunny"));
      reply.finish(Reply.answer("Let me see.\n\nSunny."));
    }

    ShownMessage answer = question.answers().getFirst();
    assertThat(answer.text()).contains("Let me see.").contains("Sunny.");
    assertThat(question.answers()).hasSize(1);
  }

  @Test
  @DisplayName("is told by the status line where there is no stream at all")
  void noStream() {
    harness.slack.failNext("chat.startStream", new ApiFault.Refused("unknown_method"));

    try (ReplyChannel reply = reply()) {
      reply.working("Using get_weather…");
      reply.step(WEATHER);
      await().atMost(SlackHarness.LIMIT).until(() -> statuses().contains("Weather: Paris…"));
      reply.finish(Reply.answer("Sunny."));
    }

    assertThat(statuses()).startsWith("Using get_weather…").endsWith("");
    assertThat(question.answers()).extracting(ShownMessage::text).containsExactly("Sunny.");
  }

  @Test
  @DisplayName(
      "leaves the text the room it needs; what has none beside them comes whole at the end")
  void room() {
    String text = "Sunny day. ".repeat(900).strip();

    try (ReplyChannel reply = reply()) {
      reply.step(WEATHER);
      awaitShown(shown -> shown.tasks().size() == 1);
      reply.step(now(WEATHER, State.DONE, ""));
      reply.stream(text);
      reply.finish(Reply.answer(text));
    }

    assertThat(
            String.join(" ", question.answers().stream().map(ShownMessage::text).toList())
                .split("Sunny day", -1))
        .hasSize(901);
    assertThat(question.answers()).allMatch(ShownMessage::finished);
  }

  @Test
  @DisplayName("is not doubled by an instance that goes on, which says all by its own means")
  void takenOver() {
    try (ReplyChannel lost = reply()) {
      lost.step(WEATHER);
      awaitShown(shown -> shown.tasks().size() == 1);
      try (ReplyChannel heir = reply()) {
        heir.step(now(WEATHER, State.DONE, ""));
        heir.step(PAGE);
        await()
            .atMost(SlackHarness.LIMIT)
            .until(() -> statuses().contains("Fetch page: example.org…"));
        heir.step(now(PAGE, State.DONE, ""));
        heir.finish(Reply.answer("Sunny."));
      }
    }

    assertThat(question.answers()).extracting(ShownMessage::text).containsExactly("Sunny.");
    assertThat(question.answers().getFirst().finished()).isTrue();
    assertThat(question.answers().getFirst().tasks()).isEmpty();
  }
}
