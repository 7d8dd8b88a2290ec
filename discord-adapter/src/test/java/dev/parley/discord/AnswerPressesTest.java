package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.inbox.DiscardOutcome;
import dev.parley.inbox.RegenerateOutcome;
import dev.parley.inbox.StopOutcome;
import dev.parley.message.Reply;
import dev.parley.platform.ReplyChannel;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.Permission;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The buttons under an answer in Discord")
@Timeout(60)
final class AnswerPressesTest {
  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final RecordingHandler core = new RecordingHandler();
  private final DiscordAdapter adapter = harness.started(harness.settings(), core);
  private final SaidMessage question = harness.ann.says(harness.general, harness.mention() + " hi");
  private final Asked asked = Asked.heard(core, question);

  @AfterEach
  void close() {
    harness.close();
  }

  private ShownMessage answered(String markdown) {
    asked.answer(adapter, markdown);
    return question.answers().getLast();
  }

  private static String whispered(Interaction pressed) {
    await().atMost(DiscordHarness.LIMIT).until(() -> !pressed.followUps().isEmpty());
    assertThat(pressed.followUps()).allMatch(ShownMessage::ephemeral);
    return pressed.followUps().getFirst().text();
  }

  @Test
  @DisplayName("stop the answer that they are under, or say who may")
  void stop() {
    try (ReplyChannel reply = asked.open(adapter)) {
      reply.stream("Good ");
      await().atMost(DiscordHarness.LIMIT).until(() -> !question.answers().isEmpty());
      harness.ann.presses(question.answers().getFirst(), "Stop");
      await().atMost(DiscordHarness.LIMIT).until(() -> core.stops().size() == 1);
      core.answerStopsWith(StopOutcome.NOT_YOURS);
      DiscordPerson bob = harness.guild.person("Bob");
      assertThat(whispered(bob.presses(question.answers().getFirst(), "Stop")))
          .contains("Only who asked");
      reply.finish(Reply.answer("Good morning"));
    }

    assertThat(core.stops().getFirst().turn()).isEqualTo(asked.turn());
    assertThat(core.stops().getFirst().by().user().value()).isEqualTo(harness.ann.id());
    assertThat(core.stops().getFirst().by().manages()).isFalse();
  }

  @Test
  @DisplayName("work on an instance that was started after the answer, and once on two")
  void otherInstance() {
    ShownMessage answer = answered("Good morning");
    RecordingHandler other = new RecordingHandler();
    harness.started(harness.settings(), other);

    Interaction pressed = harness.ann.presses(answer, helpful(answer));

    assertThat(whispered(pressed)).contains("Thank you");
    assertThat(core.wishes().size() + other.wishes().size()).isOne();
  }

  private static String helpful(ShownMessage answer) {
    return answer.buttons().stream()
        .filter(button -> button.emoji().equals("👍"))
        .findFirst()
        .orElseThrow()
        .customId();
  }

  @Test
  @DisplayName("answer again, or say why not")
  void again() {
    ShownMessage answer = answered("Good morning");
    DiscardOutcome gone = new DiscardOutcome.Gone();

    harness.ann.presses(answer, "Again");
    await().atMost(DiscordHarness.LIMIT).until(() -> core.wishes().size() == 1);

    for (RegenerateOutcome outcome :
        List.of(RegenerateOutcome.BUSY, RegenerateOutcome.NOT_LATEST, RegenerateOutcome.GONE)) {
      core.answerWishesWith(outcome, gone);
      assertThat(whispered(harness.ann.presses(answer, "Again"))).isNotBlank();
    }
    assertThat(core.wishes().getFirst().turn()).isEqualTo(asked.turn());
  }

  @Test
  @DisplayName("delete all messages of the answer")
  void discard() {
    ShownMessage last = answered("A paragraph of words.\n\n".repeat(200));
    assertThat(question.answers().size()).isGreaterThan(1);
    core.answerWishesWith(
        RegenerateOutcome.STARTED, new DiscardOutcome.Discarded(asked.reference()));

    harness.ann.presses(last, "Delete");

    await().atMost(DiscordHarness.LIMIT).until(() -> question.answers().isEmpty());
  }

  @Test
  @DisplayName("delete nothing for others; what nobody remembers only for those who manage")
  void discardRefused() {
    ShownMessage answer = answered("Good morning");
    core.answerWishesWith(RegenerateOutcome.STARTED, new DiscardOutcome.NotYours());
    DiscordPerson bob = harness.guild.person("Bob");
    assertThat(whispered(bob.presses(answer, "Delete"))).contains("Only who asked");

    core.answerWishesWith(RegenerateOutcome.STARTED, new DiscardOutcome.Gone());
    assertThat(whispered(bob.presses(answer, "Delete"))).contains("too old");
    assertThat(question.answers()).hasSize(1);

    harness.guild.person("Boss", Permission.MANAGE_GUILD).presses(answer, "Delete");
    await().atMost(DiscordHarness.LIMIT).until(() -> question.answers().isEmpty());
    assertThat(core.wishes().getLast().by().manages()).isTrue();
  }
}
