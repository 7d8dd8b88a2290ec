package dev.parley.launcher.settings;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The environment's variables, and the `${NAME:-default}` that stands for them in settings.
final class Environment {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$\\{|\\$\\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<or>[^}]*))?}|\\$\\{");

  private final Map<String, String> variables;

  Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /// A variable's value; one that is set to nothing counts as not set.
  Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /// The text with every variable in place.
  ///
  /// @throws IllegalArgumentException with the rest of a sentence, where that is not possible
  String expand(String text) {
    return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(meant(match)));
  }

  private String meant(MatchResult match) {
    if (match.group().equals("$${")) {
      return "${";
    }
    String name = match.group("name");
    if (name == null) {
      throw new IllegalArgumentException(
          "has a ${ that is not ${NAME} or ${NAME:-default}; write $${ for a literal one");
    }
    return value(name)
        .or(() -> Optional.ofNullable(match.group("or")))
        .orElseThrow(() -> unset(name));
  }

  private static IllegalArgumentException unset(String name) {
    return new IllegalArgumentException(
        "needs the environment variable %s, which is not set; set it, or write ${%s:-default}"
            .formatted(name, name));
  }

  /// Which variable gave a value, for sentences; empty where none did.
  Optional<String> source(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    while (matcher.find()) {
      String name = matcher.group("name");
      if (name != null && value(name).isPresent()) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
