package dev.parley.usage;

/// The tokens of one or several calls to a model, as the provider counts them.
///
/// @param prompt all tokens of the prompt, cached ones included
/// @param cached the part of the prompt that the provider had in its cache
/// @param output the tokens of the visible answer
/// @param thinking the tokens the model thought with; billed as output
/// @param toolUse the prompt tokens of the provider's own tools
public record TokenUsage(int prompt, int cached, int output, int thinking, int toolUse) {
  public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0, 0);

  public TokenUsage {
    if (Math.min(Math.min(prompt, cached), Math.min(output, Math.min(thinking, toolUse))) < 0) {
      throw new IllegalArgumentException("token counts must not be negative");
    }
  }

  public TokenUsage plus(TokenUsage other) {
    return new TokenUsage(
        prompt + other.prompt,
        cached + other.cached,
        output + other.output,
        thinking + other.thinking,
        toolUse + other.toolUse);
  }

  /// What the model produced: the visible answer and what it thought.
  public int completion() {
    return output + thinking;
  }

  public int total() {
    return prompt + toolUse + completion();
  }
}
