package dev.parley.usage;

import java.util.Locale;

/// What a call to the provider is made for.
public enum Purpose {
  /// A round of an answer.
  ANSWER,
  /// A summary of what leaves a conversation.
  SUMMARY,
  /// Vectors of texts or files, for which somebody waits.
  EMBEDDING,
  /// Vectors of texts or files that the provider makes within a day, for less.
  EMBEDDING_BATCH,
  /// A picture, by a command or by a tool that a model calls.
  IMAGE;

  /// The word that the ledger and its exports use.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isBatch() {
    return this == EMBEDDING_BATCH;
  }

  boolean isEmbedding() {
    return this == EMBEDDING || isBatch();
  }
}
