package dev.parley.usage;

import java.util.Locale;

/// What a call to the provider is made for.
public enum Purpose {
  /// A round of an answer.
  ANSWER,
  /// A summary of what leaves a conversation.
  SUMMARY;

  /// The word that the ledger and its exports use.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
