package dev.parley.page;

/// A part of a long text, from one place on.
///
/// @param next where the following part begins; the length of the text where there is none
record TextPart(String text, int next) {
  /// A part ends behind a line or a word where one ends in its last fifth.
  private static final int FIFTH = 5;

  /// @param start within the text
  static TextPart of(String text, int start, int mostCharacters) {
    int begin = isHalf(text, start) ? start - 1 : start;
    int most = begin + mostCharacters;
    if (most >= text.length()) {
      return new TextPart(text.substring(begin), text.length());
    }
    int end = end(text, most - mostCharacters / FIFTH, isHalf(text, most) ? most - 1 : most);
    return new TextPart(text.substring(begin, end), end);
  }

  private static int end(String text, int least, int most) {
    int line = text.lastIndexOf('\n', most - 1);
    int word = text.lastIndexOf(' ', most - 1);
    if (line >= least) {
      return line + 1;
    }
    return word >= least ? word + 1 : most;
  }

  /// Whether a letter goes on there that began one before.
  private static boolean isHalf(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
  }
}
