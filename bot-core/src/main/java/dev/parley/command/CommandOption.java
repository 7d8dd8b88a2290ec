package dev.parley.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// An option of a command.
///
/// @param choices the only values it takes; empty: any text
/// @param greedy whether it takes all the rest of a typed line
/// @param form of the only words it takes where they are typed one after the other; empty: any
/// @param suggested whether the command can suggest values while people type
/// @param kind what it takes
public record CommandOption(
    String name,
    String summary,
    boolean required,
    List<String> choices,
    boolean greedy,
    Optional<Pattern> form,
    boolean suggested,
    Kind kind) {
  /// What an option takes.
  public enum Kind {
    TEXT,
    /// Words that are typed behind the option's name and a colon alone: `title:"Our plan"`.
    TAGGED,
    /// A file, which comes with the command and is none of its typed words.
    FILE
  }

  public CommandOption {
    choices = List.copyOf(choices);
  }

  public static CommandOption text(String name, String summary, boolean required) {
    return text(name, summary, required, List.of(), true, Optional.empty(), false);
  }

  /// A text for which the command has suggestions.
  public static CommandOption suggested(String name, String summary, boolean required) {
    return text(name, summary, required, List.of(), true, Optional.empty(), true);
  }

  public static CommandOption choice(
      String name, String summary, boolean required, List<String> choices) {
    return text(name, summary, required, choices, false, Optional.empty(), false);
  }

  /// One word of a form, for which the command has suggestions.
  ///
  /// @param form a regular expression
  public static CommandOption word(String name, String summary, boolean required, String form) {
    return text(
        name, summary, required, List.of(), false, Optional.of(Pattern.compile(form)), true);
  }

  private static CommandOption text(
      String name,
      String summary,
      boolean required,
      List<String> choices,
      boolean greedy,
      Optional<Pattern> form,
      boolean suggested) {
    return new CommandOption(name, summary, required, choices, greedy, form, suggested, Kind.TEXT);
  }

  /// Words that are typed behind the option's name and a colon.
  ///
  /// @param suggested whether the command can suggest values while people type
  public static CommandOption tagged(String name, String summary, boolean suggested) {
    return new CommandOption(
        name, summary, false, List.of(), false, Optional.empty(), suggested, Kind.TAGGED);
  }

  boolean isTagged() {
    return kind == Kind.TAGGED;
  }

  /// A file that may come with the command.
  public static CommandOption file(String name, String summary) {
    return new CommandOption(
        name, summary, false, List.of(), false, Optional.empty(), false, Kind.FILE);
  }

  public boolean isFile() {
    return kind == Kind.FILE;
  }

  /// Whether a typed word can be meant for it.
  boolean takes(String word) {
    return choices.isEmpty()
        ? form.isEmpty() || form.get().matcher(word).matches()
        : choices.contains(word);
  }
}
