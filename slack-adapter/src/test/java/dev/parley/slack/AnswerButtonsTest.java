package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.identity.SessionScope;
import dev.parley.inbox.DiscardOutcome;
import dev.parley.inbox.RegenerateOutcome;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.FileContents;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.ApiFault;
import dev.parley.testkit.slack.EphemeralMessage;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import dev.parley.testkit.slack.SlackPerson;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The buttons under an answer")
@Timeout(60)
class AnswerButtonsTest {
  private final SlackHarness harness = SlackHarness.overHttp();
  private final RecordingHandler core = new RecordingHandler();
  private final String channel = harness.workspace.channel("general");

  @BeforeEach
  void start() {
    harness.adapter.start(core);
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

  private ReplyTarget target(boolean again, Optional<String> reference) {
    InboundMessage message = core.accepted().getLast();
    TurnRef turn =
        new TurnRef(
            message.place().conversation(SessionScope.THREAD, message.author().id()), message.id());
    return new ReplyTarget(turn, message, reference, again, _ -> {}, FileContents.NONE);
  }

  private void answer(String text) {
    try (ReplyChannel reply = harness.adapter.replyTo(target(false, Optional.empty()))) {
      reply.finish(Reply.answer(text));
    }
  }

  private void answerAgain(ShownMessage before, String text) {
    try (ReplyChannel reply = harness.adapter.replyTo(target(true, Optional.of(before.ts())))) {
      reply.finish(Reply.answer(text));
    }
  }

  private String told(SlackPerson person) {
    await()
        .atMost(SlackHarness.LIMIT)
        .until(() -> !harness.workspace.ephemerals(channel, person).isEmpty());
    EphemeralMessage message = harness.workspace.ephemerals(channel, person).getLast();
    return message.text();
  }

  private static String longText(String word, int characters) {
    return (word + " ").repeat(characters / (word.length() + 1));
  }

  @Test
  @DisplayName("are there once it is finished, whether it was streamed or not")
  void areThere() {
    SaidMessage question = ask();
    try (ReplyChannel reply = harness.adapter.replyTo(target(false, Optional.empty()))) {
      reply.stream("Good ");
      await().atMost(SlackHarness.LIMIT).until(() -> !question.replies().isEmpty());
      reply.finish(Reply.answer("Good morning"));
    }

    ShownMessage shown = question.replies().getFirst();
    assertThat(shown.streamed()).isTrue();
    assertThat(shown.wire().path("blocks").toString())
        .contains("parley_feedback", "parley_discard", "parley_regenerate")
        .doesNotContain("parley_stop");
  }

  @Test
  @DisplayName("stand under the last of several messages only")
  void lastOnly() {
    SaidMessage question = ask();

    answer(longText("word", 20_000));

    assertThat(question.replies()).hasSize(2);
    assertThat(question.replies().getFirst().wire().toString()).doesNotContain("parley_regenerate");
    assertThat(question.replies().getLast().wire().toString()).contains("parley_regenerate");
  }

  @Test
  @DisplayName("are left out where the workspace does not take them, and the answer is there")
  void refused() {
    harness.slack.failNext("chat.postMessage", new ApiFault.Refused("invalid_blocks"));
    SaidMessage question = ask();

    answer("Good morning");
    answerAgain(question.replies().getFirst(), "Good evening");

    assertThat(question.replies())
        .singleElement()
        .matches(shown -> shown.text().equals("Good evening"))
        .matches(shown -> !shown.wire().toString().contains("parley_regenerate"));
  }

  @Test
  @DisplayName("tell the core who presses, and the presser what came of it")
  void presses() {
    core.answerWishesWith(RegenerateOutcome.NOT_YOURS, new DiscardOutcome.NotYours());
    SlackPerson bob = harness.workspace.person("Bob");
    SaidMessage question = ask();
    answer("Good morning");
    String ts = question.replies().getFirst().ts();

    bob.presses(channel, ts, "parley_regenerate").await(SlackHarness.LIMIT);
    assertThat(told(bob)).contains("Only who asked, or an admin");
    bob.presses(channel, ts, "parley_discard").await(SlackHarness.LIMIT);
    await().atMost(SlackHarness.LIMIT).until(() -> core.wishes().size() == 2);

    assertThat(core.wishes())
        .extracting(RecordingHandler.Wish::what)
        .containsExactly("regenerate", "discard");
    assertThat(core.wishes())
        .allMatch(wish -> wish.by().user().value().equals(bob.id()) && !wish.by().manages());
    assertThat(question.replies()).hasSize(1);
  }

  @Test
  @DisplayName("take all messages of a long answer away where it is deleted")
  void discards() {
    SaidMessage question = ask();
    answer(longText("word", 20_000));

    harness
        .ann
        .presses(channel, question.replies().getLast().ts(), "parley_discard")
        .await(SlackHarness.LIMIT);

    await().atMost(SlackHarness.LIMIT).until(() -> question.replies().isEmpty());
  }

  @Test
  @DisplayName("keep what people think of it")
  void feedback() {
    SaidMessage question = ask();
    answer("Good morning");
    String ts = question.replies().getFirst().ts();
    String value =
        question
            .replies()
            .getFirst()
            .wire()
            .path("blocks")
            .findValue("negative_button")
            .path("value")
            .asText();

    harness.ann.presses(channel, ts, "parley_feedback", value).await(SlackHarness.LIMIT);

    assertThat(told(harness.ann)).contains("noted");
    assertThat(core.wishes()).singleElement().matches(wish -> wish.what().equals("NOT_HELPFUL"));
  }

  @Test
  @DisplayName("put another answer in the place of a longer one, and nothing of that stays")
  void replaced() {
    SaidMessage question = ask();
    answer(longText("old", 30_000));
    ShownMessage first = question.replies().getFirst();

    answerAgain(first, longText("new", 20_000));

    assertThat(question.replies()).hasSize(2);
    assertThat(question.replies()).noneMatch(shown -> shown.text().contains("old"));
    assertThat(question.replies().getFirst().ts()).isEqualTo(first.ts());
  }

  @Test
  @DisplayName("put a short answer in the place of a file")
  void replacedFile() {
    SaidMessage question = ask();
    answer(longText("old", 70_000));
    ShownMessage first = question.replies().getFirst();
    int before = question.replies().size();

    answerAgain(first, "new");

    assertThat(before).isEqualTo(2);
    assertThat(question.replies()).singleElement().matches(shown -> shown.text().equals("new"));
  }
}
