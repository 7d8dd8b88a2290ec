package dev.parley.message;

import java.util.List;

/// What the bot says, in CommonMark; adapters render and split it.
///
/// @param files that belong to it, such as pictures; shown after the words
/// @param actions buttons below it, at most [#MOST_ACTIONS]
public record Reply(String markdown, Tone tone, List<ReplyFile> files, List<ReplyAction> actions) {
  /// What one row of Discord's holds (Discord's documentation, "Component Reference").
  public static final int MOST_ACTIONS = 5;

  /// How a reply is meant, so that a platform can show it fittingly.
  public enum Tone {
    /// An answer, whole or as far as it came.
    ANSWER,
    /// A word about the answer instead of one: refused, stopped, nothing to say.
    NOTICE,
    /// Something broke; the asker is told.
    FAILURE
  }

  /// @param files missing where an older version stored it
  /// @param actions missing where an older version stored it
  public Reply {
    files = files == null ? List.of() : List.copyOf(files);
    actions = actions == null ? List.of() : List.copyOf(actions);
    if (actions.size() > MOST_ACTIONS) {
      throw new IllegalArgumentException(
          "a reply has at most " + MOST_ACTIONS + " buttons, not " + actions.size());
    }
    if (markdown.isBlank()) {
      throw new IllegalArgumentException("a reply must not be blank");
    }
  }

  /// Words without files and buttons.
  public Reply(String markdown, Tone tone) {
    this(markdown, tone, List.of(), List.of());
  }

  public static Reply answer(String markdown) {
    return new Reply(markdown, Tone.ANSWER);
  }

  public static Reply notice(String markdown) {
    return new Reply(markdown, Tone.NOTICE);
  }

  public static Reply failure(String markdown) {
    return new Reply(markdown, Tone.FAILURE);
  }

  /// The same words and buttons with these files.
  public Reply with(List<ReplyFile> others) {
    return new Reply(markdown, tone, others, actions);
  }

  /// The same words and files with these buttons.
  public Reply withActions(List<ReplyAction> others) {
    return new Reply(markdown, tone, files, others);
  }

  /// The same files and buttons with these words.
  public Reply saying(String otherMarkdown) {
    return new Reply(otherMarkdown, tone, files, actions);
  }
}
