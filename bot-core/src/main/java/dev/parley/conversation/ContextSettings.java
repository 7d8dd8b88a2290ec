package dev.parley.conversation;

/// How much of a conversation the model is given.
///
/// @param mostTokens a conversation that grows beyond this loses its oldest turns
/// @param keepTokens what is left of it then: well below the limit, so that the block that goes is
///     large, the prompt's beginning stays the same for many turns, and the provider's cache serves
///     it
public record ContextSettings(int mostTokens, int keepTokens) {
  public static final ContextSettings DEFAULTS = new ContextSettings(32_000, 16_000);

  public ContextSettings {
    if (keepTokens < 1 || mostTokens <= keepTokens) {
      throw new IllegalArgumentException(
          "the tokens that are kept must be positive and fewer than the most that are allowed");
    }
  }
}
