package dev.parley.knowledge;

import java.util.Optional;

/// Where a document is from.
///
/// @param key tells it from all others of its kind in the tenant: what is added again under the
///     same key takes the other's place
/// @param address of the web under which people find it; empty where there is none
public record Origin(Kind kind, String key, Optional<String> address) {
  /// What a document was before.
  public enum Kind {
    /// Words that somebody gave.
    TEXT,
    /// A page or file of the web.
    LINK,
    /// A file that somebody attached or uploaded.
    FILE,
    /// A message, or a thread with all its messages.
    MESSAGE,
    /// A file of a watched folder.
    FOLDER
  }

  public Origin {
    if (key.isBlank()) {
      throw new IllegalArgumentException("an origin needs a key");
    }
  }
}
