package dev.parley.tool;

import dev.parley.identity.Author;
import dev.parley.identity.ConversationId;
import dev.parley.usage.Booking;

/// For whom, and in which conversation, a tool runs.
///
/// @param booking where calls to the provider go that it makes
/// @param files of the conversation
public record ToolContext(
    ConversationId conversation, Author asker, Booking booking, ToolFiles files) {}
