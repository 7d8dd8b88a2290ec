package dev.parley.page;

import java.util.regex.Pattern;

/// Letters that people do not see and models do, by which a page may say something to these alone.
final class InvisibleLetters {
  /// Soft hyphens, spaces without width, marks that turn the direction, and tags (Unicode, "Special
  /// Areas and Format Characters").
  private static final Pattern ALL =
      Pattern.compile(
          "[\\u00AD\\u200B\\u2060-\\u2064\\uFEFF\\u202A-\\u202E\\u2066-\\u2069"
              + "\\x{E0000}-\\x{E007F}]");

  private InvisibleLetters() {}

  static String removed(String text) {
    return ALL.matcher(text).replaceAll("");
  }
}
