package dev.parley.attachment;

/// What became of a document that was read.
public sealed interface DocumentReading {
  /// All that it says, with its headings, tables and slides in Markdown.
  record Words(String text) implements DocumentReading {}

  /// It goes to the model as it is, and has so many pages.
  record Pages(int count) implements DocumentReading {}

  /// It cannot be read.
  record Unread(Obstacle why) implements DocumentReading {}

  /// What stands in the way.
  enum Obstacle {
    /// It asks for a password.
    PROTECTED,
    DAMAGED,
    /// It unpacks to far more than a document holds.
    INFLATED,
    /// It says more than is asked for.
    TOO_LONG,
    /// Reading it takes more time or memory than a document gets.
    TOO_MUCH_WORK,
    /// It is packed as a document is, and is none.
    NO_DOCUMENT,
    /// Nothing can be read at the moment.
    UNAVAILABLE
  }
}
