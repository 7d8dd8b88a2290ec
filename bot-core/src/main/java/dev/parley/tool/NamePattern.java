package dev.parley.tool;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names of tools by their form: `github__*` is all that begin so.
///
/// @param text in which `*` stands for any characters, also for none
public record NamePattern(String text) {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9_.*-]{1,64}");

  public NamePattern {
    if (!isOne(text)) {
      throw new IllegalArgumentException("not a name of tools: " + text);
    }
  }

  /// Whether a text is such a pattern.
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  public boolean matches(String name) {
    String regex =
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return name.matches(regex);
  }
}
