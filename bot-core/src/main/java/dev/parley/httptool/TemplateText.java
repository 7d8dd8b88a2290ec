package dev.parley.httptool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How gaps are written in a text: `{name}`, `{step.field}`, or `{name | words}`; `{{` and `}}` are
/// braces.
public final class TemplateText {
  private static final Pattern GAP =
      Pattern.compile(
          "\\{\\{|}}|\\{\\s*(?<path>\\w+(?:\\.[\\w-]+)*)\\s*(?:\\|\\s*(?<words>[\\w-]+)\\s*)?}|[{}]");

  private final Map<String, Map<String, String>> words;

  /// @param words lists of words by their names
  public TemplateText(Map<String, Map<String, String>> words) {
    this.words = Map.copyOf(words);
  }

  /// The parts of a text.
  ///
  /// @throws IllegalArgumentException with the rest of a sentence about the text
  public List<Template.Part> parts(String text) {
    List<Template.Part> parts = new ArrayList<>();
    StringBuilder fixed = new StringBuilder();
    Matcher matcher = GAP.matcher(text);
    int end = 0;
    while (matcher.find()) {
      fixed.append(text, end, matcher.start());
      end = matcher.end();
      if (matcher.group("path") == null) {
        fixed.append(brace(matcher.group()));
      } else {
        addFixed(parts, fixed);
        parts.add(gap(matcher.group("path"), Optional.ofNullable(matcher.group("words"))));
      }
    }
    fixed.append(text, end, text.length());
    addFixed(parts, fixed);
    return parts;
  }

  private static void addFixed(List<Template.Part> parts, StringBuilder fixed) {
    if (!fixed.isEmpty()) {
      parts.add(new Template.Fixed(fixed.toString()));
      fixed.setLength(0);
    }
  }

  private static char brace(String found) {
    if (found.length() == 1) {
      throw new IllegalArgumentException(
          "has a %s that belongs to no placeholder such as {name}; write %s for a literal one"
              .formatted(found, found.repeat(2)));
    }
    return found.charAt(0);
  }

  private Template.Gap gap(String path, Optional<String> list) {
    Map<String, String> worded = list.map(this::words).orElse(Map.of());
    return new Template.Gap(List.of(path.split("\\.")), worded);
  }

  private Map<String, String> words(String list) {
    return Optional.ofNullable(words.get(list))
        .orElseThrow(
            () ->
                new IllegalArgumentException("names the words " + list + ", which are not there"));
  }
}
