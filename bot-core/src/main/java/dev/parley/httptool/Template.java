package dev.parley.httptool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A text with gaps, which are filled for each call.
public record Template(List<Part> parts) {
  /// A piece of the text.
  public sealed interface Part {}

  /// What always stands there.
  public record Fixed(String text) implements Part {}

  /// What always stands there, and nobody is told.
  public record Hidden(Secret secret) implements Part {}

  /// What a value of the call comes into.
  ///
  /// @param path the name of an argument or step, and names below it
  /// @param words what is said instead of a value; one that is not among them stays as it is
  public record Gap(List<String> path, Map<String, String> words) implements Part {
    public Gap {
      path = List.copyOf(path);
      words = Map.copyOf(words);
    }

    Optional<JsonNode> value(Values values) {
      return values.find(path).map(this::worded);
    }

    private JsonNode worded(JsonNode value) {
      return Optional.ofNullable(words.get(plain(value)))
          .<JsonNode>map(JsonNodeFactory.instance::textNode)
          .orElse(value);
    }

    /// As it stands in the declaration.
    public String name() {
      return "{" + String.join(".", path) + "}";
    }
  }

  public Template {
    parts = List.copyOf(parts);
  }

  public static Template fixed(String text) {
    return new Template(List.of(new Fixed(text)));
  }

  public List<Gap> gaps() {
    return parts.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
  }

  public List<Secret> secrets() {
    return parts.stream()
        .flatMap(part -> part instanceof Hidden(Secret secret) ? Stream.of(secret) : Stream.of())
        .toList();
  }

  /// The gap, where the text is nothing else.
  Optional<Gap> onlyGap() {
    return parts.size() == 1 && parts.getFirst() instanceof Gap gap
        ? Optional.of(gap)
        : Optional.empty();
  }

  /// The text with every gap filled; empty where a value is missing.
  Optional<String> fill(Values values) {
    return fill(values, UnaryOperator.identity());
  }

  /// @param escape is done to what comes into the gaps, and to what is hidden
  Optional<String> fill(Values values, UnaryOperator<String> escape) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Fixed(String always) -> text.append(always);
        case Hidden(Secret secret) -> text.append(escape.apply(secret.reveal()));
        case Gap gap -> {
          Optional<JsonNode> value = gap.value(values);
          if (value.isEmpty()) {
            return Optional.empty();
          }
          text.append(escape.apply(plain(value.get())));
        }
      }
    }
    return Optional.of(text.toString());
  }

  /// A value as a text: a list or an object is JSON.
  static String plain(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
