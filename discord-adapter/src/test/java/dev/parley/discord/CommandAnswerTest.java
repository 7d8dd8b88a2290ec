package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.message.Reply;
import dev.parley.platform.ReplyChannel;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.RecordedCall;
import dev.parley.testkit.platform.RecordingHandler;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An answer to a command in Discord")
@Timeout(60)
final class CommandAnswerTest {
  private static final String LONG = "A paragraph of words.\n\n".repeat(300);

  private final RecordingHandler core = new RecordingHandler();

  private DiscordAdapter started(DiscordHarness harness) {
    DiscordAdapter adapter = harness.started(harness.settings(), core);
    await()
        .atMost(DiscordHarness.LIMIT)
        .until(
            () ->
                harness.discord.calls("PUT /applications/{}/commands").stream()
                    .anyMatch(RecordedCall::ok));
    return adapter;
  }

  private Interaction ask(DiscordHarness harness, DiscordChannel channel, boolean hidden) {
    return harness.ann.slash(channel, "ask", Map.of("question", "What is new?", "private", hidden));
  }

  @Test
  @DisplayName("grows in its own place, under the question, and goes on in the channel")
  void inPlace() {
    try (DiscordHarness harness = DiscordHarness.unlimited()) {
      DiscordAdapter adapter = started(harness);
      Interaction asked = ask(harness, harness.general, false);
      Asked question = Asked.heard(core, asked.id());

      try (ReplyChannel reply = question.open(adapter)) {
        reply.stream("Good ");
        await().atMost(DiscordHarness.LIMIT).until(() -> asked.text().contains("Good"));
        assertThat(asked.shown().orElseThrow().labels()).containsExactly("Stop");
        reply.finish(Reply.answer("Good morning"));
      }
      assertThat(asked.text()).isEqualTo("> What is new?\nGood morning");
      question.answer(adapter, LONG);

      assertThat(asked.text()).startsWith("> What is new?\nA paragraph");
      assertThat(harness.general.botMessages().size()).isGreaterThan(1);
      assertThat(asked.followUps()).isEmpty();
    }
  }

  @Test
  @DisplayName("that only the asker sees fits into one message, with its rest in a file")
  void hidden() {
    try (DiscordHarness harness = DiscordHarness.unlimited()) {
      DiscordAdapter adapter = started(harness);
      Interaction asked = ask(harness, harness.general, true);

      Asked.heard(core, asked.id()).answer(adapter, LONG);

      assertThat(harness.general.botMessages()).isEmpty();
      assertThat(harness.general.ephemerals(harness.ann)).hasSize(1);
      assertThat(asked.shown().orElseThrow().files()).hasSize(1);
      assertThat(asked.shown().orElseThrow().labels()).doesNotContain("Again", "Delete");
    }
  }

  @Test
  @DisplayName("comes as a message of its own where its place takes it no more, to whom it is for")
  void tokenGone() {
    try (DiscordHarness harness =
        new DiscordHarness(DiscordRules.withoutLimits().withTokenLifetime(Duration.ZERO))) {
      DiscordAdapter adapter = started(harness);
      Interaction open = ask(harness, harness.general, false);
      Interaction hidden = ask(harness, harness.general, true);

      Asked.heard(core, open.id()).answer(adapter, "Good morning");
      Asked.heard(core, hidden.id()).answer(adapter, "Good evening");

      assertThat(harness.general.botMessages())
          .anyMatch(it -> it.text().contains("Good morning"))
          .noneMatch(it -> it.text().contains("Good evening"));
      assertThat(harness.ann.dm().botMessages())
          .singleElement()
          .matches(it -> it.text().contains("Good evening"));
    }
  }

  @Test
  @DisplayName("is posted anew where somebody deleted the message that it was to become")
  void placeDeleted() {
    try (DiscordHarness harness = DiscordHarness.unlimited()) {
      DiscordAdapter adapter = started(harness);
      Interaction asked = ask(harness, harness.general, false);
      Asked question = Asked.heard(core, asked.id());
      harness.discord.failNext(
          "PATCH /webhooks/{}/{}/messages/{}", new ApiFault.Refused(404, 10008, "Unknown Message"));

      question.answer(adapter, "Good morning");

      assertThat(harness.general.botMessages()).anyMatch(it -> it.text().contains("Good morning"));
    }
  }

  @Test
  @DisplayName("is given in its own place where the bot is no member")
  void foreignGuild() {
    try (DiscordHarness harness = DiscordHarness.unlimited()) {
      DiscordChannel foreign = harness.discord.foreignGuild("Others").channel("lounge");
      harness.discord.foreignGuild("Others").person("Ann");
      DiscordAdapter adapter = started(harness);
      Interaction asked = ask(harness, foreign, false);
      Asked question = Asked.heard(core, asked.id());

      question.answer(adapter, LONG);

      assertThat(question.message.place().tenant().id()).isEqualTo("user-" + harness.ann.id());
      assertThat(asked.text()).contains("A paragraph", "The whole answer is in the file");
    }
  }

  @Test
  @DisplayName("in direct messages belongs to the same conversation as what is written there")
  void direct() {
    try (DiscordHarness harness = DiscordHarness.unlimited()) {
      DiscordAdapter adapter = started(harness);
      Asked written = Asked.heard(core, harness.ann.says(harness.ann.dm(), "hi"));
      Interaction asked = ask(harness, harness.ann.dm(), false);
      Asked question = Asked.heard(core, asked.id());

      question.answer(adapter, "Good morning");

      assertThat(question.message.place()).isEqualTo(written.message.place());
      assertThat(asked.text()).contains("Good morning");
    }
  }
}
