package dev.parley.tool;

import dev.parley.identity.Author;
import dev.parley.identity.ConversationId;
import dev.parley.identity.Place;
import java.util.Set;

/// For whom, and where, tools run.
///
/// @param groups ids of the roles or user groups that the asker is in
public record ToolUser(ConversationId conversation, Place place, Author asker, Set<String> groups) {
  public ToolUser {
    groups = Set.copyOf(groups);
  }
}
