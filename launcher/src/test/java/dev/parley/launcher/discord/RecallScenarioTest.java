package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.Permission;
import dev.parley.testkit.discord.SharedFile;
import dev.parley.testkit.discord.ShownMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("In Discord, the tools that come with the bot")
@ExtendWith(SharedTown.class)
class RecallScenarioTest extends DiscordScenario {
  RecallScenarioTest(DiscordTown town) {
    super(town);
  }

  @Test
  @DisplayName("tell what was decided in the channel, to who may read it")
  void decided() {
    DiscordChannel channel = town.guild.channel("decisions");
    town.bob.says(channel, "We take the blue one");

    ShownMessage told = answered(town.ann.says(channel, mention("What did we decide today?")));
    channel.deny(town.ann, Permission.READ_MESSAGE_HISTORY);
    ShownMessage refused = answered(town.ann.says(channel, mention("What did we decide today?")));

    assertThat(told.text()).contains("Bob: We take the blue one");
    assertThat(refused.text()).contains("Read Message History").doesNotContain("blue");
  }

  @Test
  @DisplayName("calculate, and draw charts that are seen with the answer")
  void chart() {
    DiscordChannel channel = town.guild.channel("numbers");

    ShownMessage sum = answered(town.ann.says(channel, mention("What is 12*7+5?")));
    ShownMessage chart = answered(town.ann.says(channel, mention("chart of 3, 5, 8")));

    assertThat(sum.text()).contains("89");
    assertThat(chart.files())
        .singleElement()
        .extracting(SharedFile::description)
        .isEqualTo("Bar chart: 1 3, 2 5, 3 8.");
  }
}
