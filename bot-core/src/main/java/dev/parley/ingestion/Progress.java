package dev.parley.ingestion;

import dev.parley.knowledge.JobState.Stage;

/// Hears how far a document is.
@FunctionalInterface
interface Progress {
  /// Notes what happens now.
  ///
  /// @param of how many passages there are; 0 while nobody knows
  /// @throws JobLostException where it is to be stopped at once
  void report(Stage stage, int done, int of);
}
