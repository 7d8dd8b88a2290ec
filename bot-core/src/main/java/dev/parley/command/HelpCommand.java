package dev.parley.command;

import dev.parley.message.Reply;
import java.util.List;
import java.util.stream.Collectors;

/// Lists the commands.
final class HelpCommand implements Command {
  private final List<CommandSpec> specs;

  HelpCommand(List<CommandSpec> specs) {
    this.specs = List.copyOf(specs);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("help"),
        "Lists the commands",
        List.of(),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    return Reply.answer(
        specs.stream()
            .map(HelpCommand::line)
            .collect(Collectors.joining("\n", "What you can type here:\n\n", "")));
  }

  private static String line(CommandSpec spec) {
    String options =
        spec.options().stream()
            .filter(option -> !option.isFile())
            .map(HelpCommand::named)
            .collect(Collectors.joining());
    String managers = spec.access() == CommandSpec.Access.MANAGERS ? " (managers)" : "";
    return "- `" + spec.line() + options + "`: " + spec.summary() + managers;
  }

  private static String named(CommandOption option) {
    if (option.isTagged()) {
      return " [" + option.name() + ":…]";
    }
    return option.required() ? " <" + option.name() + ">" : " [" + option.name() + "]";
  }
}
