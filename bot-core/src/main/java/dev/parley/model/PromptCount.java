package dev.parley.model;

import java.util.OptionalLong;

/// Asks the provider how many tokens a prompt has, where the bound of it does not fit into a limit.
public interface PromptCount {
  /// Nobody can be asked.
  PromptCount UNKNOWN = OptionalLong::empty;

  /// A closer upper bound of the prompt; empty where the provider does not say. Blocks for some
  /// seconds at most, costs nothing, and never throws for a failure of the provider.
  OptionalLong mostPromptTokens();
}
