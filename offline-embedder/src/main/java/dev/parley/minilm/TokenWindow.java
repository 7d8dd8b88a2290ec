package dev.parley.minilm;

import java.util.Arrays;

/// A part of a text that the model reads at once.
final class TokenWindow {
  private final int text;
  private final long[] ids;

  /// @param text which of several it is a part of
  /// @param ids of its tokens, with the ones that begin and end it
  TokenWindow(int text, long[] ids) {
    this.text = text;
    this.ids = ids;
  }

  int text() {
    return text;
  }

  int length() {
    return ids.length;
  }

  long[] padded(int length) {
    return Arrays.copyOf(ids, length);
  }

  /// Which tokens are no padding.
  long[] mask(int length) {
    long[] mask = new long[length];
    Arrays.fill(mask, 0, ids.length, 1);
    return mask;
  }
}
