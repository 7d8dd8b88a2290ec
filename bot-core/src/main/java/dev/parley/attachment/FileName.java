package dev.parley.attachment;

/// Names of files as they can be shown: on one line, and not too long.
final class FileName {
  private static final int LONGEST = 120;
  private static final String NAMELESS = "a file";

  private FileName() {}

  static String plain(String name) {
    String line = name.replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029\\s]+", " ").strip();
    if (line.length() > LONGEST) {
      line = "…" + line.substring(line.length() - LONGEST);
    }
    return line.isEmpty() ? NAMELESS : line;
  }
}
