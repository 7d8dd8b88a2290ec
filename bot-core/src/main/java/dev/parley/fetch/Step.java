package dev.parley.fetch;

/// What came of one hop.
sealed interface Step {
  /// This is how it ended.
  record Ended(Fetched fetched) implements Step {}

  /// It leads on.
  record Led(Hop next) implements Step {}
}
