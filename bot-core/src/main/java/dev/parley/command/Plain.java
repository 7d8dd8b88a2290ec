package dev.parley.command;

/// Names that people chose, where Markdown is written.
public final class Plain {
  private Plain() {}

  /// The text with nothing in it that means anything.
  public static String text(String name) {
    return name.replaceAll("[\\p{Cntrl}\\s]+", " ")
        .replaceAll("([\\\\`*_{}\\[\\]<>#|~!&])", "\\\\$1")
        .strip();
  }
}
