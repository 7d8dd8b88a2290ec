package dev.parley.inbox;

/// What somebody thinks of an answer.
public enum Feedback {
  HELPFUL,
  NOT_HELPFUL
}
