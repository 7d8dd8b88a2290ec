package dev.parley.discord;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.Permission;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.platform.RecordingHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An answer that meets trouble in Discord")
@Timeout(60)
final class AnswerTroubleTest {
  private static final String POST = "POST /channels/{}/messages";
  private static final String EDIT = "PATCH /channels/{}/messages/{}";

  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final RecordingHandler core = new RecordingHandler();
  private final DiscordAdapter adapter = harness.started(harness.settings(), core);
  private final SaidMessage question = harness.ann.says(harness.general, harness.mention() + " hi");
  private final Asked asked = Asked.heard(core, question);

  @AfterEach
  void close() {
    harness.close();
  }

  private void awaitShown(String text) {
    await()
        .atMost(DiscordHarness.LIMIT)
        .until(() -> question.answers().stream().anyMatch(it -> it.text().contains(text)));
  }

  private List<String> texts() {
    return question.answers().stream().map(ShownMessage::text).toList();
  }

  static Stream<ApiFault> faults() {
    return Stream.of(
        new ApiFault.Status(500),
        new ApiFault.StatusAfterwards(500),
        new ApiFault.StatusAfterwards(502),
        new ApiFault.Dropped(),
        new ApiFault.AnswerLost(),
        new ApiFault.RateLimited(Duration.ofSeconds(1), false));
  }

  @ParameterizedTest
  @MethodSource("faults")
  @DisplayName("is there once, though it went wrong when it was posted")
  void once(ApiFault fault) {
    harness.discord.failNext(POST, fault);

    asked.answer(adapter, "Good morning");

    assertThat(texts()).containsExactly("Good morning");
  }

  @ParameterizedTest
  @MethodSource("faults")
  @DisplayName("is complete, though its last edit went wrong")
  void edited(ApiFault fault) {
    asked.answer(adapter, "Good");
    harness.discord.failNext(EDIT, fault);

    asked.answer(adapter, "Good morning");

    assertThat(texts()).containsExactly("Good morning");
  }

  @Test
  @DisplayName("is complete, though nothing came back of its beginning, which is there")
  void lostBeginning() {
    for (int attempt = 0; attempt < 3; attempt++) {
      harness.discord.failNext(POST, new ApiFault.StatusAfterwards(500));
    }

    try (ReplyChannel reply = asked.open(adapter)) {
      reply.stream("Good ");
      awaitShown("Good");
      await().atMost(DiscordHarness.LIMIT).until(() -> harness.discord.calls(POST).size() >= 3);
      reply.finish(Reply.answer("Good morning"));
    }

    assertThat(texts()).containsExactly("Good morning");
    assertThat(question.answers().getFirst().labels()).doesNotContain("Stop");
  }

  @Test
  @DisplayName("that cannot be posted for now can be tried again")
  void triedAgain() {
    for (int attempt = 0; attempt < 3; attempt++) {
      harness.discord.failNext(POST, new ApiFault.Status(500));
    }

    try (ReplyChannel reply = asked.open(adapter)) {
      Reply whole = Reply.answer("Good morning");
      assertThatThrownBy(() -> reply.finish(whole))
          .isInstanceOfSatisfying(
              DeliveryException.class, failed -> assertThat(failed.retriable()).isTrue());
      reply.finish(whole);
    }

    assertThat(texts()).containsExactly("Good morning");
  }

  @Test
  @DisplayName("is posted anew where somebody deleted it while it grew")
  void deletedMeanwhile() {
    try (ReplyChannel reply = asked.open(adapter)) {
      reply.stream("Good ");
      awaitShown("Good");
      try (ReplyChannel deleter = asked.open(adapter)) {
        deleter.retract();
      }
      reply.finish(Reply.answer("Good morning"));
    }

    assertThat(texts()).containsExactly("Good morning");
    assertThat(asked.reference()).contains(question.answers().getFirst().id());
  }

  private void moderatorDeletes(String text) {
    question.answers().stream()
        .filter(it -> it.text().equals(text))
        .forEach(it -> harness.general.purges(it));
  }

  @Test
  @DisplayName("is posted anew once, though somebody deleted it and nothing came back of the post")
  void deletedAndLost() {
    DiscordAdapter other = harness.started(harness.settings(), new RecordingHandler());
    asked.answer(adapter, "Good");
    moderatorDeletes("Good");
    for (int attempt = 0; attempt < 3; attempt++) {
      harness.discord.failNext(POST, new ApiFault.StatusAfterwards(500));
    }
    try (ReplyChannel reply = asked.open(adapter)) {
      Reply whole = Reply.answer("Good morning");
      assertThatThrownBy(() -> reply.finish(whole)).isInstanceOf(DeliveryException.class);
    }

    asked.answer(other, "Good morning");

    assertThat(texts()).containsExactly("Good morning");
    assertThat(asked.reference()).contains(question.answers().getFirst().id());
  }

  @Test
  @DisplayName("has all its parts again where somebody deleted some, also twice")
  void deletedParts() {
    String whole =
        IntStream.range(0, 80).mapToObj(i -> "Part " + i).collect(joining("\n\n"))
            + "\n\n"
            + "a word ".repeat(400);
    asked.answer(adapter, whole);
    List<String> parts = texts();
    assertThat(parts).hasSizeGreaterThan(1);

    for (int time = 0; time < 2; time++) {
      parts.forEach(this::moderatorDeletes);
      asked.answer(adapter, whole);

      assertThat(texts()).isEqualTo(parts);
    }
  }

  @Test
  @DisplayName("that becomes shorter and long again has all its parts")
  void shorterMeanwhile() {
    String whole = "A paragraph of words.\n\n".repeat(200);
    asked.answer(adapter, whole);
    List<String> parts = texts();

    asked.answer(adapter, "short");
    asked.answer(adapter, whole);

    assertThat(texts()).isEqualTo(parts);
  }

  @Test
  @DisplayName("is taken away at the second attempt where the first one fails")
  void retractedAgain() {
    asked.answer(adapter, "A paragraph of words.\n\n".repeat(200));
    for (int attempt = 0; attempt < 3; attempt++) {
      harness.discord.failNext("DELETE /channels/{}/messages/{}", new ApiFault.Status(500));
    }

    try (ReplyChannel reply = asked.open(adapter)) {
      assertThatThrownBy(reply::retract).isInstanceOf(DeliveryException.class);
      reply.retract();
    }

    assertThat(question.answers()).isEmpty();
  }

  @Test
  @DisplayName("goes to its asker where the bot may not write in the channel any more")
  void notAllowed() {
    harness.general.denyBot(Permission.SEND_MESSAGES);

    asked.answer(adapter, "Good morning");

    assertThat(question.answers()).isEmpty();
    assertThat(harness.ann.dm().botMessages())
        .singleElement()
        .matches(shown -> shown.text().contains("Good morning"))
        .matches(shown -> shown.text().contains("cannot write any more where you asked"));
  }

  @Test
  @DisplayName("brings its pictures along to its asker")
  void picture() {
    ReplyTarget target = asked.target();
    harness.general.delete();
    ReplyFile picture = new ReplyFile(SomePicture.file("red.png", SomePicture.RED), "A red square");

    try (ReplyChannel reply =
        adapter.replyTo(
            new ReplyTarget(
                target.turn(),
                target.message(),
                target.reference(),
                false,
                target.keepReference(),
                _ -> Optional.of(SomePicture.RED)))) {
      reply.finish(Reply.answer("Here it is.").with(List.of(picture)));
    }

    assertThat(harness.ann.dm().botMessages().getFirst().files())
        .singleElement()
        .extracting("name")
        .isEqualTo("red.png");
  }

  @Test
  @DisplayName("goes to its asker where the channel is gone")
  void channelGone() {
    harness.general.delete();

    asked.answer(adapter, "Good morning");

    assertThat(harness.ann.dm().botMessages()).hasSize(1);
  }

  @Test
  @DisplayName("ends quietly where its asker takes no direct messages either")
  void asker() {
    harness.ann.refusesMessages();
    harness.general.delete();

    asked.answer(adapter, "Good morning");

    assertThat(harness.discord.botMessages()).isEmpty();
  }

  @Test
  @DisplayName("is given without a reference where the bot may not read the channel's history")
  void noHistory() {
    harness.general.denyBot(Permission.READ_MESSAGE_HISTORY);

    asked.answer(adapter, "Good morning");

    assertThat(texts()).containsExactly("Good morning");
    assertThat(question.replies()).isEmpty();
  }
}
