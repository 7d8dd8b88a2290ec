package dev.parley.ingestion;

import java.time.Duration;

/// What one of all instances at a time sees to, such as looking into a folder.
public interface Duties {
  /// For one instance alone.
  Duties ALONE = (_, _) -> true;

  /// Takes a duty, or keeps it, unless another instance has it. Blocks shortly.
  ///
  /// @param time after which others may take it, unless it is taken again
  /// @return whether it is this instance's now
  /// @throws dev.parley.conversation.StoreUnavailableException where the store does not answer
  boolean take(String duty, Duration time);
}
