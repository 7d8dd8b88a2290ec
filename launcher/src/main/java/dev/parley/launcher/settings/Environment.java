package dev.parley.launcher.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /// A piece of a text.
  sealed interface Piece {}

  /// What stands there as it is.
  record Literal(String text) implements Piece {}

  /// A variable.
  ///
  /// @param value the environment's; empty where it has none
  /// @param or what stands for it then; empty where nothing does
  record Variable(String name, Optional<String> value, Optional<String> or) implements Piece {}

  /// The text with every variable in place.
  ///
  /// @throws IllegalArgumentException with the rest of a sentence, where that is not possible
  String expand(String text) {
    return pieces(text).stream()
        .map(
            piece ->
                switch (piece) {
                  case Literal(String literal) -> literal;
                  case Variable variable ->
                      variable.value().or(variable::or).orElseThrow(() -> unset(variable.name()));
                })
        .collect(Collectors.joining());
  }

  /// The text, taken to pieces.
  ///
  /// @throws IllegalArgumentException with the rest of a sentence, where that is not possible
  List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = REFERENCE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      pieces.add(new Literal(text.substring(end, matcher.start())));
      pieces.add(piece(matcher));
      end = matcher.end();
    }
    pieces.add(new Literal(text.substring(end)));
    return pieces;
  }

  private Piece piece(Matcher match) {
    if (match.group().equals("$${")) {
      return new Literal("${");
    }
    String name = match.group("name");
    if (name == null) {
      throw new IllegalArgumentException(
          "has a ${ that is not ${NAME} or ${NAME:-default}; write $${ for a literal one");
    }
    return new Variable(name, value(name), Optional.ofNullable(match.group("or")));
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
