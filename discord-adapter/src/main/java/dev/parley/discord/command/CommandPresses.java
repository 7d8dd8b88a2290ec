package dev.parley.discord.command;

import dev.parley.command.CommandSpec;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.discord.event.Channels;
import dev.parley.discord.reply.CommandButtons;
import dev.parley.message.Reply;
import dev.parley.platform.InboundHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the commands that buttons below replies say, as who pressed them.
final class CommandPresses {
  private static final Logger LOG = LoggerFactory.getLogger(CommandPresses.class);

  private final InboundHandler core;
  private final Deferral deferral;
  private final SlashCommands commands;
  private final Channels channels;

  CommandPresses(
      InboundHandler core, Deferral deferral, SlashCommands commands, Channels channels) {
    this.core = core;
    this.deferral = deferral;
    this.commands = commands;
    this.channels = channels;
  }

  /// Runs what a pressed button says; whether that is a command at all is for the core to tell.
  ///
  /// @return whether it is a button that runs a command
  boolean pressed(ButtonInteractionEvent pressed) {
    Optional<String> line = CommandButtons.line(pressed.getComponentId());
    line.ifPresent(typed -> run(pressed, typed));
    return line.isPresent();
  }

  private void run(ButtonInteractionEvent pressed, String line) {
    Optional<CommandSpec> spec = spec(line);
    boolean hidden =
        pressed.getMessage().isEphemeral()
            || spec.filter(one -> one.visibility() == CommandSpec.Visibility.EVERYONE).isEmpty();
    if (deferral.isPromised(pressed, hidden)) {
      List<String> words = spec.map(CommandSpec::words).orElseGet(List::of);
      commands.tell(pressed, words, answered(pressed, line), hidden);
    }
  }

  private Optional<CommandSpec> spec(String line) {
    List<String> typed = List.of(line.replaceFirst("/", "").split("\\s+"));
    return core.commands().stream()
        .filter(one -> typed.size() >= one.words().size())
        .filter(one -> typed.subList(0, one.words().size()).equals(one.words()))
        .findFirst();
  }

  private Reply answered(ButtonInteractionEvent pressed, String line) {
    try {
      return core.onCommandLine(line, Visit.of(pressed, channels).invocation(List.of(), Map.of()));
    } catch (StoreUnavailableException away) {
      return Reply.failure(Questions.STORE_AWAY);
    } catch (RuntimeException defect) {
      LOG.error("a pressed button failed", defect);
      return Reply.failure(Questions.BROKEN);
    }
  }
}
