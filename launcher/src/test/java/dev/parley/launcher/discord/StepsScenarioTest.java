package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.TwoTools;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("In Discord, people see what tools do")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepsScenarioTest extends DiscordScenario {
  private final TwoTools gemini = new TwoTools();

  StepsScenarioTest() {
    super(DiscordTown.open());
  }

  @BeforeAll
  void start() {
    town.bot("", gemini.environment());
  }

  @AfterAll
  void close() throws Exception {
    town.close();
    gemini.close();
  }

  @Test
  @DisplayName("side by side beneath the answer while they run, and by /tools list how they did")
  void shown() {
    DiscordChannel channel = town.guild.channel("tools");
    SaidMessage question = town.ann.says(channel, mention("Draw a fox, and when is it?"));
    await()
        .atMost(LIMIT)
        .until(
            () ->
                question.replies().stream()
                    .anyMatch(
                        shown ->
                            shown.text().contains("✓ Current time")
                                && shown.text().contains("▸ Picture: a fox")));
    gemini.letGo();
    ShownMessage answer = answered(question);

    assertThat(answer.text()).isEqualTo("There you are.");
    assertThat(answer.files()).hasSize(1);

    Interaction listed = town.ann.slash(channel, "tools list");
    assertThat(listed.awaitText(LIMIT))
        .contains("`current_time`", "`make_picture`", "1 call, half within");
    assertThat(listed.ephemeral()).isTrue();
  }
}
