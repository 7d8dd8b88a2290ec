package dev.parley.command;

import dev.parley.message.Reply;
import dev.parley.message.Wish;
import java.util.List;
import java.util.Optional;

/// What platforms and people are told about a command.
///
/// @param words its name and, where it has one, its sub-command: `session reset`
/// @param wish where it asks the model for something: adapters hand it in as a message with this
///     wish, and the text of its first option, so that its answer is a turn
public record CommandSpec(
    List<String> words,
    String summary,
    List<CommandOption> options,
    Visibility visibility,
    Access access,
    Optional<Wish> wish) {
  /// Who sees the reply.
  public enum Visibility {
    ASKER,
    EVERYONE
  }

  /// Who may run it.
  public enum Access {
    EVERYONE,
    /// Who may change how the bot behaves in a place; in their direct messages that is everybody.
    MANAGERS,
    /// Who may decide for the whole workspace or server.
    ADMINS
  }

  public CommandSpec {
    words = List.copyOf(words);
    options = List.copyOf(options);
    if (words.isEmpty() || words.size() > 2) {
      throw new IllegalArgumentException("a command has a name and perhaps a sub-command");
    }
  }

  /// A command that needs no model.
  public CommandSpec(
      List<String> words,
      String summary,
      List<CommandOption> options,
      Visibility visibility,
      Access access) {
    this(words, summary, options, visibility, access, Optional.empty());
  }

  /// Whether everybody sees this reply of it: what is wrong with a command concerns whoever
  /// gave it.
  public boolean isForEveryone(Reply reply) {
    return visibility == Visibility.EVERYONE && reply.tone() == Reply.Tone.ANSWER;
  }

  /// The command as it is typed, without options.
  public String line() {
    return "/" + String.join(" ", words);
  }

  /// Whether files may come with it.
  public boolean takesFiles() {
    return options.stream().anyMatch(CommandOption::isFile);
  }
}
