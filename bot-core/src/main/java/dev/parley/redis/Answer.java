package dev.parley.redis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a script answered: a text, a number, or a list of answers.
record Answer(Object value) {
  String text() {
    return value.toString();
  }

  /// The first text of a list, or the only one.
  String word() {
    return value instanceof List<?> ? list().getFirst().text() : text();
  }

  long number() {
    return Long.parseLong(text());
  }

  List<Answer> list() {
    return value instanceof List<?> list
        ? list.stream().map(Objects::requireNonNull).map(Answer::new).toList()
        : List.of();
  }

  List<String> texts() {
    return list().stream().map(Answer::text).toList();
  }

  /// A hash as Redis lists it: each name before its value.
  Map<String, String> map() {
    List<String> texts = texts();
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i + 1 < texts.size(); i += 2) {
      map.put(texts.get(i), texts.get(i + 1));
    }
    return map;
  }
}
