package dev.parley.message;

/// What the bot says, in CommonMark; adapters render and split it.
public record Reply(String markdown, Tone tone) {
  /// How a reply is meant, so that a platform can show it fittingly.
  public enum Tone {
    /// An answer, whole or as far as it came.
    ANSWER,
    /// A word about the answer instead of one: refused, stopped, nothing to say.
    NOTICE,
    /// Something broke; the asker is told.
    FAILURE
  }

  public Reply {
    if (markdown.isBlank()) {
      throw new IllegalArgumentException("a reply must not be blank");
    }
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
}
