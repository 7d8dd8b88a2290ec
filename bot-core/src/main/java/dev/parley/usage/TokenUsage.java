package dev.parley.usage;

/// What one or several calls to a model took, as the provider counts it: tokens, and searches.
///
/// @param prompt all tokens of the prompt, cached ones included
/// @param cached the part of the prompt that the provider had in its cache
/// @param output the tokens of the visible answer, its pictures included
/// @param thinking the tokens the model thought with; billed as output
/// @param toolUse the prompt tokens of the provider's own tools
/// @param audioPrompt the part of the prompt that is sound, cached or not
/// @param imagePrompt the part of the prompt that is pictures, cached or not
/// @param videoPrompt the part of the prompt that is moving pictures without their sound, cached or
///     not
/// @param imageOutput the part of the output that is pictures
/// @param searches the provider's own searches of the web that it bills
public record TokenUsage(
    int prompt,
    int cached,
    int output,
    int thinking,
    int toolUse,
    int audioPrompt,
    int imagePrompt,
    int videoPrompt,
    int imageOutput,
    int searches) {
  public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0, 0);

  public TokenUsage {
    int text = least(prompt, cached, output, thinking, toolUse);
    int kinds = least(audioPrompt, imagePrompt, videoPrompt, imageOutput, searches);
    if (Math.min(text, kinds) < 0) {
      throw new IllegalArgumentException("what a call took must not be negative");
    }
  }

  /// Of words alone, and without searches.
  public TokenUsage(int prompt, int cached, int output, int thinking, int toolUse) {
    this(prompt, cached, output, thinking, toolUse, 0, 0, 0, 0, 0);
  }

  private static int least(int first, int second, int third, int fourth, int fifth) {
    return Math.min(first, Math.min(Math.min(second, third), Math.min(fourth, fifth)));
  }

  public TokenUsage plus(TokenUsage other) {
    return new TokenUsage(
        prompt + other.prompt,
        cached + other.cached,
        output + other.output,
        thinking + other.thinking,
        toolUse + other.toolUse,
        audioPrompt + other.audioPrompt,
        imagePrompt + other.imagePrompt,
        videoPrompt + other.videoPrompt,
        imageOutput + other.imageOutput,
        searches + other.searches);
  }

  public TokenUsage withSearches(int count) {
    return new TokenUsage(
        prompt,
        cached,
        output,
        thinking,
        toolUse,
        audioPrompt,
        imagePrompt,
        videoPrompt,
        imageOutput,
        count);
  }

  /// What the model produced: the visible answer and what it thought.
  public int completion() {
    return output + thinking;
  }

  public int total() {
    return prompt + toolUse + completion();
  }
}
