package dev.parley.inbox;

import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;

/// Names a turn: its conversation, and the first message that it answers.
public record TurnRef(ConversationId conversation, MessageId id) {}
