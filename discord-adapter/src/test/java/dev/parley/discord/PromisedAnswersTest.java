package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.command.CommandSpec;
import dev.parley.command.CommandSpec.Access;
import dev.parley.command.CommandSpec.Visibility;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.RecordedCall;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.time.SteppedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whoever is told in Discord that the bot thinks")
@Timeout(60)
final class PromisedAnswersTest {
  private static final String PUT = "PUT /applications/{}/commands";
  private static final String FIRST_WORD = "POST /interactions/{}/{}/callback";
  private static final String EDIT = "PATCH /webhooks/{}/{}/messages/{}";
  private static final String FOLLOW_UP = "POST /webhooks/{}/{}";
  private static final String INTERRUPTED = "I was interrupted";
  private static final Duration BEYOND = Duration.ofSeconds(61);
  private static final CommandSpec SHOW =
      new CommandSpec(
          List.of("session", "show"),
          "Shows the session",
          List.of(),
          Visibility.ASKER,
          Access.EVERYONE);

  private final SteppedClock clock = new SteppedClock();
  private final DiscordHarness harness = new DiscordHarness(DiscordRules.withoutLimits(), clock);
  private final RecordingHandler core = new RecordingHandler(SHOW);
  private DiscordAdapter adapter;

  @BeforeEach
  void start() {
    adapter = harness.started(harness.settings(), core);
    await()
        .atMost(DiscordHarness.LIMIT)
        .until(() -> harness.discord.calls(PUT).stream().anyMatch(RecordedCall::ok));
  }

  @AfterEach
  void close() {
    harness.close();
  }

  static Stream<ApiFault> uncertain() {
    return Stream.of(
        new ApiFault.StatusAfterwards(500),
        new ApiFault.StatusAfterwards(502),
        new ApiFault.AnswerLost());
  }

  @ParameterizedTest
  @MethodSource("uncertain")
  @DisplayName("gets the answer, once, though Discord's word was lost on the way back")
  void wordLost(ApiFault fault) {
    RecordingHandler other = new RecordingHandler(SHOW);
    harness.started(harness.settings(), other);
    harness.discord.failNext(FIRST_WORD, fault);

    Interaction typed = harness.ann.slash(harness.general, "session show");

    assertThat(typed.awaitText(DiscordHarness.LIMIT)).isEqualTo("Done.");
    await().atMost(DiscordHarness.LIMIT).until(() -> harness.promises.open() == 0);
    assertThat(core.lines().size() + other.lines().size()).isOne();
  }

  @Test
  @DisplayName("gets the answer to a question, though Discord's word was lost on the way back")
  void question() {
    harness.discord.failNext(FIRST_WORD, new ApiFault.AnswerLost());

    Interaction typed = harness.ann.slash(harness.general, "ask", Map.of("question", "hi"));
    Asked.heard(core, typed.id()).answer(adapter, "Good morning");

    assertThat(typed.text()).contains("Good morning");
  }

  @Test
  @DisplayName("gets the answer while it cannot be noted who sees to it")
  void storeAway() {
    harness.promises.goAway();

    Interaction typed = harness.ann.slash(harness.general, "session show");

    assertThat(typed.awaitText(DiscordHarness.LIMIT)).isEqualTo("Done.");
  }

  @Test
  @DisplayName("is answered once where Discord tells of it twice")
  void toldTwice() {
    Interaction typed = harness.ann.slash(harness.general, "session show");
    typed.awaitText(DiscordHarness.LIMIT);
    typed.redeliver();
    Interaction next = harness.ann.slash(harness.general, "session show");

    assertThat(next.awaitText(DiscordHarness.LIMIT)).isEqualTo("Done.");
    assertThat(core.lines()).hasSize(2);
    assertThat(harness.discord.calls(FIRST_WORD)).hasSize(2);
  }

  @Test
  @DisplayName("is told by another instance where the one that had it is lost")
  void instanceLost() {
    CountDownLatch frozen = new CountDownLatch(1);
    core.whenAccepted(_ -> hold(frozen));
    Interaction typed = harness.ann.slash(harness.general, "ask", Map.of("question", "hi"));
    await().atMost(DiscordHarness.LIMIT).until(() -> core.accepted().size() == 1);
    harness.started(harness.settings(), new RecordingHandler(SHOW));

    clock.step(BEYOND);

    assertThat(typed.awaitText(DiscordHarness.LIMIT)).contains(INTERRUPTED);
    await().atMost(DiscordHarness.LIMIT).until(() -> harness.promises.open() == 0);
    frozen.countDown();
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @DisplayName("is told later where Discord took nothing for a while")
  void untold() {
    for (int attempt = 0; attempt < 3; attempt++) {
      harness.discord.failNext(EDIT, new ApiFault.Status(500));
    }
    Interaction typed = harness.ann.slash(harness.general, "session show");
    await().atMost(DiscordHarness.LIMIT).until(() -> harness.discord.calls(EDIT).size() == 3);
    assertThat(harness.promises.open()).isOne();

    clock.step(BEYOND);

    assertThat(typed.awaitText(DiscordHarness.LIMIT)).contains(INTERRUPTED);
  }

  @Test
  @DisplayName("is told nothing more where the answer is there, though nobody noted that")
  void answeredAlready() {
    CountDownLatch frozen = new CountDownLatch(1);
    core.whenAccepted(_ -> hold(frozen));
    Interaction typed = harness.ann.slash(harness.general, "ask", Map.of("question", "hi"));
    Asked.heard(core, typed.id()).answer(adapter, "Good morning");
    harness.started(harness.settings(), new RecordingHandler(SHOW));

    clock.step(BEYOND);

    await().atMost(DiscordHarness.LIMIT).until(() -> harness.promises.open() == 0);
    assertThat(typed.text()).contains("Good morning");
    assertThat(typed.followUps()).isEmpty();
    frozen.countDown();
  }

  private Interaction thanked() {
    SaidMessage said = harness.ann.says(harness.general, harness.mention() + " hi");
    Asked.heard(core, said).answer(adapter, "Good morning");
    ShownMessage answer = said.answers().getFirst();
    String helpful =
        answer.buttons().stream()
            .filter(button -> button.emoji().equals("👍"))
            .findFirst()
            .orElseThrow()
            .customId();
    return harness.ann.presses(answer, helpful);
  }

  private static void awaitWhisper(Interaction pressed, String text) {
    await()
        .atMost(DiscordHarness.LIMIT)
        .until(() -> pressed.followUps().stream().anyMatch(it -> it.text().contains(text)));
    assertThat(pressed.followUps()).allMatch(ShownMessage::ephemeral);
  }

  @Test
  @DisplayName("and pressed a button, is told what came of it, though that failed at first")
  void whisper() {
    harness.discord.failNext(FOLLOW_UP, new ApiFault.Status(500));

    awaitWhisper(thanked(), "Thank you");
  }

  @Test
  @DisplayName("and pressed a button, is told later where Discord took nothing for a while")
  void whisperLater() {
    for (int attempt = 0; attempt < 3; attempt++) {
      harness.discord.failNext(FOLLOW_UP, new ApiFault.Status(500));
    }
    Interaction pressed = thanked();
    await().atMost(DiscordHarness.LIMIT).until(() -> harness.discord.calls(FOLLOW_UP).size() == 3);

    clock.step(BEYOND);

    awaitWhisper(pressed, INTERRUPTED);
  }
}
