package dev.parley.discord.text;

import java.util.regex.Pattern;

/// Makes plain words of what Discord would take for markup. Source: "Markdown Text 101".
final class Escapes {
  private static final Pattern LINE_START = Pattern.compile("(?m)^(\\h*)(?=[#>]|[-+](?:[\\h#]|$))");
  private static final Pattern LINE_NUMBER = Pattern.compile("(?m)^(\\h*\\d+)(?=\\.(?:\\h|$))");

  private Escapes() {}

  /// Words that stand within a line.
  static String words(String words) {
    StringBuilder escaped = new StringBuilder(words.length() + 8);
    for (int at = 0; at < words.length(); at++) {
      if (isMarkup(words, at)) {
        escaped.append('\\');
      }
      escaped.append(words.charAt(at));
    }
    return escaped.toString();
  }

  private static boolean isMarkup(String words, int at) {
    char before = at == 0 ? ' ' : words.charAt(at - 1);
    char after = at + 1 == words.length() ? '\0' : words.charAt(at + 1);
    char character = words.charAt(at);
    return switch (character) {
      case '\\', '*', '_', '`', '[' -> true;
      case '~', '|' -> before == character || after == character || at == 0 || after == '\0';
      case '<' -> after != ' ';
      case ':' -> words.startsWith("//", at + 1);
      default -> false;
    };
  }

  /// Markup in which no line begins a heading, quote or list.
  static String lineStarts(String markup) {
    String marks = LINE_START.matcher(markup).replaceAll("$1\\\\");
    return LINE_NUMBER.matcher(marks).replaceAll("$1\\\\");
  }
}
