package dev.parley.command;

import java.util.List;

/// What platforms and people are told about a command.
///
/// @param words its name and, where it has one, its sub-command: `session reset`
public record CommandSpec(
    List<String> words,
    String summary,
    List<CommandOption> options,
    Visibility visibility,
    Access access) {
  /// Who sees the reply.
  public enum Visibility {
    ASKER,
    EVERYONE
  }

  /// Who may run it.
  public enum Access {
    EVERYONE,
    MANAGERS
  }

  public CommandSpec {
    words = List.copyOf(words);
    options = List.copyOf(options);
    if (words.isEmpty() || words.size() > 2) {
      throw new IllegalArgumentException("a command has a name and perhaps a sub-command");
    }
  }

  /// The command as it is typed, without options.
  public String line() {
    return "/" + String.join(" ", words);
  }
}
