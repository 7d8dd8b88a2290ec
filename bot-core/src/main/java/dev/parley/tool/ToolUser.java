package dev.parley.tool;

import dev.parley.identity.Author;
import dev.parley.identity.ConversationId;
import dev.parley.identity.Place;
import java.util.Set;

/// For whom, and where, tools run.
///
/// @param groups ids of the roles or user groups that the asker is in
/// @param alone whether nobody but the asker sees the answer, wherever it was asked for
public record ToolUser(
    ConversationId conversation, Place place, Author asker, Set<String> groups, boolean alone) {
  public ToolUser {
    groups = Set.copyOf(groups);
  }

  /// Somebody whose answer is seen by all who can read the place.
  public ToolUser(ConversationId conversation, Place place, Author asker, Set<String> groups) {
    this(conversation, place, asker, groups, false);
  }
}
