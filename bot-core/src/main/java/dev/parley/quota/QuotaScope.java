package dev.parley.quota;

import java.util.Optional;

/// Whose spending a limit counts.
///
/// @param id of the person, group or channel where the kind names one; else empty
public record QuotaScope(Kind kind, String id) {
  /// Kinds of scopes; of those for persons, and of those for channels, the most exact one counts.
  public enum Kind {
    /// Each person by themself.
    EACH_USER("each user", false),
    /// Each person who has a role or is in a user group, by themself.
    EACH_USER_OF("each user of", true),
    /// One person.
    USER("user", true),
    /// All who have a role or are in a user group, together.
    GROUP("group", true),
    /// Each channel by itself.
    EACH_CHANNEL("each channel", false),
    /// One channel.
    CHANNEL("channel", true),
    /// The whole workspace or server.
    WORKSPACE("workspace", false),
    /// The whole bot, wherever it is installed.
    BOT("bot", false);

    private final String words;
    private final boolean named;

    Kind(String words, boolean named) {
      this.words = words;
      this.named = named;
    }

    String words() {
      return words;
    }

    boolean named() {
      return named;
    }
  }

  public QuotaScope {
    if (kind.named() == id.isBlank()) {
      throw new IllegalArgumentException(
          kind.words() + (kind.named() ? " needs an id" : " has no id"));
    }
  }

  static QuotaScope of(Kind kind, Optional<String> id) {
    return new QuotaScope(kind, id.orElse(""));
  }

  /// Whether several people spend from it.
  public boolean shared() {
    return switch (kind) {
      case EACH_USER, EACH_USER_OF, USER -> false;
      case GROUP, EACH_CHANNEL, CHANNEL, WORKSPACE, BOT -> true;
    };
  }

  /// As rules are written.
  public String text() {
    return kind.named() ? kind.words() + " " + id : kind.words();
  }
}
