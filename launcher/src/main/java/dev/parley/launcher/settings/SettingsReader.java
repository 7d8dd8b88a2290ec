package dev.parley.launcher.settings;

import dev.parley.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Reads the values of one group of keys by their types. What is wrong is noted, and the default
/// stands in for it, so that one reading finds all mistakes.
final class SettingsReader {
  private static final long MILLION = 1_000_000;

  private final String path;
  private final SettingsTree.Group values;
  private final SettingsTree.Group defaults;
  private final Environment environment;
  private final List<Mistake> mistakes;

  /// @param values what is set on top of the defaults; has all keys of the defaults
  SettingsReader(
      String path,
      SettingsTree.Group values,
      SettingsTree.Group defaults,
      Environment environment,
      List<Mistake> mistakes) {
    this.path = path;
    this.values = values;
    this.defaults = defaults;
    this.environment = environment;
    this.mistakes = mistakes;
  }

  SettingsReader section(String key) {
    if (values.entries().get(key) instanceof SettingsTree.Group inner
        && defaults.entries().get(key) instanceof SettingsTree.Group innerDefaults) {
      return new SettingsReader(pathOf(key), inner, innerDefaults, environment, mistakes);
    }
    throw new IllegalStateException("the defaults have no group " + pathOf(key));
  }

  /// A text that must not be empty.
  String text(String key) {
    return read(key, "a text", text -> Optional.of(text).filter(some -> !some.isEmpty()));
  }

  /// A text that may be empty.
  String anyText(String key) {
    return read(key, "a text", Optional::of);
  }

  Optional<String> optionalText(String key) {
    return Optional.of(anyText(key)).filter(text -> !text.isEmpty());
  }

  /// A value that appears in no sentence, whatever is wrong with it.
  ///
  /// @param check gives the rest of a sentence about a value that cannot be used, without the value
  Optional<Secret> secret(String key, Function<String, Optional<String>> check) {
    Optional<String> text = optionalText(key);
    text.flatMap(check).ifPresent(problem -> mistake(key, problem));
    return text.map(Secret::of);
  }

  Optional<Secret> secret(String key) {
    return secret(key, text -> Optional.empty());
  }

  int number(String key, int least, int most) {
    return read(
        key,
        "a whole number from " + least + " to " + most,
        text ->
            Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most));
  }

  Duration time(String key, Duration least, Duration most) {
    String range = "a time from " + Units.text(least) + " to " + Units.text(most);
    return read(key, range + ", such as 500ms, 30s or 5m", text -> timeWithin(text, least, most));
  }

  /// A time, or nothing where the word `never` stands instead.
  Optional<Duration> timeOrNever(String key, Duration least, Duration most) {
    String range = "never or a time from " + Units.text(least) + " to " + Units.text(most);
    List<Duration> times =
        read(
            key,
            range + ", such as 30d",
            text ->
                text.equals("never")
                    ? Optional.of(List.of())
                    : timeWithin(text, least, most).map(List::of));
    return times.stream().findFirst();
  }

  private static Optional<Duration> timeWithin(String text, Duration least, Duration most) {
    return Units.time(text).filter(time -> time.compareTo(least) >= 0 && time.compareTo(most) <= 0);
  }

  /// A size in bytes.
  long size(String key, long least, long most) {
    String range = "a size from " + Units.text(least) + " to " + Units.text(most);
    return read(
        key,
        range + ", such as 512KB or 20MB",
        text -> Units.size(text).filter(bytes -> bytes >= least && bytes <= most));
  }

  /// A number of pixels, in millions.
  long pixels(String key, int least, int most) {
    return read(
        key,
        "a number of pixels from " + least + "MP to " + most + "MP",
        text ->
            Units.pixels(text).filter(some -> some >= least * MILLION && some <= most * MILLION));
  }

  <T> T choice(String key, Map<String, T> choices) {
    return read(
        key,
        "one of " + String.join(", ", new TreeSet<>(choices.keySet())),
        text -> Optional.ofNullable(choices.get(text)));
  }

  List<String> list(String key) {
    return switch (values.entries().get(key)) {
      case SettingsTree.Items(List<SettingsTree> entries) ->
          expandedItems(key, entries).stream()
              .flatMap(text -> splitAtCommas(text).stream())
              .toList();
      case null, default -> splitAtCommas(anyText(key));
    };
  }

  /// A list of texts in which commas mean nothing.
  List<String> lines(String key) {
    return switch (values.entries().get(key)) {
      case SettingsTree.Items(List<SettingsTree> entries) -> expandedItems(key, entries);
      case null, default -> optionalText(key).stream().toList();
    };
  }

  /// The readers of a list of groups of keys, which are empty where they are left out.
  ///
  /// @param known the keys that each may have
  List<SettingsReader> groups(String key, List<String> known) {
    SequencedMap<String, SettingsTree> empty = new LinkedHashMap<>();
    known.forEach(name -> empty.put(name, new SettingsTree.Text("")));
    return groups(key, new SettingsTree.Group(empty));
  }

  /// The readers of a list of groups of keys.
  ///
  /// @param standard the keys that each may have, with their defaults
  List<SettingsReader> groups(String key, SettingsTree.Group standard) {
    List<SettingsReader> readers = new ArrayList<>();
    if (values.entries().get(key) instanceof SettingsTree.Items(List<SettingsTree> entries)) {
      for (int at = 0; at < entries.size(); at++) {
        String item = SettingsTree.itemPath(pathOf(key), at);
        if (entries.get(at) instanceof SettingsTree.Group keys) {
          UnknownKeys.find(item, keys, standard, mistakes);
          SettingsTree.Group merged = standard.overlaidBy(keys);
          readers.add(new SettingsReader(item, merged, standard, environment, mistakes));
        } else {
          mistakes.add(
              new Mistake(item, "is " + entries.get(at).kind() + " but needs a group of keys"));
        }
      }
    } else if (!anyText(key).isEmpty()) {
      mistake(key, "needs a list of groups of keys");
    }
    return readers;
  }

  /// A value below a name that is no key of ours.
  ///
  /// @param fromEnvironment whether a variable gave it, or a part of it
  record Pair(String value, boolean fromEnvironment) {}

  /// Names with values, in the order of the file; none where the key holds nothing.
  SequencedMap<String, Pair> pairs(String key) {
    SequencedMap<String, Pair> pairs = new LinkedHashMap<>();
    switch (values.entries().get(key)) {
      case SettingsTree.Group(SequencedMap<String, SettingsTree> entries) ->
          entries.forEach(
              (name, value) -> pair(key, name, value).ifPresent(pair -> pairs.put(name, pair)));
      case SettingsTree.Text(String text) when text.isEmpty() -> {}
      case null, default -> mistake(key, "needs names with values");
    }
    return pairs;
  }

  private Optional<Pair> pair(String key, String name, SettingsTree value) {
    if (value instanceof SettingsTree.Text(String raw)) {
      boolean given = environment.source(raw).isPresent();
      return expanded(key, raw).map(text -> new Pair(text, given));
    }
    mistake(key + "." + name, "is " + value.kind() + " but needs one value");
    return Optional.empty();
  }

  private List<String> expandedItems(String key, List<SettingsTree> entries) {
    List<String> expanded = new ArrayList<>();
    for (SettingsTree entry : entries) {
      if (entry instanceof SettingsTree.Text(String text)) {
        expanded(key, text).filter(some -> !some.isBlank()).ifPresent(expanded::add);
      } else {
        mistake(key, "may only list plain values");
      }
    }
    return List.copyOf(expanded);
  }

  private static List<String> splitAtCommas(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*,\\s*"));
  }

  /// Reads files that a key names, in the same environment and with the same list of mistakes.
  <T> T files(BiFunction<Environment, List<Mistake>, T> reading) {
    return reading.apply(environment, mistakes);
  }

  /// Notes a mistake that shows only when several values are seen together.
  void mistake(String key, String problem) {
    mistakes.add(new Mistake(pathOf(key), problem));
  }

  /// @param right what the key needs, as a noun
  /// @param parse gives nothing where the text is not that
  private <T> T read(String key, String right, Function<String, Optional<T>> parse) {
    Optional<T> value = Optional.empty();
    if (values.entries().get(key) instanceof SettingsTree.Text(String raw)) {
      value = expanded(key, raw).flatMap(text -> parsed(key, raw, text, right, parse));
    } else {
      mistake(key, "needs " + right + ", not a list or a group of keys");
    }
    return value.or(() -> parse.apply(defaultText(key))).orElseThrow();
  }

  private Optional<String> expanded(String key, String raw) {
    try {
      return Optional.of(environment.expand(raw).strip());
    } catch (IllegalArgumentException problem) {
      mistake(key, String.valueOf(problem.getMessage()));
      return Optional.empty();
    }
  }

  private <T> Optional<T> parsed(
      String key, String raw, String text, String right, Function<String, Optional<T>> parse) {
    Optional<T> value = parse.apply(text);
    if (value.isEmpty()) {
      mistake(key, "is " + quoted(text) + source(raw) + " but needs " + right);
    }
    return value;
  }

  private String defaultText(String key) {
    return defaults.entries().get(key) instanceof SettingsTree.Text(String text)
        ? new Environment(Map.of()).expand(text).strip()
        : "";
  }

  private static String quoted(String value) {
    String start = value.length() > 60 ? value.substring(0, 60) + "…" : value;
    return value.isBlank() ? "empty" : "\"" + start + "\"";
  }

  private String source(String raw) {
    return environment.source(raw).map(name -> " (from " + name + ")").orElse("");
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
