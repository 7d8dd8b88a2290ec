package dev.parley.minilm;

import dev.parley.model.Embedding;

/// What the model makes of all tokens of a text, taken together. Its direction is that of the mean.
final class TokenSum {
  private final float[] sum;

  TokenSum(int dimensions) {
    this.sum = new float[dimensions];
  }

  /// Adds what it makes of the first of these tokens; the others are padding.
  void add(float[][] tokens, int count) {
    for (int token = 0; token < count; token++) {
      for (int at = 0; at < sum.length; at++) {
        sum[at] += tokens[token][at];
      }
    }
  }

  Embedding meaning() {
    return Embedding.of(sum);
  }
}
