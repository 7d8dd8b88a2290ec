package dev.parley.consultation;

/// Shortens what others wrote.
final class Texts {
  private static final String CUT = "…";

  private Texts() {}

  /// The beginning of a text, with whole characters.
  static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + CUT;
  }

  /// All on one line.
  static String line(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
