package dev.parley.command;

import dev.parley.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All commands that there are: finds the one that is meant, checks who may and what is missing,
/// and
/// runs it.
public final class Commands {
  private final List<Command> commands;
  private final Admins admins;

  public Commands(List<Command> commands) {
    this(commands, Admins.NONE);
  }

  public Commands(List<Command> commands, Admins admins) {
    this.admins = admins;
    List<Command> all = new ArrayList<>(commands);
    all.addFirst(new HelpCommand(commands.stream().map(Command::spec).toList()));
    this.commands = List.copyOf(all);
  }

  public List<CommandSpec> specs() {
    return commands.stream().map(Command::spec).toList();
  }

  public Admins admins() {
    return admins;
  }

  public Reply run(CommandInvocation given) {
    CommandInvocation invocation = admins.recognised(given);
    Optional<Command> command =
        commands.stream()
            .filter(candidate -> candidate.spec().words().equals(invocation.words()))
            .findFirst();
    return command
        .map(found -> run(found, invocation))
        .orElseGet(() -> unknown(String.join(" ", invocation.words())));
  }

  /// What an option of a command may be, of what people have typed of it.
  public List<String> suggestions(String option, CommandInvocation given) {
    CommandInvocation invocation = admins.recognised(given);
    String typed = invocation.option(option).orElse("").strip().toLowerCase(Locale.ROOT);
    return commands.stream()
        .filter(command -> command.spec().words().equals(invocation.words()))
        .flatMap(command -> suggestions(command, option, invocation).stream())
        .filter(value -> value.toLowerCase(Locale.ROOT).contains(typed))
        .toList();
  }

  private static List<String> suggestions(
      Command command, String option, CommandInvocation invocation) {
    List<String> choices =
        command.spec().options().stream()
            .filter(candidate -> candidate.name().equals(option))
            .flatMap(candidate -> candidate.choices().stream())
            .toList();
    return choices.isEmpty() ? command.suggestions(option, invocation) : choices;
  }

  private static Reply run(Command command, CommandInvocation invocation) {
    CommandSpec spec = command.spec();
    Optional<String> missing = missing(spec.access(), invocation);
    if (missing.isPresent()) {
      return Reply.notice("Only %s may use `%s`.".formatted(missing.get(), spec.line()));
    }
    return spec.options().stream()
        .flatMap(option -> complaint(spec, option, invocation).stream())
        .findFirst()
        .map(Reply::notice)
        .orElseGet(() -> command.run(invocation));
  }

  /// Who it is kept for, where this is not one of them.
  private static Optional<String> missing(CommandSpec.Access access, CommandInvocation invocation) {
    return switch (access) {
      case EVERYONE -> Optional.empty();
      case MANAGERS ->
          invocation.mayManage() ? Optional.empty() : Optional.of("people who manage this place");
      case ADMINS -> invocation.administers() ? Optional.empty() : Optional.of("admins");
    };
  }

  private static Optional<String> complaint(
      CommandSpec spec, CommandOption option, CommandInvocation invocation) {
    Optional<String> value = invocation.option(option.name()).filter(text -> !text.isBlank());
    if (value.isEmpty()) {
      return option.required()
          ? Optional.of(
              "`" + spec.line() + "` needs " + option.name() + ": " + option.summary() + ".")
          : Optional.empty();
    }
    return option.choices().isEmpty() || option.choices().contains(value.get())
        ? Optional.empty()
        : Optional.of(
            "`" + option.name() + "` is one of " + String.join(", ", option.choices()) + ".");
  }

  /// Runs a command as it was typed, or as a button says it: `/settings set language German`.
  ///
  /// @param line what does not begin with a slash is no command
  /// @param context where and by whom; its words and options are not looked at
  public Reply runLine(String line, CommandInvocation context) {
    if (!line.strip().startsWith("/")) {
      return unknown("");
    }
    List<String> typed = List.of(line.strip().substring(1).strip().split("\\s+"));
    return commands.stream()
        .map(Command::spec)
        .filter(spec -> startsWith(typed, spec.words()) || isListOf(typed, spec.words()))
        .findFirst()
        .map(spec -> run(invocation(spec, line, context)))
        .orElseGet(() -> unknown(String.join(" ", typed)));
  }

  private static boolean startsWith(List<String> typed, List<String> words) {
    return typed.size() >= words.size() && typed.subList(0, words.size()).equals(words);
  }

  /// A name alone stands for its list, where there is one: `/tools` is `/tools list`.
  private static boolean isListOf(List<String> typed, List<String> words) {
    return words.size() == 2 && words.getLast().equals("list") && typed.equals(words.subList(0, 1));
  }

  private static CommandInvocation invocation(
      CommandSpec spec, String line, CommandInvocation context) {
    String rest = line.strip().substring(1).strip();
    for (String word : spec.words()) {
      rest = rest.substring(Math.min(word.length(), rest.length())).strip();
    }
    return context.saying(spec.words(), TypedOptions.read(spec.options(), rest));
  }

  private Reply unknown(String words) {
    List<String> similar =
        specs().stream()
            .filter(spec -> words.startsWith(spec.words().getFirst()))
            .map(spec -> "`" + spec.line() + "`")
            .toList();
    return Reply.notice(
        similar.isEmpty()
            ? "There is no such command. `/help` lists those that there are."
            : "Which one? There is " + String.join(", ", similar) + ".");
  }
}
