package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.SaidMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("In Discord, what was said while the bot was down")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatchUpTest extends DiscordScenario {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String ONE_MINUTE = "discord: {catch-up: 1m}\n";

  CatchUpTest() {
    super(DiscordTown.open(DiscordRules.withoutLimits(), HOUR));
  }

  @AfterAll
  void close() throws Exception {
    town.close();
  }

  @Test
  @DisplayName("is answered after the start, each once, unless it is older than is set")
  void caughtUp() throws Exception {
    DiscordChannel channel = town.guild.channel("general");
    DiscordChannel thread = town.ann.startsThread(channel, "Plans");
    town.bot(ONE_MINUTE);
    SaidMessage heard = town.ann.says(channel, mention("Say hello"));
    answered(heard);
    answered(town.ann.says(thread, mention("Say hello")));
    answered(town.ann.says(town.ann.dm(), "Say hello"));
    town.stop();
    town.clock.beLate(Duration.ofSeconds(90));
    SaidMessage old = town.ann.says(channel, mention("Say old"));
    town.clock.beLate(Duration.ZERO);
    List<SaidMessage> missed =
        List.of(
            town.ann.says(channel, mention("Say one")),
            town.bob.says(channel, mention("Say two")),
            town.ann.says(thread, "Say three"),
            town.ann.says(town.ann.dm(), "Say four"));
    SaidMessage talk = town.ann.says(channel, "Who comes to lunch?");
    town.bot(ONE_MINUTE);

    missed.forEach(DiscordScenario::answered);
    answered(town.ann.says(channel, mention("Say five")));

    assertThat(old.replies()).isEmpty();
    assertThat(talk.replies()).isEmpty();
    assertThat(heard.replies()).hasSize(1);
    assertThat(channel.botMessages()).hasSize(4);
    assertThat(thread.botMessages()).hasSize(2);
    assertThat(town.ann.dm().botMessages()).hasSize(2);
  }
}
