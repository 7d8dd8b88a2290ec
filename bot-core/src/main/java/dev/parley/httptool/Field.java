package dev.parley.httptool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A name with a value, as in a query, in a form, or among headers. It is left out where a value
/// for it is missing.
public record Field(String name, Template value) {
  /// The values: several where the only gap is filled with a list.
  List<String> fill(Values values) {
    Optional<JsonNode> list =
        value.onlyGap().flatMap(gap -> gap.value(values)).filter(JsonNode::isArray);
    return list.isPresent()
        ? list.get().valueStream().map(Template::plain).toList()
        : value.fill(values).stream().toList();
  }

  /// Fields as they stand in a query or a form.
  static String encoded(List<Field> fields, Values values) {
    return fields.stream().flatMap(field -> field.encoded(values)).collect(Collectors.joining("&"));
  }

  private Stream<String> encoded(Values values) {
    return fill(values).stream()
        .map(value -> PercentEncoding.of(name) + "=" + PercentEncoding.of(value));
  }
}
