package dev.parley.discord.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.attachment.AttachmentRef;
import dev.parley.command.CommandInvocation;
import dev.parley.command.CommandSpec;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.discord.event.Channels;
import dev.parley.discord.file.FileRefs;
import dev.parley.discord.reply.CommandButtons;
import dev.parley.discord.reply.Enclosures;
import dev.parley.message.Reply;
import dev.parley.message.Wish;
import dev.parley.platform.InboundHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what people choose after a slash: the core's commands, and `/ask`.
final class SlashCommands {
  private static final Logger LOG = LoggerFactory.getLogger(SlashCommands.class);
  private static final String UNKNOWN =
      "I do not know this command any more. Please reload Discord.";

  static final String ASK = "ask";
  static final String QUESTION = "question";
  static final String FILE = "file";
  static final String PRIVATE = "private";

  private final InboundHandler core;
  private final Deferral deferral;
  private final Questions questions;
  private final SettingDialogs dialogs;
  private final Channels channels;

  SlashCommands(
      InboundHandler core,
      Deferral deferral,
      Questions questions,
      SettingDialogs dialogs,
      Channels channels) {
    this.core = core;
    this.deferral = deferral;
    this.questions = questions;
    this.dialogs = dialogs;
    this.channels = channels;
  }

  void run(SlashCommandInteractionEvent typed) {
    if (typed.getName().equals(ASK)) {
      ask(typed, QUESTION, Wish.ANSWER);
      return;
    }
    List<String> words = Visit.words(typed);
    Optional<CommandSpec> spec =
        core.commands().stream().filter(one -> one.words().equals(words)).findFirst();
    Optional<Wish> wish = spec.flatMap(CommandSpec::wish);
    if (wish.isPresent()) {
      ask(typed, spec.get().options().getFirst().name(), wish.get());
      return;
    }
    boolean hidden =
        spec.filter(one -> one.visibility() == CommandSpec.Visibility.EVERYONE).isEmpty();
    if (deferral.isPromised(typed, hidden)) {
      Reply reply = spec.map(one -> answered(typed, one)).orElse(Reply.notice(UNKNOWN));
      tell(typed, words, reply, hidden);
    }
  }

  /// @param option that says what of
  private void ask(SlashCommandInteractionEvent typed, String option, Wish wish) {
    boolean hidden = typed.getOption(PRIVATE, false, OptionMapping::getAsBoolean);
    if (!deferral.isPromised(typed, hidden)) {
      return;
    }
    String question = typed.getOption(option, "", OptionMapping::getAsString).strip();
    List<AttachmentRef> files =
        Optional.ofNullable(typed.getOption(FILE))
            .map(file -> List.of(FileRefs.ofOption(file.getAsAttachment())))
            .orElseGet(List::of);
    questions.ask(
        typed,
        Visit.of(typed, channels),
        new Questions.Question(question, hidden ? "" : question, files, hidden, wish));
  }

  private Reply answered(SlashCommandInteractionEvent typed, CommandSpec spec) {
    Map<String, String> options = new HashMap<>();
    List<AttachmentRef> files = new ArrayList<>();
    for (OptionMapping option : typed.getOptions()) {
      if (option.getType() == OptionType.ATTACHMENT) {
        files.add(FileRefs.ofOption(option.getAsAttachment()));
      } else {
        options.put(option.getName(), option.getAsString());
      }
    }
    return answered(Visit.of(typed, channels).invocation(spec.words(), options).with(files));
  }

  /// What comes of a command, whatever happens.
  Reply answered(CommandInvocation invocation) {
    try {
      return core.onCommand(invocation);
    } catch (StoreUnavailableException away) {
      return Reply.failure(Questions.STORE_AWAY);
    } catch (RuntimeException defect) {
      LOG.error("a command failed", defect);
      return Reply.failure(Questions.BROKEN);
    }
  }

  /// Says what came of a command.
  void tell(Interaction typed, List<String> words, Reply reply, boolean hidden) {
    String markdown =
        words.equals(List.of("help"))
            ? reply.markdown() + "\n- `/ask <question>`: Asks me, with a file if you like"
            : reply.markdown();
    Enclosures enclosed =
        Enclosures.of(reply.files(), core.files(Visit.of(typed, channels).place().tenant()));
    ArrayNode rows = CommandReply.noRows();
    CommandButtons.add(rows, reply.actions());
    if (words.equals(SettingDialogs.SHOW)) {
      dialogs.addButtons(rows);
    }
    CommandReply told = CommandReply.of(markdown, enclosed, rows);
    if (!hidden && reply.tone() != Reply.Tone.ANSWER) {
      deferral.tellAskerOnly(typed, told.parts().getFirst(), rows);
    } else {
      deferral.tell(typed, hidden, told);
    }
  }
}
