package dev.parley.web;

import dev.parley.command.CommandSpec;
import dev.parley.message.Reply;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Commands as pages type them: which one a line means, and what pages offer for completion.
final class CommandLines {
  private CommandLines() {}

  static boolean isCommand(String text) {
    return text.startsWith("/");
  }

  /// The command that a line means: the one with the most words in common.
  static Optional<CommandSpec> meant(String line, List<CommandSpec> specs) {
    List<String> words =
        Arrays.asList(line.substring(1).strip().toLowerCase(Locale.ROOT).split("\\s+"));
    return specs.stream()
        .filter(spec -> words.size() >= spec.words().size())
        .filter(spec -> words.subList(0, spec.words().size()).equals(spec.words()))
        .max(Comparator.comparingInt(spec -> spec.words().size()));
  }

  static boolean takesFiles(String line, List<CommandSpec> specs) {
    return meant(line, specs).filter(CommandSpec::takesFiles).isPresent();
  }

  static boolean isForEveryone(String line, Reply reply, List<CommandSpec> specs) {
    return meant(line, specs).filter(spec -> spec.isForEveryone(reply)).isPresent();
  }

  record Option(String name, String summary, boolean required, List<String> choices) {}

  record Offer(String line, String summary, List<Option> options, boolean takesFiles) {}

  static List<Offer> offers(List<CommandSpec> specs) {
    return specs.stream()
        .sorted(Comparator.comparing(CommandSpec::line))
        .map(spec -> new Offer(spec.line(), spec.summary(), options(spec), spec.takesFiles()))
        .toList();
  }

  private static List<Option> options(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.isFile())
        .map(o -> new Option(o.name(), o.summary(), o.required(), o.choices()))
        .toList();
  }
}
