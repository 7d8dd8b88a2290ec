package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownButton;
import dev.parley.testkit.discord.ShownMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("In Discord, under an answer from before the bot was started again")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerButtonsScenarioTest extends DiscordScenario {
  private static final String SLOW = "{turns: {lease: 2s}, demo: {words-per-second: 40}}\n";

  private final Map<String, SaidMessage> questions = new HashMap<>();

  AnswerButtonsScenarioTest() {
    super(DiscordTown.open());
  }

  @BeforeAll
  void answeredBefore() throws Exception {
    BotProcess before = town.bot(SLOW);
    List.of("repeated", "deleted", "refused", "moderated").forEach(name -> ask(name, "Say hello"));
    questions.values().forEach(DiscordScenario::answered);
    ask("killed", STORY);
    begun(question("killed"));
    before.kill();
    await().atMost(LIMIT).until(() -> town.discord.sessions() == 0);
    town.bot(SLOW);
  }

  private void ask(String name, String text) {
    questions.put(name, town.ann.says(town.guild.channel(name), mention(text)));
  }

  private SaidMessage question(String name) {
    return Objects.requireNonNull(questions.get(name));
  }

  @AfterAll
  void close() throws Exception {
    town.close();
  }

  private String whispered(DiscordPerson person, ShownMessage answer, String button) {
    Interaction pressed = person.presses(answer, button);
    await().atMost(LIMIT).until(() -> !pressed.followUps().isEmpty());
    assertThat(pressed.followUps()).allMatch(ShownMessage::ephemeral);
    return pressed.followUps().getFirst().text();
  }

  private static String rating(ShownMessage answer, String emoji) {
    return answer.buttons().stream()
        .filter(button -> button.emoji().equals(emoji))
        .map(ShownButton::customId)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("its asker has it answered again in the same message")
  void again() {
    SaidMessage repeated = question("repeated");
    ShownMessage first = repeated.replies().getFirst();

    assertThat(town.ann.presses(first, AGAIN).awaitAcknowledged(LIMIT)).isTrue();
    await().atMost(LIMIT).until(() -> repeated.replies().getFirst().edits() > first.edits());
    ShownMessage second = answered(repeated);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(wording(second)).isEqualTo("hello");
    assertThat(second.labels()).contains(AGAIN, DELETE);
    assertThat(repeated.channel().botMessages()).hasSize(1);
  }

  @Test
  @DisplayName("its asker deletes it")
  void away() {
    SaidMessage deleted = question("deleted");
    town.ann.presses(deleted.replies().getFirst(), DELETE);

    await().atMost(LIMIT).until(() -> deleted.channel().botMessages().isEmpty());
  }

  @Test
  @DisplayName("somebody else can rate it, and nothing more")
  void somebodyElse() {
    SaidMessage refused = question("refused");
    ShownMessage answer = refused.replies().getFirst();

    assertThat(whispered(town.bob, answer, DELETE)).startsWith("Only who asked, or an admin");
    assertThat(whispered(town.bob, answer, AGAIN)).startsWith("Only who asked, or an admin");
    assertThat(whispered(town.bob, answer, rating(answer, "👍"))).contains("that is noted");
    assertThat(whispered(town.ann, answer, rating(answer, "👎"))).contains("that is noted");
    assertThat(answered(refused).edits()).isEqualTo(answer.edits());
  }

  @Test
  @DisplayName("who manages the server deletes it")
  void manager() {
    SaidMessage moderated = question("moderated");
    town.admin.presses(moderated.replies().getFirst(), DELETE);

    await().atMost(LIMIT).until(() -> moderated.channel().botMessages().isEmpty());
  }

  @Test
  @DisplayName("it goes on where the end of the process cut it off, until its asker stops it")
  void goesOn() {
    SaidMessage killed = question("killed");
    String begun = killed.replies().getFirst().id();
    int before = killed.replies().getFirst().edits();
    await().atMost(LIMIT).until(() -> killed.replies().getFirst().edits() > before);

    assertThat(whispered(town.bob, killed.replies().getFirst(), STOP))
        .startsWith("Only who asked, or an admin");
    town.ann.presses(killed.replies().getFirst(), STOP);
    ShownMessage answer = answered(killed);

    DiscordChannel channel = killed.channel();
    assertThat(answer.id()).isEqualTo(begun);
    assertThat(answer.text()).contains("Stopped");
    assertThat(channel.botMessages()).hasSize(1);
  }
}
