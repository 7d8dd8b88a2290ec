package dev.parley.command;

import java.util.List;

/// An option of a command.
///
/// @param choices the only values it takes; empty: any text
/// @param greedy whether it takes all the rest of a typed line
/// @param suggested whether the command can suggest values while people type
public record CommandOption(
    String name,
    String summary,
    boolean required,
    List<String> choices,
    boolean greedy,
    boolean suggested) {
  public CommandOption {
    choices = List.copyOf(choices);
  }

  public static CommandOption text(String name, String summary, boolean required) {
    return new CommandOption(name, summary, required, List.of(), true, false);
  }

  /// A text for which the command has suggestions.
  public static CommandOption suggested(String name, String summary, boolean required) {
    return new CommandOption(name, summary, required, List.of(), true, true);
  }

  public static CommandOption choice(
      String name, String summary, boolean required, List<String> choices) {
    return new CommandOption(name, summary, required, choices, false, false);
  }
}
