package dev.parley.discord;

import static dev.parley.command.CommandSpec.Access;
import static dev.parley.command.CommandSpec.Visibility;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.attachment.AttachmentRef;
import dev.parley.command.CommandOption;
import dev.parley.command.CommandSpec;
import dev.parley.message.InboundMessage;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.Permission;
import dev.parley.testkit.discord.RecordedCall;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.SharedFile;
import dev.parley.testkit.discord.ShownModal;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Menus and dialogs in Discord")
@Timeout(60)
final class MenusTest {
  private static final String ASK = "Ask about this";
  private static final String SUMMARISE = "Summarise from here";

  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final RecordingHandler core =
      new RecordingHandler(
          setting("show", List.of()),
          setting(
              "set",
              List.of(
                  CommandOption.choice("setting", "Which", true, List.of("model", "persona")),
                  CommandOption.text("value", "What", true))));

  private static CommandSpec setting(String word, List<CommandOption> options) {
    return new CommandSpec(
        List.of("settings", word), "Settings", options, Visibility.ASKER, Access.EVERYONE);
  }

  @BeforeEach
  void start() {
    harness.started(harness.settings(), core);
    await()
        .atMost(DiscordHarness.LIMIT)
        .until(
            () ->
                harness.discord.calls("PUT /applications/{}/commands").stream()
                    .anyMatch(RecordedCall::ok));
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private Interaction submitted(Interaction opened, Map<String, String> values) {
    ShownModal modal = opened.awaitModal(DiscordHarness.LIMIT);
    return harness.ann.submits(modal, values);
  }

  @Test
  @DisplayName("a question about a message is asked by a dialog, with its words and files")
  void ask() {
    SharedFile picture = new SharedFile("a.png", "image/png", new byte[] {1});
    SaidMessage said = harness.guild.person("Bob").shares(harness.general, "the plan", picture);

    Interaction asked = submitted(harness.ann.picks(ASK, said), Map.of("question", "Is it good?"));

    InboundMessage heard = Asked.heard(core, asked.id()).message;
    assertThat(heard.text()).startsWith("Is it good?").contains("message of Bob", "the plan");
    assertThat(heard.attachments()).extracting(AttachmentRef::name).containsExactly("a.png");
  }

  @Test
  @DisplayName("two people can ask about the same message, where the bot is no member as well")
  void twoAsk() {
    var foreign = harness.discord.foreignGuild("Others").channel("lounge");
    SaidMessage said = harness.discord.foreignGuild("Others").person("Bob").says(foreign, "news");
    harness.discord.foreignGuild("Others").person("Ann");
    ShownModal first = harness.ann.picks(ASK, said).awaitModal(DiscordHarness.LIMIT);
    ShownModal second = harness.ann.picks(ASK, said).awaitModal(DiscordHarness.LIMIT);

    Interaction one = harness.ann.submits(first, Map.of("question", "What is it?"));
    Interaction two = harness.ann.submits(second, Map.of("question", "And why?"));

    assertThat(Asked.heard(core, one.id()).message.text()).contains("What is it?", "news");
    assertThat(Asked.heard(core, two.id()).message.text()).contains("And why?", "news");
  }

  @Test
  @DisplayName("a summary begins with the chosen message and tells who said what after it")
  void summarise() {
    harness.ann.says(harness.general, "before");
    SaidMessage from = harness.ann.says(harness.general, "shall we?");
    harness.guild.person("Bob").says(harness.general, "yes");

    Interaction asked = harness.ann.picks(SUMMARISE, from);

    assertThat(Asked.heard(core, asked.id()).message.text())
        .contains("Ann: shall we?\nBob: yes")
        .doesNotContain("before");
  }

  @Test
  @DisplayName("a summary of what the bot may not read is refused in a plain sentence")
  void unreadable() {
    SaidMessage from = harness.ann.says(harness.general, "shall we?");
    harness.general.denyBot(Permission.READ_MESSAGE_HISTORY, Permission.VIEW_CHANNEL);

    Interaction asked = harness.ann.picks(SUMMARISE, from);

    assertThat(asked.awaitText(DiscordHarness.LIMIT)).contains("I cannot read what was said here");
  }

  @Test
  @DisplayName("settings are changed and a persona is written by the buttons under them")
  void settings() {
    Interaction shown = harness.ann.slash(harness.general, "settings show");
    shown.awaitText(DiscordHarness.LIMIT);
    Interaction persona =
        submitted(
            harness.ann.presses(shown.shown().orElseThrow(), "Write a persona"),
            Map.of("value", "You are a pirate."));
    assertThat(persona.awaitText(DiscordHarness.LIMIT)).isEqualTo("Done.");
    Interaction any =
        submitted(
            harness.ann.presses(shown.shown().orElseThrow(), "Change a setting"),
            Map.of("setting", "model", "value", "flash"));
    assertThat(any.awaitText(DiscordHarness.LIMIT)).isEqualTo("Done.");

    assertThat(any.ephemeral()).isTrue();
    assertThat(core.lines())
        .extracting(line -> line.context().options())
        .containsExactly(
            Map.of(),
            Map.of("setting", "persona", "value", "You are a pirate."),
            Map.of("setting", "model", "value", "flash"));
  }
}
