package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.identity.SessionScope;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.FileContents;
import dev.parley.platform.PlatformAdapter;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.ApiFault;
import dev.parley.testkit.slack.RecordedCall;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An answer in Slack")
class LadderTest {
  private final SlackHarness harness = SlackHarness.overHttp();
  private final RecordingHandler handler = new RecordingHandler();
  private final List<String> references = new CopyOnWriteArrayList<>();
  private final String channel = harness.workspace.channel("general");

  @BeforeEach
  void start() {
    harness.adapter.start(handler);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private SaidMessage ask() {
    SaidMessage question =
        harness.ann.says(channel, "<@" + harness.workspace.botUserId() + "> tell me");
    assertThat(question.awaitDelivered(SlackHarness.LIMIT)).isTrue();
    return question;
  }

  private ReplyTarget target() {
    InboundMessage message = handler.accepted().getLast();
    TurnRef turn =
        new TurnRef(
            message.place().conversation(SessionScope.THREAD, message.author().id()), message.id());
    return new ReplyTarget(
        turn, message, Optional.empty(), false, references::add, FileContents.NONE);
  }

  private static void say(PlatformAdapter adapter, ReplyTarget target, String text) {
    try (ReplyChannel reply = adapter.replyTo(target)) {
      reply.finish(Reply.answer(text));
    }
  }

  private void awaitShown(SaidMessage question, String text) {
    await()
        .atMost(SlackHarness.LIMIT)
        .until(() -> question.answers().stream().anyMatch(it -> it.text().contains(text)));
  }

  @Test
  @DisplayName("streams in the thread, addressed to the asker, with a mark and without previews")
  void streams() {
    SaidMessage question = ask();

    try (ReplyChannel reply = harness.adapter.replyTo(target())) {
      reply.working("Looking at the clock");
      reply.stream("Good ");
      awaitShown(question, "Good");
      reply.stream("morning");
      reply.finish(Reply.answer("Good morning"));
    }

    RecordedCall started = harness.slack.calls("chat.startStream").getFirst();
    assertThat(started.argument("recipient_user_id")).isEqualTo(harness.ann.id());
    assertThat(harness.workspace.pane().statuses(channel, question.ts()))
        .containsExactly("Looking at the clock", "");
    assertThat(question.replies())
        .singleElement()
        .extracting(ShownMessage::text)
        .isEqualTo("Good morning");
    assertThat(question.replies().getFirst().metadata().path("event_type").asText())
        .isEqualTo("parley_reply");
    assertThat(harness.slack.calls("chat.update")).isEmpty();
    assertThat(references).containsExactly(question.replies().getFirst().ts());
  }

  @Test
  @DisplayName("goes to its asker alone where the bot was removed from the channel meanwhile")
  void placeGone() {
    ask();
    ReplyTarget target = target();
    harness.workspace.kickBot(channel);

    say(harness.adapter, target, "Good morning");

    assertThat(harness.workspace.botMessages())
        .singleElement()
        .matches(shown -> shown.channel().equals(harness.workspace.dm(harness.ann)))
        .matches(shown -> shown.text().contains("Good morning"));
  }

  @Test
  @DisplayName("is left alone by an instance that was out of action while another one finished it")
  void outOfAction() {
    harness.slack.failNext("chat.startStream", new ApiFault.Refused("unknown_method"));
    SaidMessage question = ask();
    AtomicInteger refused = new AtomicInteger();
    ReplyTarget before = target();
    ReplyTarget owned =
        new ReplyTarget(
            before.turn(),
            before.message(),
            before.reference(),
            false,
            ts -> {
              if (references.contains(ts)) {
                refused.incrementAndGet();
                throw new IllegalStateException("the turn is another one's");
              }
              references.add(ts);
            },
            FileContents.NONE);

    try (ReplyChannel late = harness.adapter.replyTo(owned)) {
      late.stream("Good ");
      awaitShown(question, "Good");
      await().atMost(SlackHarness.LIMIT).until(() -> !references.isEmpty());
      say(
          harness.adapter,
          new ReplyTarget(
              before.turn(),
              before.message(),
              Optional.of(references.getFirst()),
              false,
              _ -> {},
              FileContents.NONE),
          "Good morning");
      late.stream("mor");
      await().atMost(SlackHarness.LIMIT).until(() -> refused.get() > 0);
    }

    assertThat(question.answers())
        .singleElement()
        .extracting(ShownMessage::text)
        .isEqualTo("Good morning");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"unknown_method", "missing_scope", "channel_type_not_supported"})
  @DisplayName("is edited as it grows where streams are refused, and carries a stop button so long")
  void refusedStreams(String error) {
    harness.slack.failNext("chat.startStream", new ApiFault.Refused(error));
    SaidMessage question = ask();

    try (ReplyChannel reply = harness.adapter.replyTo(target())) {
      reply.stream("Good ");
      awaitShown(question, "Good");
      harness
          .ann
          .presses(channel, question.replies().getFirst().ts(), "parley_stop")
          .await(SlackHarness.LIMIT);
      reply.finish(Reply.answer("Good morning"));
    }

    await().atMost(SlackHarness.LIMIT).until(() -> handler.stops().size() == 1);
    assertThat(question.answers())
        .singleElement()
        .extracting(ShownMessage::text)
        .isEqualTo("Good morning");
    RecordedCall post = harness.slack.calls("chat.postMessage").getFirst();
    assertThat(post.argument("unfurl_links")).isEqualTo("false");
    assertThat(post.argument("unfurl_media")).isEqualTo("false");
  }

  @Test
  @DisplayName(
      "is what it is at its end, though something came in between that was streamed before")
  void marked() {
    SaidMessage question = ask();

    try (ReplyChannel reply = harness.adapter.replyTo(target())) {
      reply.stream("It rains. It is cold.");
      awaitShown(question, "cold");
      reply.finish(
          Reply.answer("It rains.\\[1\\] It is cold.\n\n1. [Kyiv](<https://example.org/a_b?c=d>)"));
    }

    assertThat(question.answers())
        .singleElement()
        .extracting(ShownMessage::text)
        .asString()
        .contains("It rains.[1] It is cold.", "https://example.org/a_b?c=d", "Kyiv");
    assertThat(harness.slack.calls("chat.startStream")).hasSize(1);
  }

  @Test
  @DisplayName("is completed by an edit where its stream has died")
  void deadStream() {
    SaidMessage question = ask();

    try (ReplyChannel reply = harness.adapter.replyTo(target())) {
      reply.stream("Good ");
      awaitShown(question, "Good");
      harness.workspace.expireStreams();
      reply.finish(Reply.answer("Good morning"));
    }

    assertThat(question.answers())
        .singleElement()
        .extracting(ShownMessage::text)
        .isEqualTo("Good morning");
  }

  @Test
  @DisplayName("is there once though the answer to its post was lost")
  void lostAnswer() {
    harness.slack.failNext("chat.postMessage", new ApiFault.AnswerLost());
    SaidMessage question = ask();

    try (ReplyChannel reply = harness.adapter.replyTo(target())) {
      try {
        reply.finish(Reply.answer("Good morning"));
      } catch (dev.parley.platform.DeliveryException again) {
        assertThat(again.retriable()).isTrue();
        reply.finish(Reply.answer("Good morning"));
      }
    }

    assertThat(question.answers()).hasSize(1);
  }

  @Test
  @DisplayName("waits as long as Slack says, and comes then")
  void rateLimited() {
    harness.slack.failNext("chat.postMessage", new ApiFault.RateLimited(Duration.ofSeconds(1)));
    SaidMessage question = ask();

    say(harness.adapter, target(), "Good morning");

    assertThat(question.answers()).hasSize(1);
  }

  @Test
  @DisplayName("is whole, at any length, and beyond a few messages a file")
  void longAnswer() {
    SaidMessage question = ask();
    String lines =
        String.join("\n\n", IntStream.range(0, 6_000).mapToObj(n -> "line " + n).toList());

    say(harness.adapter, target(), lines);

    assertThat(question.answers().stream().flatMap(it -> it.files().stream())).hasSize(1);
  }

  @Test
  @DisplayName("calls nobody, in whatever part of a message")
  void safe() {
    SaidMessage question = ask();
    String hostile = "<!channel> <!here> <!everyone> <@U1> <!subteam^S1> https://evil.test/x";

    try (ReplyChannel reply = harness.adapter.replyTo(target())) {
      reply.stream(hostile);
      await().atMost(SlackHarness.LIMIT).until(() -> !question.answers().isEmpty());
      reply.finish(Reply.answer(hostile + "."));
    }

    assertThat(question.answers()).allMatch(it -> it.pings().isEmpty());
  }
}
