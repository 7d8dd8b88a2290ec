package dev.parley.fetch;

/// Asks other machines by HTTP, and only those that may be asked. Safe for use by many threads at
/// once.
public interface Fetcher {
  /// Asks, and follows where it is sent, each time only where it may go. Blocks until the whole
  /// answer is there, its time is over, or the thread is interrupted.
  Fetched fetch(FetchRequest request);
}
