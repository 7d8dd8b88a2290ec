package dev.parley.launcher.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Reads one group of keys of a tool's declaration, none of which has a default of its own. What is
/// wrong is noted.
final class DeclaredKeys {
  private final String path;
  private final SettingsTree.Group group;
  private final JsonNode typed;
  private final List<Mistake> mistakes;

  /// @param typed the same group, its values with their types
  /// @param known the keys that there are
  DeclaredKeys(
      String path,
      SettingsTree.Group group,
      JsonNode typed,
      List<String> known,
      List<Mistake> mistakes) {
    this(path, group, typed, mistakes);
    SequencedMap<String, SettingsTree> keys = new LinkedHashMap<>();
    known.forEach(key -> keys.put(key, new SettingsTree.Text("")));
    UnknownKeys.find(path, group, new SettingsTree.Group(keys), mistakes);
  }

  private DeclaredKeys(
      String path, SettingsTree.Group group, JsonNode typed, List<Mistake> mistakes) {
    this.path = path;
    this.group = group;
    this.typed = typed;
    this.mistakes = mistakes;
  }

  boolean has(String key) {
    return group.entries().containsKey(key);
  }

  Set<String> names() {
    return group.entries().keySet();
  }

  /// A text that must be there.
  ///
  /// @param what it is, for the sentence where it is missing
  String needed(String key, String what) {
    Optional<String> text = text(key);
    if (text.isEmpty() && (!has(key) || group.entries().get(key) instanceof SettingsTree.Text)) {
      mistake(key, "is missing; write " + what);
    }
    return text.orElse("");
  }

  Optional<String> text(String key) {
    return switch (group.entries().get(key)) {
      case null -> Optional.empty();
      case SettingsTree.Text(String text) -> Optional.of(text.strip()).filter(t -> !t.isEmpty());
      case SettingsTree other -> {
        mistake(key, "is " + other.kind() + " but needs a text");
        yield Optional.empty();
      }
    };
  }

  /// What a value means; a mistake where it means nothing.
  ///
  /// @param meaning throws [IllegalArgumentException] with the rest of a sentence
  <V, T> Optional<T> parsed(String key, V value, Function<V, T> meaning) {
    try {
      return Optional.of(meaning.apply(value));
    } catch (IllegalArgumentException wrong) {
      mistake(key, String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  Optional<String> expanded(String key, String text, Environment environment) {
    return parsed(key, text, environment::expand).map(String::strip).filter(t -> !t.isEmpty());
  }

  <T> Optional<T> choice(String key, Map<String, T> choices) {
    return value(
        key,
        "one of " + String.join(", ", new TreeSet<>(choices.keySet())),
        text -> Optional.ofNullable(choices.get(text)));
  }

  Optional<Integer> number(String key, int least, int most) {
    return value(
        key,
        "a whole number from " + least + " to " + most,
        text ->
            Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most));
  }

  Optional<Duration> time(String key, Duration least, Duration most) {
    return value(
        key,
        "a time from " + Units.text(least) + " to " + Units.text(most) + ", such as 10s",
        text ->
            Units.time(text)
                .filter(time -> time.compareTo(least) >= 0 && time.compareTo(most) <= 0));
  }

  Optional<Long> size(String key, long least, long most) {
    return value(
        key,
        "a size from " + Units.text(least) + " to " + Units.text(most) + ", such as 512KB",
        text -> Units.size(text).filter(bytes -> bytes >= least && bytes <= most));
  }

  private <T> Optional<T> value(String key, String right, Function<String, Optional<T>> meaning) {
    Optional<String> text = text(key);
    Optional<T> value = text.flatMap(meaning);
    if (text.isPresent() && value.isEmpty()) {
      mistake(key, "is \"" + text.get() + "\" but needs " + right);
    }
    return value;
  }

  /// Several texts, or one.
  List<String> list(String key) {
    if (!(group.entries().get(key) instanceof SettingsTree.Items(List<SettingsTree> entries))) {
      return text(key).stream().toList();
    }
    List<String> texts = new ArrayList<>();
    for (SettingsTree entry : entries) {
      if (entry instanceof SettingsTree.Text(String text)) {
        texts.add(text.strip());
      } else {
        mistake(key, "may only list plain values");
      }
    }
    return texts;
  }

  /// A value with its type, whatever it is.
  Optional<JsonNode> json(String key) {
    return Optional.ofNullable(typed.get(key)).filter(value -> !value.isNull());
  }

  /// A group that has these keys.
  Optional<DeclaredKeys> group(String key, List<String> known) {
    return inner(key)
        .map(inner -> new DeclaredKeys(pathOf(key), inner, typed.path(key), known, mistakes));
  }

  /// A group that may have any keys.
  Optional<DeclaredKeys> freeGroup(String key) {
    return inner(key).map(inner -> new DeclaredKeys(pathOf(key), inner, typed.path(key), mistakes));
  }

  private Optional<SettingsTree.Group> inner(String key) {
    return switch (group.entries().get(key)) {
      case null -> Optional.empty();
      case SettingsTree.Group inner -> Optional.of(inner);
      case SettingsTree other -> {
        mistake(key, "is " + other.kind() + " but needs a group of keys");
        yield Optional.empty();
      }
    };
  }

  /// A list of groups that have these keys.
  List<DeclaredKeys> groups(String key, List<String> known) {
    List<DeclaredKeys> groups = new ArrayList<>();
    SettingsTree list = group.entries().getOrDefault(key, new SettingsTree.Items(List.of()));
    if (!(list instanceof SettingsTree.Items(List<SettingsTree> entries))
        || (has(key) && entries.isEmpty())) {
      mistake(key, "is " + list.kind() + " but needs a list with at least one group of keys");
      return groups;
    }
    for (int at = 0; at < entries.size(); at++) {
      String item = SettingsTree.itemPath(pathOf(key), at);
      if (entries.get(at) instanceof SettingsTree.Group keys) {
        groups.add(new DeclaredKeys(item, keys, typed.path(key).path(at), known, mistakes));
      } else {
        mistakes.add(
            new Mistake(item, "is " + entries.get(at).kind() + " but needs a group of keys"));
      }
    }
    return groups;
  }

  /// All keys with their texts, those below one key.
  Map<String, String> texts(String key) {
    return freeGroup(key).map(DeclaredKeys::allTexts).orElseGet(LinkedHashMap::new);
  }

  /// All keys with their texts; one without a text is a mistake.
  SequencedMap<String, String> allTexts() {
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    names().forEach(name -> text(name).ifPresent(text -> texts.put(name, text)));
    return texts;
  }

  void mistake(String key, String problem) {
    mistakes.add(new Mistake(pathOf(key), problem));
  }

  /// Notes a mistake that several of the keys make together.
  void mistakeHere(String problem) {
    mistakes.add(new Mistake(path, problem));
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
