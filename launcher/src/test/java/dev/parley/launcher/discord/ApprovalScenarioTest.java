package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.ShownMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Discord, a tool that asks first")
class ApprovalScenarioTest extends DiscordScenario {
  private static final String QUESTION = "What time is it in Europe/Berlin?";
  private static final String APPROVE = "Approve";
  private static final DiscordTown TOWN = asking();

  ApprovalScenarioTest() {
    super(TOWN);
  }

  private static DiscordTown asking() {
    DiscordTown town = DiscordTown.open();
    town.bot(
        """
        tools:
          rules: [{tools: [current_time], approval: always}]
        demo: {words-per-second: 0}
        """);
    return town;
  }

  @AfterAll
  static void leave() throws Exception {
    TOWN.close();
  }

  /// What only the person sees instead of what everybody would have seen.
  private static String refused(Interaction given) {
    await().atMost(LIMIT).until(() -> !given.followUps().isEmpty());
    assertThat(given.followUps()).hasSize(1).allMatch(ShownMessage::ephemeral);
    return given.followUps().getFirst().text();
  }

  private static ShownMessage shown(DiscordChannel channel, String part) {
    await()
        .atMost(LIMIT)
        .until(
            () ->
                channel.botMessages().stream()
                    .anyMatch(message -> isFinal(message) && message.text().contains(part)));
    return channel.botMessages().stream()
        .filter(message -> message.text().contains(part))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("runs once its asker presses, and for nobody else")
  void approved() {
    DiscordChannel channel = town.guild.channel("approvals");
    ShownMessage asked = answered(town.ann.says(channel, mention(QUESTION)));

    String byBob = refused(town.bob.presses(asked, APPROVE));
    String byAnn = town.ann.presses(asked, APPROVE).awaitText(LIMIT);
    ShownMessage told = shown(channel, "Ann approved the call of");
    String again = refused(town.admin.presses(asked, "Decline"));

    assertThat(asked.text()).contains("`current_time` run with this?", "Europe/Berlin");
    assertThat(asked.labels()).contains(APPROVE, "Decline");
    assertThat(byBob).contains("Only Ann, or somebody who approves");
    assertThat(byAnn).isEqualTo("Ann approved it: `current_time` runs.");
    assertThat(told.text()).contains("It ran.", "Europe/Berlin");
    assertThat(again).contains("Ann approved it already");
  }

  @Test
  @DisplayName("does not run once an admin declines it, and everybody reads that")
  void declined() {
    DiscordChannel channel = town.guild.channel("refusals");
    ShownMessage asked = answered(town.ann.says(channel, mention(QUESTION)));

    String declined = town.admin.presses(asked, "Decline").awaitText(LIMIT);
    String late = refused(town.ann.presses(asked, APPROVE));

    assertThat(declined).isEqualTo("Mia declined it: `current_time` does not run.");
    assertThat(late).contains("Mia declined it already");
    assertThat(channel.botMessages())
        .extracting(ShownMessage::text)
        .noneMatch(text -> text.contains("It ran."));
  }

  @Test
  @DisplayName("leaves what asked for it where it stands, where the question was a slash command")
  void slashCommand() {
    DiscordChannel channel = town.guild.channel("slashes");
    Interaction question = town.ann.slash(channel, "ask", Map.of("question", QUESTION));
    ShownMessage asked = answered(question);

    town.ann.presses(asked, APPROVE).awaitText(LIMIT);
    ShownMessage told = shown(channel, "Ann approved the call of");

    assertThat(told.id()).isNotEqualTo(asked.id());
    assertThat(question.shown().orElseThrow().text()).contains("`current_time` run with this?");
  }

  @Test
  @DisplayName("is told of in private where the question was")
  void hidden() {
    DiscordChannel channel = town.guild.channel("secrets");
    DiscordPerson cleo = town.guild.person("Cleo");
    ShownMessage asked =
        answered(cleo.slash(channel, "ask", Map.of("question", QUESTION, "private", true)));

    Interaction pressed = cleo.presses(asked, APPROVE);
    pressed.awaitText(LIMIT);
    ShownMessage told = shown(cleo.dm(), "Cleo approved the call of");

    assertThat(asked.ephemeral()).isTrue();
    assertThat(pressed.ephemeral()).isTrue();
    assertThat(told.text()).contains("It ran.");
    assertThat(channel.botMessages().stream().filter(message -> !message.ephemeral()).toList())
        .isEqualTo(List.of());
  }
}
