package dev.parley.inbox;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Setting;
import dev.parley.message.InboundMessage;
import java.util.List;
import java.util.Map;

/// A turn that this instance may run now, with all it needs to begin.
///
/// @param messages what is answered together, oldest first; all of one author
/// @param overrides what was set for the place
public record ClaimedTurn(
    Lease lease,
    List<InboundMessage> messages,
    Conversation conversation,
    Map<Setting, String> overrides,
    TurnProgress progress) {
  public ClaimedTurn {
    messages = List.copyOf(messages);
    overrides = Map.copyOf(overrides);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a turn answers at least one message");
    }
  }

  /// The same turn in a conversation that remembers something else.
  public ClaimedTurn with(Conversation other) {
    return new ClaimedTurn(lease, messages, other, overrides, progress);
  }

  public InboundMessage firstMessage() {
    return messages.getFirst();
  }

  public InboundMessage lastMessage() {
    return messages.getLast();
  }
}
