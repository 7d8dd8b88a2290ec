package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.message.Reply;
import dev.parley.platform.ReplyChannel;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.RecordedCall;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.time.SteppedClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An answer to a command that takes longer than Discord lets it be written")
@Timeout(60)
final class LongCommandAnswerTest {
  private static final Duration NEARLY_ALL = Duration.ofMinutes(14).plusSeconds(10);
  private static final Duration REST = Duration.ofMinutes(1);

  private final SteppedClock clock = new SteppedClock();
  private final DiscordHarness harness = new DiscordHarness(DiscordRules.withoutLimits(), clock);
  private final RecordingHandler core = new RecordingHandler();
  private final DiscordAdapter adapter = harness.started(harness.settings(), core);

  @BeforeEach
  void registered() {
    await()
        .atMost(DiscordHarness.LIMIT)
        .until(
            () ->
                harness.discord.calls("PUT /applications/{}/commands").stream()
                    .anyMatch(RecordedCall::ok));
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private Interaction ask(boolean hidden) {
    return harness.ann.slash(
        harness.general, "ask", Map.of("question", "What is new?", "private", hidden));
  }

  private static void awaitText(Interaction asked, String text) {
    await().atMost(DiscordHarness.LIMIT).until(() -> asked.text().contains(text));
  }

  private void grow(ReplyChannel reply, Interaction asked) {
    reply.stream("Good ");
    awaitText(asked, "Good");
    clock.step(NEARLY_ALL);
  }

  @Test
  @DisplayName("for the asker's eyes moves into their direct messages before, and says so")
  void moves() {
    Interaction asked = ask(true);
    Asked question = Asked.heard(core, asked.id());

    try (ReplyChannel reply = question.open(adapter)) {
      grow(reply, asked);
      awaitText(asked, "The answer comes as a direct message.");
      assertThat(asked.shown().orElseThrow().labels()).isEmpty();
      assertThat(harness.ann.dm().botMessages()).hasSize(1);
      clock.step(REST);
      reply.finish(Reply.answer("Good morning"));
    }

    assertThat(harness.ann.dm().botMessages())
        .extracting(ShownMessage::text)
        .containsExactly("Good morning");
    assertThat(asked.text()).doesNotContain("Good");
    assertThat(question.reference()).contains(harness.ann.dm().botMessages().getFirst().id());
  }

  @Test
  @DisplayName("that has moved goes on in the same message on another instance")
  void takenOver() {
    Interaction asked = ask(true);
    Asked question = Asked.heard(core, asked.id());
    try (ReplyChannel reply = question.open(adapter)) {
      grow(reply, asked);
      awaitText(asked, "The answer comes as a direct message.");
      await().atMost(DiscordHarness.LIMIT).until(() -> isInDirectMessages(question));
    }

    try (ReplyChannel reply = question.open(adapter)) {
      reply.stream("Good morn");
      await()
          .atMost(DiscordHarness.LIMIT)
          .until(() -> harness.ann.dm().botMessages().getFirst().text().contains("morn"));
      reply.finish(Reply.answer("Good morning"));
    }

    assertThat(harness.ann.dm().botMessages())
        .extracting(ShownMessage::text)
        .containsExactly("Good morning");
  }

  private boolean isInDirectMessages(Asked question) {
    return question
        .reference()
        .filter(id -> harness.ann.dm().botMessages().getFirst().id().equals(id))
        .isPresent();
  }

  @Test
  @DisplayName("says what can be done where its asker takes no direct messages")
  void stuck() {
    Interaction asked = ask(true);
    Asked question = Asked.heard(core, asked.id());
    harness.ann.refusesMessages();

    try (ReplyChannel reply = question.open(adapter)) {
      grow(reply, asked);
      awaitText(asked, "Please allow direct messages from me");
      reply.stream("Good morn");
      reply.finish(Reply.answer("Good morning"));
    }

    assertThat(asked.text()).isEqualTo("Good morning");
  }

  @Test
  @DisplayName("for all stays the same message")
  void stays() {
    Interaction asked = ask(false);
    Asked question = Asked.heard(core, asked.id());

    try (ReplyChannel reply = question.open(adapter)) {
      grow(reply, asked);
      clock.step(REST);
      reply.stream("morn");
      awaitText(asked, "morn");
      reply.finish(Reply.answer("Good morning"));
    }

    assertThat(asked.text()).contains("Good morning");
    assertThat(harness.general.botMessages()).hasSize(1);
    assertThat(harness.ann.dm().botMessages()).isEmpty();
  }
}
