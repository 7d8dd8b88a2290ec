package dev.parley.mcp;

/// Texts of servers that others run, made fit to be read.
final class ForeignText {
  private ForeignText() {}

  /// Without what nobody sees: people read the same as the model does.
  static String visible(String text) {
    return text.replaceAll("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}[\\p{Cc}&&[^\\n\\t]]]", "");
  }

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
