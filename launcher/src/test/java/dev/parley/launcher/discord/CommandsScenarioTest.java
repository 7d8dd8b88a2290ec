package dev.parley.launcher.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.SharedFile;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.discord.ShownModal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("In Discord, by commands of the bot's process")
@ExtendWith(SharedTown.class)
class CommandsScenarioTest extends DiscordScenario {
  private static final String QUESTION = "question";
  private static final String SETTINGS_SET = "settings set";
  private static final String VALUE = "value";
  private static final String SETTING = "setting";

  CommandsScenarioTest(DiscordTown town) {
    super(town);
  }

  @Test
  @DisplayName("a question is asked, and answered for all to see beneath its words")
  void asked() {
    DiscordChannel channel = town.guild.channel("asks");
    Interaction asked = town.ann.slash(channel, "ask", Map.of(QUESTION, "Say hello"));

    ShownMessage answer = answered(asked);

    assertThat(answer.ephemeral()).isFalse();
    assertThat(wording(answer)).isEqualTo("> Say hello\nhello");
    assertThat(answer.labels()).contains(AGAIN, DELETE);
    assertThat(channel.botMessages()).hasSize(1);
  }

  @Test
  @DisplayName("a question is asked and answered in private")
  void askedInPrivate() {
    DiscordChannel channel = town.guild.channel("whispers");
    Interaction asked =
        town.ann.slash(channel, "ask", Map.of(QUESTION, "Say hello", "private", true));

    ShownMessage answer = answered(asked);

    assertThat(answer.ephemeral()).isTrue();
    assertThat(wording(answer)).isEqualTo("hello");
    assertThat(answer.labels()).doesNotContain(AGAIN, DELETE);
    assertThat(channel.botMessages()).isEmpty();
  }

  @Test
  @DisplayName("a question is asked about a file")
  void askedAboutFile() {
    SharedFile file = new SharedFile("notes.txt", "text/plain", "Lunch is at one".getBytes(UTF_8));
    Interaction asked =
        town.ann.slash(
            town.guild.channel("file-asks"), "ask", Map.of(QUESTION, "Look", "file", file));

    assertThat(answered(asked).text()).contains("notes.txt", "Lunch is at one");
  }

  @Test
  @DisplayName("what is remembered of a conversation is shown, and forgotten")
  void session() {
    DiscordChannel channel = town.guild.channel("sessions");
    answered(town.ann.says(channel, mention("Say hello")));

    Interaction shown = town.ann.slash(channel, "session show");
    String remembered = shown.awaitText(LIMIT);
    town.admin.slash(channel, "session reset").awaitText(LIMIT);
    String afterwards = town.ann.slash(channel, "session show").awaitText(LIMIT);

    assertThat(shown.ephemeral()).isTrue();
    assertThat(remembered).contains("1 exchange is remembered");
    assertThat(afterwards).isEqualTo("Nothing has been said here yet.");
  }

  @Test
  @DisplayName("settings are changed by those who manage the server, with values offered")
  void settings() {
    DiscordChannel channel = town.guild.channel("settings");
    List<String> offered =
        town
            .admin
            .completes(channel, SETTINGS_SET, VALUE, "", Map.of(SETTING, "scope"))
            .awaitChoices(LIMIT)
            .stream()
            .map(Interaction.Choice::value)
            .toList();

    String set =
        town.admin
            .slash(channel, SETTINGS_SET, Map.of(SETTING, "scope", VALUE, "user"))
            .awaitText(LIMIT);
    String shown = town.admin.slash(channel, "settings show").awaitText(LIMIT);
    String reset =
        town.admin.slash(channel, "settings reset", Map.of(SETTING, "scope")).awaitText(LIMIT);

    assertThat(offered).containsExactly("channel", "thread", "user");
    assertThat(set).contains("**scope** is: user");
    assertThat(shown).contains("**scope**: user (set here)");
    assertThat(reset).contains("back to its default");
  }

  @Test
  @DisplayName("a persona, and any setting, is written in a dialog")
  void dialogs() {
    DiscordChannel channel = town.guild.channel("dialogs");
    Interaction shown = town.admin.slash(channel, "settings show");
    shown.awaitText(LIMIT);
    ShownMessage settings = shown.shown().orElseThrow();
    ShownModal persona = town.admin.presses(settings, "Write a persona").awaitModal(LIMIT);
    ShownModal any = town.admin.presses(settings, "Change a setting").awaitModal(LIMIT);

    String pirate = town.admin.submits(persona, Map.of(VALUE, "A pirate")).awaitText(LIMIT);
    String german =
        town.admin.submits(any, Map.of(SETTING, "language", VALUE, "Deutsch")).awaitText(LIMIT);

    assertThat(pirate).contains("**persona** is: A pirate");
    assertThat(german).contains("**language** is: Deutsch");
  }

  @Test
  @DisplayName("nobody changes settings who does not manage the server")
  void refusedSettings() {
    DiscordChannel channel = town.guild.channel("no-settings");
    Interaction shown = town.ann.slash(channel, "settings show");
    shown.awaitText(LIMIT);
    ShownModal persona =
        town.ann.presses(shown.shown().orElseThrow(), "Write a persona").awaitModal(LIMIT);

    String told = town.ann.submits(persona, Map.of(VALUE, "A pirate")).awaitText(LIMIT);

    assertThat(told).doesNotContain("is: A pirate");
    assertThat(town.admin.slash(channel, "settings show").awaitText(LIMIT))
        .doesNotContain("A pirate");
  }

  @Test
  @DisplayName("somebody is forgotten, once they have read what that means")
  void forgetMe() {
    DiscordChannel channel = town.guild.channel("forgetting");
    DiscordPerson kim = town.guild.person("Kim");
    answered(kim.says(channel, mention("Say hello")));
    answered(town.bob.says(channel, mention("Say hello")));

    Interaction asked = kim.slash(channel, "forget-me");
    String explained = asked.awaitText(LIMIT);
    Interaction confirmed = kim.slash(channel, "forget-me", Map.of("confirm", "yes"));
    String told = confirmed.awaitText(LIMIT);

    assertThat(asked.ephemeral()).isTrue();
    assertThat(explained).contains("What stays", "/forget-me confirm:yes");
    assertThat(confirmed.ephemeral()).isTrue();
    assertThat(told).contains("1 question with its answer");
    assertThat(kim.slash(channel, "forget-me", Map.of("confirm", "yes")).awaitText(LIMIT))
        .isEqualTo("There was nothing of you to erase.");
    assertThat(town.bob.slash(channel, "session show").awaitText(LIMIT))
        .contains("1 exchange is remembered");
  }

  @Test
  @DisplayName("help lists what there is")
  void help() {
    Interaction help = town.ann.slash(town.guild.channel("help-wanted"), "help");

    assertThat(help.awaitText(LIMIT)).contains("/ask", "/session show", "/settings set");
    assertThat(help.ephemeral()).isTrue();
  }

  @Test
  @DisplayName("a message is asked about from its menu")
  void menu() {
    SaidMessage said = town.bob.says(town.guild.channel("menus"), "The build is red");
    ShownModal dialog = town.ann.picks("Ask about this", said).awaitModal(LIMIT);

    Interaction asked = town.ann.submits(dialog, Map.of(QUESTION, "Why?"));
    ShownMessage answer = answered(asked);

    assertThat(answer.ephemeral()).isFalse();
    assertThat(answer.text()).startsWith("> Why?").contains("message of Bob: The build is red");
  }

  @Test
  @DisplayName("what was said from a message on is summarised from its menu")
  void summary() {
    DiscordChannel channel = town.guild.channel("summaries");
    town.bob.says(channel, "Not this");
    SaidMessage from =
        town.bob.says(channel, "The build is red since the new version of the compiler");
    town.ann.says(channel, "The network was down for most of the night as well");

    ShownMessage answer = answered(town.ann.picks("Summarise from here", from));

    assertThat(answer.text())
        .contains("The build is red", "The network was down")
        .doesNotContain("Not this");
  }
}
