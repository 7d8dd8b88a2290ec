package dev.parley.discord.command;

import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.event.BotIdentity;
import dev.parley.discord.event.Channels;
import dev.parley.discord.event.MessageMapper;
import dev.parley.discord.reply.CommandButtons;
import dev.parley.platform.InboundHandler;
import java.time.Clock;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.CommandInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All that people do in Discord besides writing: commands, menus, dialogs and buttons.
public final class Interactions {
  private static final Logger LOG = LoggerFactory.getLogger(Interactions.class);

  private final Promised promised;
  private final Deferral deferral;
  private final Registration registration;
  private final SlashCommands commands;
  private final MessageMenus menus;
  private final KnowledgeMenu knowledge;
  private final SettingDialogs settings;
  private final AnswerPresses presses;
  private final CommandPresses commandPresses;
  private final Completion completion;

  /// @param promised what this instance sees to
  /// @param mapper reads the messages that a menu is about
  public Interactions(
      InboundHandler core,
      DiscordApi api,
      Supplier<BotIdentity> bot,
      Promised promised,
      Channels channels,
      MessageMapper mapper,
      Clock clock) {
    this.promised = promised;
    this.deferral = new Deferral(api, bot, promised);
    Questions questions = new Questions(core, deferral, clock);
    this.registration = new Registration(core);
    this.settings = new SettingDialogs(core, deferral, channels);
    this.commands = new SlashCommands(core, deferral, questions, settings, channels);
    this.menus = new MessageMenus(api, mapper, questions, deferral, channels);
    this.knowledge = new KnowledgeMenu(api, mapper, commands, deferral, channels);
    this.presses = new AnswerPresses(core, api, deferral, channels);
    this.commandPresses = new CommandPresses(core, deferral, commands, channels);
    this.completion = new Completion(core, channels);
  }

  /// Makes the commands known to Discord, where it does not know them as they are.
  public void register(JDA session) {
    registration.compare(session);
  }

  /// Does what somebody wants, once among all instances; blocks.
  public void handle(GenericInteractionCreateEvent event) {
    switch (event) {
      case CommandAutoCompleteInteractionEvent typing ->
          attempt(event, () -> completion.offer(typing));
      case SlashCommandInteractionEvent typed -> attend(event, () -> commands.run(typed));
      case MessageContextInteractionEvent chosen -> attend(event, () -> chosen(chosen));
      case ModalInteractionEvent submitted -> attend(event, () -> submitted(submitted));
      case ButtonInteractionEvent pressed -> attend(event, () -> pressed(pressed));
      default -> LOG.debug("nothing is done about {}", event.getClass());
    }
  }

  private void attend(GenericInteractionCreateEvent event, Runnable work) {
    if (promised.isMine(event)) {
      attempt(event, work);
      promised.end(event);
    } else {
      LOG.debug("another instance has an interaction");
    }
  }

  private void attempt(GenericInteractionCreateEvent event, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException defect) {
      LOG.error("an interaction of Discord's failed", defect);
      apologise(event);
    }
  }

  /// Whoever was told that the bot thinks is told how that ended.
  private void apologise(GenericInteractionCreateEvent event) {
    boolean thinks =
        event instanceof CommandInteraction
            || event instanceof ModalInteraction
            || (event instanceof ButtonInteractionEvent pressed
                && CommandButtons.line(pressed.getComponentId()).isPresent());
    if (thinks && promised.isAcknowledged(event)) {
      deferral.tell(event, true, Questions.BROKEN);
    }
  }

  private void chosen(MessageContextInteractionEvent chosen) {
    if (!knowledge.chosen(chosen)) {
      menus.chosen(chosen);
    }
  }

  private void submitted(ModalInteractionEvent submitted) {
    if (!menus.submitted(submitted)) {
      settings.submitted(submitted);
    }
  }

  private void pressed(ButtonInteractionEvent pressed) {
    if (!presses.pressed(pressed) && !commandPresses.pressed(pressed)) {
      settings.pressed(pressed);
    }
  }
}
