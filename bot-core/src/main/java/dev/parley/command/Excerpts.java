package dev.parley.command;

/// Parts of what documents say, where people are shown which.
final class Excerpts {
  private Excerpts() {}

  /// The beginning of a text, on one line and with nothing in it that means anything.
  static String beginning(String text, int most) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (line.length() <= most) {
      return Plain.text(line);
    }
    int end = Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
    return Plain.text(line.substring(0, end)) + " …";
  }
}
