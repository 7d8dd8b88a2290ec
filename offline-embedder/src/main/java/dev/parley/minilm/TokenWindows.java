package dev.parley.minilm;

import java.util.ArrayList;
import java.util.List;

/// Splits texts into parts of a length that the model was made for: 256 tokens (its card,
/// "Intended uses"), of which two begin and end a part.
final class TokenWindows {
  private static final int MOST_TOKENS = 254;

  /// What stands behind some 16 windows of English is not read.
  private static final int MOST_CHARACTERS = 24_000;

  private final long begin;
  private final long end;

  /// @param frame the tokens that begin and end a part
  TokenWindows(long[] frame) {
    this.begin = frame[0];
    this.end = frame[1];
  }

  /// A text without what is not read.
  static String cut(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
    return text.substring(0, pair ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
  }

  /// The windows of a text: as few as can be, of about the same length.
  List<TokenWindow> of(int text, long[] tokens) {
    int count = Math.max(1, Math.ceilDiv(tokens.length, MOST_TOKENS));
    List<TokenWindow> windows = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      int from = (int) ((long) tokens.length * at / count);
      int to = (int) ((long) tokens.length * (at + 1) / count);
      long[] ids = new long[to - from + 2];
      ids[0] = begin;
      System.arraycopy(tokens, from, ids, 1, to - from);
      ids[ids.length - 1] = end;
      windows.add(new TokenWindow(text, ids));
    }
    return windows;
  }

  /// Windows that are read together, so that none has too many tokens when all are as long as its
  /// longest.
  ///
  /// @param windows the shortest first
  static List<List<TokenWindow>> runs(List<TokenWindow> windows, int mostTokens) {
    List<List<TokenWindow>> runs = new ArrayList<>();
    List<TokenWindow> run = new ArrayList<>();
    for (TokenWindow window : windows) {
      if (!run.isEmpty() && (run.size() + 1) * window.length() > mostTokens) {
        runs.add(List.copyOf(run));
        run.clear();
      }
      run.add(window);
    }
    if (!run.isEmpty()) {
      runs.add(List.copyOf(run));
    }
    return runs;
  }
}
