package dev.parley.testkit.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("JDA, used by commands, buttons and modals on the fake Discord,")
class JdaInteractionsTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final FakeDiscord discord = FakeDiscord.start();
  private final DiscordGuild guild = discord.guild("Home");
  private final DiscordChannel general = guild.channel("general");
  private final DiscordPerson ada = guild.person("ada").prefers("de");
  private JdaBot bot;

  private static final class Listener extends ListenerAdapter {
    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
      switch (event.getFullCommandName()) {
        case "ask" -> ask(event);
        case "session reset" -> event.reply("Reset").setEphemeral(true).queue();
        default -> event.replyModal(modal()).queue();
      }
    }

    private static void ask(SlashCommandInteractionEvent event) {
      event.deferReply().queue();
      String file =
          event.getOption("file", "no file", option -> option.getAsAttachment().getFileName());
      event
          .getHook()
          .editOriginal(event.getOption("question").getAsString() + ", " + file)
          .setComponents(ActionRow.of(Button.danger("stop", "Stop")))
          .queue(_ -> event.getHook().sendMessage("More").queue());
    }

    private static Modal modal() {
      return Modal.create("persona", "Persona")
          .addComponents(
              Label.of("Who am I?", TextInput.create("who", TextInputStyle.SHORT).build()))
          .build();
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
      event.reply("You are " + event.getValue("who").getAsString()).setEphemeral(true).queue();
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
      event.editMessage("Stopped by " + event.getUserLocale().getLocale()).setComponents().queue();
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
      event.replyChoiceStrings("gemini-" + event.getFocusedOption().getValue()).queue();
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
      event.reply("About " + event.getTarget().getContentRaw()).queue();
    }
  }

  @BeforeEach
  void register() throws InterruptedException {
    bot = new JdaBot(discord, EnumSet.noneOf(GatewayIntent.class), new Listener()).ready();
    bot.jda()
        .updateCommands()
        .addCommands(
            Commands.slash("ask", "Ask")
                .addOptions(
                    new OptionData(OptionType.STRING, "question", "What", true, false),
                    new OptionData(OptionType.STRING, "model", "Which", false, true),
                    new OptionData(OptionType.ATTACHMENT, "file", "A file"))
                .setContexts(
                    EnumSet.allOf(InteractionContextType.class).stream()
                        .filter(it -> it != InteractionContextType.UNKNOWN)
                        .toList())
                .setIntegrationTypes(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL),
            Commands.slash("session", "Session")
                .addSubcommands(new SubcommandData("reset", "Begin anew")),
            Commands.slash("persona", "Persona"),
            Commands.message("Ask about this"))
        .complete();
  }

  @AfterEach
  void close() {
    bot.close();
    discord.close();
  }

  @Test
  @DisplayName("defers, edits, follows up, and changes the message whose button is pressed")
  void slash() {
    SharedFile file = new SharedFile("notes.txt", "text/plain", "notes".getBytes(UTF_8));

    Interaction asked = ada.slash(general, "ask", Map.of("question", "Why?", "file", file));

    assertThat(asked.awaitText(LIMIT)).isEqualTo("Why?, notes.txt");
    assertThat(asked.deferred()).isTrue();
    assertThat(asked.ephemeral()).isFalse();
    assertThat(asked.shown().orElseThrow().labels()).containsExactly("Stop");
    Interaction pressed = ada.presses(asked.shown().orElseThrow(), "Stop");
    assertThat(pressed.awaitAcknowledged(LIMIT)).isTrue();
    assertThat(asked.text()).isEqualTo("Stopped by de");
    await().until(() -> !asked.followUps().isEmpty());
    assertThatThrownBy(() -> ada.presses(asked.shown().orElseThrow(), "Stop"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("answers sub-commands, modals, menus and half-typed options")
  void others() {
    SaidMessage said = ada.says(general, "a long story");

    Interaction reset = ada.slash(general, "session reset");
    Interaction about = ada.picks("Ask about this", said);
    ShownModal modal = ada.slash(general, "persona").awaitModal(LIMIT);
    Interaction submitted = ada.submits(modal, Map.of("who", "a poet"));
    List<Interaction.Choice> choices =
        ada.completes(general, "ask", "model", "pro").awaitChoices(LIMIT);

    assertThat(reset.awaitText(LIMIT)).isEqualTo("Reset");
    assertThat(reset.ephemeral()).isTrue();
    assertThat(general.ephemerals(ada)).extracting(ShownMessage::text).contains("Reset");
    assertThat(about.awaitText(LIMIT)).isEqualTo("About a long story");
    assertThat(submitted.awaitText(LIMIT)).isEqualTo("You are a poet");
    assertThat(choices).containsExactly(new Interaction.Choice("gemini-pro", "gemini-pro"));
    assertThatThrownBy(() -> ada.slash(general, "unknown"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("is used in direct messages, and where it is no member")
  void elsewhere() {
    DiscordChannel foreign = discord.foreignGuild("Elsewhere").channel("lounge");
    DiscordChannel group = discord.groupDm("friends", ada, discord.person("bob"));
    discord.foreignGuild("Elsewhere").person("ada");

    DiscordChannel thread = ada.startsThread(general, "Talk");
    DiscordChannel foreignThread = ada.startsThread(foreign, "Talk");

    for (DiscordChannel channel : List.of(ada.dm(), thread, foreign, foreignThread, group)) {
      Interaction asked = ada.slash(channel, "ask", Map.of("question", "Why?"));
      assertThat(asked.awaitText(LIMIT)).isEqualTo("Why?, no file");
    }

    assertThatThrownBy(() -> ada.slash(foreign, "session reset"))
        .isInstanceOf(IllegalStateException.class);
  }
}
