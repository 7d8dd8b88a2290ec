package dev.parley.inbox;

import dev.parley.identity.Requester;
import dev.parley.identity.UserId;

/// Turns that were answered some time ago: what can still be done about them. They are known for
/// some days.
///
/// All methods block, may be repeated with the same arguments, and throw
/// [dev.parley.conversation.StoreUnavailableException] where the store cannot be asked.
public interface PastTurns {
  /// Lets a question be answered once more. The exchange before stays remembered where the new
  /// answer fails.
  RegenerateOutcome regenerate(TurnRef turn, Requester by);

  /// Keeps what somebody thinks of an answer, with its turn; their last word counts.
  ///
  /// @return whether the turn is still known
  boolean rate(TurnRef turn, UserId by, Feedback feedback);

  /// Lets the conversation forget an exchange.
  DiscardOutcome discard(TurnRef turn, Requester by);
}
