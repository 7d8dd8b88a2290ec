package dev.parley.httptool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// JSON with gaps. Values come into the tree and never into its text, so that none can become more
/// than a value.
public sealed interface TreeTemplate {
  /// A number, a truth value or null.
  record Plain(JsonNode value) implements TreeTemplate {}

  /// A text; where it is one gap and nothing else, the value keeps its type.
  record Text(Template template) implements TreeTemplate {}

  record Items(List<TreeTemplate> entries) implements TreeTemplate {
    public Items {
      entries = List.copyOf(entries);
    }
  }

  record Group(SequencedMap<String, TreeTemplate> entries) implements TreeTemplate {
    public Group {
      entries = new LinkedHashMap<>(entries);
    }
  }

  /// All texts in it.
  default Stream<Template> templates() {
    return switch (this) {
      case Plain _ -> Stream.of();
      case Text(Template template) -> Stream.of(template);
      case Items(List<TreeTemplate> entries) -> entries.stream().flatMap(TreeTemplate::templates);
      case Group(SequencedMap<String, TreeTemplate> entries) ->
          entries.values().stream().flatMap(TreeTemplate::templates);
    };
  }

  /// The tree with every gap filled. What lacks a value is left out of what it stands in.
  default Optional<JsonNode> fill(Values values) {
    return switch (this) {
      case Plain(JsonNode value) -> Optional.of(value);
      case Text(Template template) -> text(template, values);
      case Items(List<TreeTemplate> entries) -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> entry.fill(values).ifPresent(array::add));
        yield Optional.of(array);
      }
      case Group(SequencedMap<String, TreeTemplate> entries) -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        entries.forEach((key, entry) -> entry.fill(values).ifPresent(v -> object.set(key, v)));
        yield Optional.of(object);
      }
    };
  }

  private static Optional<JsonNode> text(Template template, Values values) {
    return template
        .onlyGap()
        .map(gap -> gap.value(values))
        .orElseGet(() -> template.fill(values).map(JsonNodeFactory.instance::textNode));
  }
}
