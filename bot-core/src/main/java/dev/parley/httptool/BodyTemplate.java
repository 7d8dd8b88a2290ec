package dev.parley.httptool;

import dev.parley.fetch.FetchRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is sent to a service.
public sealed interface BodyTemplate {
  record Json(TreeTemplate tree) implements BodyTemplate {}

  record Form(List<Field> fields) implements BodyTemplate {
    public Form {
      fields = List.copyOf(fields);
    }
  }

  record Text(String mediaType, Template text) implements BodyTemplate {}

  /// All texts in it.
  default Stream<Template> templates() {
    return switch (this) {
      case Json(TreeTemplate tree) -> tree.templates();
      case Form(List<Field> fields) -> fields.stream().map(Field::value);
      case Text(String _, Template text) -> Stream.of(text);
    };
  }

  /// What a call sends.
  ///
  /// @throws CallFailedException where a value is missing that must be there
  default FetchRequest.Body fill(Values values) {
    return switch (this) {
      case Json(TreeTemplate tree) ->
          new FetchRequest.Body(
              "application/json", filled(tree.fill(values).map(Object::toString)));
      case Form(List<Field> fields) ->
          new FetchRequest.Body("application/x-www-form-urlencoded", Field.encoded(fields, values));
      case Text(String mediaType, Template text) ->
          new FetchRequest.Body(mediaType, filled(text.fill(values)));
    };
  }

  private static String filled(Optional<String> text) {
    return text.orElseThrow(
        () -> new CallFailedException("there is no value for what is to be sent"));
  }
}
