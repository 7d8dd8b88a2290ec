package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.Permission;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("In Discord, an answer that cannot be where it was to be")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FallbacksTest extends DiscordScenario {
  private static final Duration TOKENS_LAST = Duration.ofSeconds(2);

  private final DiscordPerson cleo = town.guild.person("Cleo");
  private final DiscordChannel late = town.guild.channel("late");
  private final DiscordChannel hidden = town.guild.channel("late-and-private");

  FallbacksTest() {
    super(DiscordTown.open(DiscordRules.withoutLimits().withTokenLifetime(TOKENS_LAST)));
  }

  @BeforeAll
  void start() {
    town.bot("");
    town.ann.slash(late, "ask", slowQuestion(false));
    cleo.slash(hidden, "ask", slowQuestion(true));
  }

  @AfterAll
  void close() throws Exception {
    town.close();
  }

  private static Map<String, Object> slowQuestion(boolean hidden) {
    return Map.of("question", "Say " + words(300) + " end", "private", hidden);
  }

  @Test
  @DisplayName("because the command's time is over, is one whole message of the channel")
  void tokenOver() {
    await()
        .atMost(LIMIT)
        .until(() -> late.botMessages().stream().anyMatch(it -> wording(it).endsWith("end")));
    ShownMessage answer = answers(late, 1).getFirst();

    assertThat(answer.text()).contains(words(300));
    assertThat(answer.labels()).contains(AGAIN, DELETE);
  }

  @Test
  @DisplayName("because the time of a private command is over, comes as a direct message")
  void privateTokenOver() {
    await().atMost(LIMIT).until(() -> !cleo.dm().botMessages().isEmpty());
    ShownMessage answer = answers(cleo.dm(), 1).getFirst();

    assertThat(wording(answer)).endsWith("end");
    assertThat(hidden.botMessages()).isEmpty();
  }

  @Test
  @DisplayName("because the bot was thrown out of the channel, comes as a direct message")
  void thrownOut() {
    DiscordPerson dora = town.guild.person("Dora");
    DiscordChannel channel = town.guild.channel("closed");
    SaidMessage question = dora.says(channel, mention("Say " + words(200) + " end"));
    begun(question);

    channel.denyBot(Permission.VIEW_CHANNEL);
    await().atMost(LIMIT).until(() -> !dora.dm().botMessages().isEmpty());
    ShownMessage answer = answers(dora.dm(), 1).getFirst();

    assertThat(wording(answer)).contains("cannot write any more where you asked").endsWith("end");
  }

  @Test
  @DisplayName("because the channel is gone, comes as a direct message")
  void channelGone() {
    DiscordPerson emil = town.guild.person("Emil");
    DiscordChannel channel = town.guild.channel("doomed");
    SaidMessage question = emil.says(channel, mention("Say " + words(200) + " end"));
    begun(question);

    channel.delete();
    await().atMost(LIMIT).until(() -> !emil.dm().botMessages().isEmpty());

    assertThat(wording(answers(emil.dm(), 1).getFirst())).endsWith("end");
  }
}
