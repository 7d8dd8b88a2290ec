package dev.parley.gemini;

import java.util.OptionalInt;

/// Places in texts, counted as Gemini counts them.
final class Utf8 {
  private Utf8() {}

  /// How many characters of a text its first bytes in UTF-8 are; empty where it is shorter, or the
  /// last byte is in the middle of a character.
  static OptionalInt characters(CharSequence text, int bytes) {
    int left = bytes;
    int at = 0;
    while (left > 0 && at < text.length()) {
      int character = Character.codePointAt(text, at);
      left -= length(character);
      at += Character.charCount(character);
    }
    return left == 0 ? OptionalInt.of(at) : OptionalInt.empty();
  }

  private static int length(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }
}
