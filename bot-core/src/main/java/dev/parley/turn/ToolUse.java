package dev.parley.turn;

import dev.parley.identity.Author;
import dev.parley.identity.ConversationId;

/// For whom the tools of a turn run.
record ToolUse(ConversationId conversation, Author asker) {}
