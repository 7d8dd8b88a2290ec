package dev.parley.testkit.discord;

import java.util.List;
import java.util.regex.Pattern;

/// Reads a message's text as Discord does, where code is only code.
final class Words {
  private static final Pattern CODE =
      Pattern.compile("```.*?```|``.+?``|`[^`\n]+`", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("(?<![<\\w])https?://[^\\s<>)\\]\"]+(?!>)");
  private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");
  private static final Pattern ROLE = Pattern.compile("<@&(\\d+)>");
  private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)\\b");

  private Words() {}

  static String withoutCode(String text) {
    return CODE.matcher(text).replaceAll(" ");
  }

  static List<String> users(String text) {
    return groups(USER, text);
  }

  static List<String> roles(String text) {
    return groups(ROLE, text);
  }

  /// `everyone` and `here`, as far as they are said.
  static List<String> everyone(String text) {
    return groups(EVERYONE, text);
  }

  private static List<String> groups(Pattern pattern, String text) {
    return pattern
        .matcher(withoutCode(text))
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  /// The links that show a preview: those without angle brackets.
  static List<String> links(String text) {
    return LINK.matcher(withoutCode(text)).results().map(it -> it.group()).distinct().toList();
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
