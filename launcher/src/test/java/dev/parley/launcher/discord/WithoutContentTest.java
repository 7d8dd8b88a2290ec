package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.discord.ShownModal;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("In Discord, a bot that may not read what is not meant for it")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutContentTest extends DiscordScenario {
  private static final int MESSAGE_CONTENT = 1 << 15;

  WithoutContentTest() {
    super(DiscordTown.open(DiscordRules.withoutLimits().withContentGranted(false)));
  }

  @AfterAll
  void close() throws Exception {
    town.close();
  }

  @AfterEach
  void stop() throws Exception {
    town.stop();
  }

  private void worksWithout(String name) {
    DiscordChannel channel = town.guild.channel("with-" + name);
    DiscordPerson person = town.guild.person(name);
    SaidMessage talk = person.says(channel, "Who comes to lunch?");
    ShownMessage mentioned = answered(person.says(channel, mention("Say hello")));
    ShownMessage replied = answered(person.replies(mentioned, "More!"));
    ShownMessage direct = answered(person.says(person.dm(), "Say welcome"));
    ShownMessage asked = answered(person.slash(channel, "ask", Map.of("question", "Say yes")));
    ShownModal dialog = person.picks("Ask about this", talk).awaitModal(LIMIT);
    ShownMessage menu = answered(person.submits(dialog, Map.of("question", "Well?")));

    assertThat(talk.replies()).isEmpty();
    assertThat(wording(mentioned)).isEqualTo("hello");
    assertThat(replied.text()).contains("More!");
    assertThat(wording(direct)).isEqualTo("welcome");
    assertThat(wording(asked)).endsWith("yes");
    assertThat(menu.text()).contains("Who comes to lunch?");
    assertThat(channel.botMessages()).hasSize(4);
    assertThat(town.discord.intents()).hasSize(1).allMatch(all -> (all & MESSAGE_CONTENT) == 0);
  }

  @Test
  @DisplayName("because that is set, answers mentions, replies, direct messages and commands")
  void set() throws Exception {
    BotProcess bot = town.bot("discord: {message-content: false}\n");

    worksWithout("Cleo");

    assertThat(bot.output()).contains("Discord").doesNotContain("4014");
  }

  @Test
  @DisplayName("because Discord refuses it, says so and goes on all the same")
  void refused() throws Exception {
    BotProcess bot = town.launch("", Map.of()).awaitStart();
    await().atMost(LIMIT).until(() -> town.discord.sessions() == 1);
    await().atMost(LIMIT).until(() -> !town.discord.commands().isEmpty());

    worksWithout("Dora");

    assertThat(bot.output().lines().filter(line -> line.contains("close code 4014"))).hasSize(1);
  }
}
