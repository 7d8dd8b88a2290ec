package dev.parley.knowledge;

import java.time.Duration;

/// How the knowledge base behaves.
///
/// @param limits for each tenant
/// @param mostWaiting documents that wait in a tenant to be read in
/// @param atOnce documents that an instance reads in side by side
/// @param documentBytes of what one document is read from
/// @param documentCharacters that one document may say
/// @param passageTokens that the passages for one question may have together
/// @param whenNothingFits what becomes of a question that no document has to do with
/// @param staleAfter when a document counts as stale whose origin was not looked at
/// @param refreshLinks how often links are read again; zero: never
public record KnowledgeSettings(
    KnowledgeStore.Limits limits,
    int mostWaiting,
    int atOnce,
    long documentBytes,
    int documentCharacters,
    int passageTokens,
    WhenNothingFits whenNothingFits,
    Duration staleAfter,
    Duration refreshLinks) {
  /// What becomes of a question that no document has to do with.
  public enum WhenNothingFits {
    /// The model answers as far as it knows.
    ANSWER,
    /// People are told that the documents do not say it, and the model is not asked.
    SAY_SO
  }
}
