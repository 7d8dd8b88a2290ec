package dev.parley.slack.reply;

import dev.parley.conversation.StoreUnavailableException;
import java.util.Optional;
import java.util.function.Consumer;

/// Where the `ts` of an answer is kept for whoever takes the turn over.
///
/// @param known the one that an earlier owner of the turn kept
/// @param keep throws where the turn has gone to another owner
record ReplyReference(Optional<String> known, Consumer<String> keep) {
  /// Keeps it, and finds out whether the turn is still this instance's: whoever was out of action
  /// for a while must not write into a reply that is another one's by now.
  ///
  /// @return whether it is kept; where the store is away, the reply is found by what it carries
  boolean kept(String ts) {
    try {
      keep.accept(ts);
      return true;
    } catch (StoreUnavailableException away) {
      return false;
    }
  }
}
