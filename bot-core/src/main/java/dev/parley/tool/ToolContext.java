package dev.parley.tool;

import dev.parley.identity.Author;
import dev.parley.identity.ConversationId;

/// For whom, and in which conversation, a tool runs.
public record ToolContext(ConversationId conversation, Author asker) {}
