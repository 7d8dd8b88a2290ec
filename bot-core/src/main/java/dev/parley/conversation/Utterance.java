package dev.parley.conversation;

import dev.parley.identity.Author;
import dev.parley.identity.MessageId;

/// What one person said in one message.
public record Utterance(MessageId id, Author author, String text) {}
