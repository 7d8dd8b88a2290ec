package dev.parley.gemini;

/// Cuts texts to what a model takes, by an estimate that is rather too high: a third of a token for
/// each letter of English and each space, and a whole one for whatever else.
final class TextCut {
  private static final int THIRDS = 3;

  private TextCut() {}

  /// The beginning of a text that has at most so many tokens; no character is cut in two.
  static String to(String text, int mostTokens) {
    long left = (long) mostTokens * THIRDS;
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      left -= isCheap(character) ? 1 : THIRDS;
      if (left < 0) {
        return text.substring(0, at);
      }
      at += Character.charCount(character);
    }
    return text;
  }

  private static boolean isCheap(int character) {
    return character < 0x80 && (Character.isLetter(character) || Character.isWhitespace(character));
  }
}
