package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.discord.DiscordSettings.AnswerIn;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.Permission;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.platform.RecordingHandler;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An answer that opens a thread in Discord")
@Timeout(60)
final class AnswerThreadTest {
  /// Discord forgets nonces at once, as it does within minutes.
  private final DiscordHarness harness =
      new DiscordHarness(DiscordRules.withoutLimits().withNonceLifetime(Duration.ZERO));

  private final RecordingHandler core = new RecordingHandler();
  private final DiscordSettings settings = harness.settings(true, AnswerIn.THREAD);
  private final DiscordAdapter adapter = harness.started(settings, core);

  @AfterEach
  void close() {
    harness.close();
  }

  private SaidMessage ask(String text) {
    return harness.ann.says(harness.general, harness.mention() + " " + text);
  }

  @Test
  @DisplayName("goes into a thread that is called like the question and hangs from it")
  void opened() {
    SaidMessage question = ask("How do tides work?");
    Asked asked = Asked.heard(core, question);

    asked.answer(adapter, "The moon.");

    DiscordChannel thread = question.thread().orElseThrow();
    assertThat(thread.name()).isEqualTo("How do tides work?");
    assertThat(thread.botMessages())
        .singleElement()
        .extracting(ShownMessage::text)
        .isEqualTo("The moon.");
    assertThat(harness.general.botMessages()).noneMatch(it -> it.text().equals("The moon."));
    assertThat(asked.message.place().thread()).contains(asked.message.id());
  }

  @Test
  @DisplayName("is called by a question of any length, whose characters stay whole")
  void longName() {
    SaidMessage question = ask("a" + "😀".repeat(300));

    Asked.heard(core, question).answer(adapter, "Indeed.");

    String name = question.thread().orElseThrow().name();
    assertThat(name).startsWith("a😀").doesNotContain("?", "\uFFFD");
    assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(100);
  }

  @Test
  @DisplayName("uses the thread that somebody opened there already")
  void exists() {
    SaidMessage question = ask("How do tides work?");
    Asked asked = Asked.heard(core, question);
    DiscordChannel thread = harness.ann.startsThread(question, "tides");

    asked.answer(adapter, "The moon.");

    assertThat(thread.botMessages()).hasSize(1);
  }

  @Test
  @DisplayName("goes into the channel where the bot may open no threads, also a second time")
  void notAllowed() {
    harness.general.denyBot(Permission.CREATE_PUBLIC_THREADS);
    SaidMessage question = ask("How do tides work?");
    Asked asked = Asked.heard(core, question);

    asked.answer(adapter, "The moon.");
    asked.answer(adapter, "The moon and the sun.");

    assertThat(question.replies())
        .singleElement()
        .extracting(ShownMessage::text)
        .isEqualTo("The moon and the sun.");
    assertThat(harness.ann.dm().botMessages()).isEmpty();
  }

  @Test
  @DisplayName("is taken away from wherever it is")
  void retracted() {
    harness.general.denyBot(Permission.CREATE_PUBLIC_THREADS);
    SaidMessage question = ask("How do tides work?");
    Asked asked = Asked.heard(core, question);
    asked.answer(adapter, "The moon.");

    asked.open(adapter).retract();

    assertThat(question.answers()).isEmpty();
  }

  @Test
  @DisplayName("is found there by an instance that takes it over and knows nothing of it")
  void takenOver() {
    SaidMessage question = ask("How do tides work?");
    Asked before = Asked.heard(core, question);
    before.answer(adapter, "The moon.");

    Asked.heard(core, question).answerLate(adapter, "The moon and the sun.");

    assertThat(question.thread().orElseThrow().botMessages())
        .singleElement()
        .extracting(ShownMessage::text)
        .isEqualTo("The moon and the sun.");
  }

  @Test
  @DisplayName("comes though the thread could not be opened at once")
  void openedLater() {
    harness.discord.failNext(
        "POST /channels/{}/messages/{}/threads", new ApiFault.StatusAfterwards(500));
    SaidMessage question = ask("How do tides work?");

    Asked.heard(core, question).answer(adapter, "The moon.");

    assertThat(question.thread().orElseThrow().botMessages()).hasSize(1);
  }
}
