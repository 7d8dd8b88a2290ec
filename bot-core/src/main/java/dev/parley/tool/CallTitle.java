package dev.parley.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people read of a call of a tool: what it is, and with what, on one short line.
///
/// Arguments come from the model. Nothing in a title calls people, and what may be a secret is left
/// out.
public final class CallTitle {
  /// In characters.
  static final int LONGEST = 100;

  private static final int LONGEST_ARGUMENTS = 60;
  private static final int MOST_ARGUMENTS = 2;
  private static final String SERVER_END = "__";

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i).*(passw|passphrase|secret|credential|cookie|(api|private|access)[_-]?key).*"
              + "|.*(token|auth|authorization|pass|otp|signature)s?");

  /// One word that no person would write: long, with digits and letters in it.
  private static final Pattern SECRET_VALUE =
      Pattern.compile("(?=[\\w.+=~-]*\\d)(?=[\\w.+=~-]*\\p{L})[\\w.+=~-]{24,}");

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)https?://(?:[^/?#@]*@)?([^/?#]*)([^?#]*).*");

  private CallTitle() {}

  /// The title of a call, by the name of its tool: `get_weather` is "Weather: Paris".
  public static String of(String name, JsonNode arguments) {
    String with = summary(arguments);
    return with.isEmpty() ? words(name) : words(name) + ": " + with;
  }

  private static String words(String name) {
    int server = name.indexOf(SERVER_END);
    if (server > 0 && server + SERVER_END.length() < name.length()) {
      return words(name.substring(server + SERVER_END.length()))
          + " ("
          + name.substring(0, server)
          + ")";
    }
    String words =
        name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
            .replaceAll("[_.-]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^get (?=.)", "");
    return words.isEmpty()
        ? name
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String summary(JsonNode arguments) {
    List<String> values = new ArrayList<>();
    arguments.properties().stream()
        .filter(argument -> !SECRET_NAME.matcher(argument.getKey()).matches())
        .forEach(argument -> add(argument.getValue(), values));
    return cut(
        String.join(", ", values.subList(0, Math.min(MOST_ARGUMENTS, values.size()))),
        LONGEST_ARGUMENTS);
  }

  private static void add(JsonNode value, List<String> values) {
    if (value.isArray()) {
      value.forEach(one -> add(one, values));
    } else if (value.isTextual() || value.isNumber()) {
      String text = plain(value.asText());
      if (!text.isEmpty()) {
        values.add(text);
      }
    }
  }

  private static String plain(String value) {
    String line = cleaned(value);
    Matcher address = ADDRESS.matcher(line);
    if (address.matches()) {
      String path = address.group(2).replaceFirst("/$", "");
      return address.group(1) + (SECRET_VALUE.matcher(path).find() ? "" : path);
    }
    return SECRET_VALUE.matcher(line).find() ? "" : line;
  }

  /// A title, whoever worded it, as it can be shown anywhere.
  public static String shown(String title) {
    return cut(cleaned(title), LONGEST);
  }

  /// One line, without what platforms could take for a mention.
  private static String cleaned(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ")
        .replaceAll("[<>\\x{200B}\\x{2060}\\x{FEFF}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]", "")
        .replaceAll("(?<!\\w)@+", "")
        .strip();
  }

  private static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + "…";
  }
}
