package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// Reads a message's text as Discord does, where code is only code.
final class Words {
  private static final Pattern CODE =
      Pattern.compile("```.*?```|``.+?``|`[^`\n]+`", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("(?<![<\\w])https?://[^\\s<>)\\]\"]+");
  private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");
  private static final Pattern ROLE = Pattern.compile("<@&(\\d+)>");
  private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)\\b");

  private static final int TEXT_DISPLAY = 10;

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

  /// The words that people see of a message: its text, or those in its components.
  static String shown(JsonNode message) {
    StringJoiner words = new StringJoiner("\n");
    if (!message.path("content").asText("").isEmpty()) {
      words.add(message.path("content").asText());
    }
    inside(message.path("components"), words);
    return words.toString();
  }

  private static void inside(JsonNode components, StringJoiner words) {
    for (JsonNode component : components) {
      if (component.path("type").asInt() == TEXT_DISPLAY) {
        words.add(component.path("content").asText());
      }
      inside(component.path("components"), words);
    }
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
