package dev.parley.slack.command;

import dev.parley.command.CommandInvocation;
import dev.parley.command.CommandSpec;
import dev.parley.command.TypedWish;
import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.platform.InboundHandler;
import dev.parley.slack.event.InboundMessages;
import dev.parley.slack.workspace.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs the core's commands for people in Slack, however they gave them.
final class CoreCommands {
  static final String ASK = "ask";
  private static final String USUAL = "/parley";

  private final InboundHandler core;
  private final String furtherHelp;

  /// @param furtherHelp what there is besides the core's commands
  CoreCommands(InboundHandler core, String furtherHelp) {
    this.core = core;
    this.furtherHelp = furtherHelp;
  }

  /// The first words that there are, each perhaps a slash command of its own.
  Set<String> names() {
    Set<String> names = new TreeSet<>(Set.of(ASK));
    core.commands().forEach(spec -> names.add(spec.words().getFirst()));
    return names;
  }

  /// The line of a command that takes files, if a text begins with its words; a slash may be
  /// missing.
  Optional<String> lineWithFiles(String text) {
    String typed = text.strip().replaceFirst("\\A/", "");
    List<String> words = List.of(typed.toLowerCase(Locale.ROOT).split("\\s+"));
    return core.commands().stream()
        .filter(CommandSpec::takesFiles)
        .filter(spec -> words.size() >= spec.words().size())
        .filter(spec -> words.subList(0, spec.words().size()).equals(spec.words()))
        .map(spec -> spec.line() + afterWords(typed, spec.words().size()))
        .findFirst();
  }

  private static String afterWords(String typed, int words) {
    return typed.replaceFirst("(?s)\\A(?:\\S+\\s*){%d}".formatted(words), " ");
  }

  /// What a line of the core's asks the model for; empty where it needs no model.
  Optional<TypedWish> wish(String line) {
    return TypedWish.of(line, core.commands());
  }

  /// Runs a line of the core's.
  ///
  /// @param typed the slash command behind which it was typed
  CommandReply run(Asking by, String line, Optional<String> typed) {
    return run(by, context(by), line, typed);
  }

  /// The same, with what comes along with it.
  CommandReply run(Asking by, CommandInvocation context, String line, Optional<String> typed) {
    Reply reply = core.onCommandLine(line, context);
    String said = line.equals("/help") ? reply.markdown() + "\n" + furtherHelp : reply.markdown();
    return new CommandReply(
        inSlack(said, typed.orElse(USUAL)),
        isForEveryone(line, reply),
        reply.files(),
        reply.actions(),
        by.thread());
  }

  /// The core's commands begin with a slash of their own; here they follow the bot's.
  private String inSlack(String markdown, String typed) {
    String own = names().contains(typed.substring(1)) ? USUAL : typed;
    return Pattern.compile("`/(?=(?:" + String.join("|", names()) + ")\\b)")
        .matcher(markdown)
        .replaceAll(Matcher.quoteReplacement("`" + own + " "));
  }

  private boolean isForEveryone(String line, Reply reply) {
    List<String> typed = List.of(line.replaceFirst("/", "").split("\\s+"));
    return core.commands().stream()
        .filter(
            spec ->
                typed.size() >= spec.words().size()
                    && typed.subList(0, spec.words().size()).equals(spec.words()))
        .anyMatch(spec -> spec.isForEveryone(reply));
  }

  /// Who gives a command, and where.
  static CommandInvocation context(Asking by) {
    TenantId tenant = new TenantId(InboundMessages.PLATFORM, by.tenant());
    Optional<MessageId> thread = by.thread().map(root -> InboundMessages.id(by.channel(), root));
    Person person = by.workspace().people().person(by.user());
    return new CommandInvocation(
        List.of(),
        Map.of(),
        new Place(tenant, by.channel(), thread, by.direct()),
        new Author(new UserId(by.user()), person.name()),
        by.direct() || person.manages(),
        person.manages(),
        by.groups());
  }
}
