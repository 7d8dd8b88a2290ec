package dev.parley.model;

/// A language model behind a provider's API. Safe for use by many threads at once.
public interface LanguageModel {
  /// Begins a call. An interrupt of the calling thread aborts it with a [ModelCancelledException].
  ModelStream stream(ModelRequest request);
}
