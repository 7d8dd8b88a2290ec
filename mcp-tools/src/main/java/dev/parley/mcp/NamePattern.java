package dev.parley.mcp;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names of tools, as settings list them: a `*` stands for any characters.
///
/// @param text as it is written
public record NamePattern(String text) {
  public NamePattern {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a pattern must not be blank");
    }
  }

  static boolean anyMatches(List<NamePattern> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(name));
  }

  boolean matches(String name) {
    String expression =
        Arrays.stream(text.split("\\*+", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(expression, Pattern.DOTALL).matcher(name).matches();
  }

  /// Whether it names one tool alone.
  boolean isExact() {
    return text.indexOf('*') < 0;
  }
}
