package dev.parley.launcher.settings;

import dev.parley.usage.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Reads one group of keys of a price. What is wrong is noted, and something stands in for it, so
/// that one reading finds all mistakes.
final class PriceReader {
  private static final List<String> RATES =
      List.of("input", "cached", "audio", "image", "video", "output", "image-output");
  private static final Pattern PRICE = Pattern.compile("\\d{1,5}(\\.\\d{1,3})?");
  private static final Pattern TOKENS = Pattern.compile("[1-9]\\d{0,8}");
  private static final String NEEDED =
      "a price in US dollars from 0 to 99999.999, with at most three decimals";
  private static final int NANOS_PER_TOKEN_DECIMALS = 3;
  private static final int NANOS_PER_SEARCH_DECIMALS = 6;

  private final String path;
  private final SettingsTree.Group group;
  private final List<Mistake> mistakes;

  /// @param more keys that may be there besides those of the rates
  PriceReader(String path, SettingsTree.Group group, List<String> more, List<Mistake> mistakes) {
    this.path = path;
    this.group = group;
    this.mistakes = mistakes;
    UnknownKeys.find(path, group, known(more), mistakes);
  }

  private static SettingsTree.Group known(List<String> more) {
    SequencedMap<String, SettingsTree> keys = new LinkedHashMap<>();
    more.forEach(key -> keys.put(key, new SettingsTree.Text("")));
    RATES.forEach(key -> keys.put(key, new SettingsTree.Text("")));
    return new SettingsTree.Group(keys);
  }

  Optional<LocalDate> day(String key) {
    Optional<String> text = text(key);
    try {
      if (text.isPresent()) {
        return text.map(LocalDate::parse);
      }
    } catch (DateTimeParseException _) {
      // The sentence below is for this, too.
    }
    mistake(key, found(key) + " needs a date, such as 2026-12-01");
    return Optional.empty();
  }

  /// In nano-dollars for each token.
  Rates rates() {
    long input = needed("input", "a million tokens of the prompt", NANOS_PER_TOKEN_DECIMALS);
    return new Rates(
        input,
        rate("cached").orElse(input),
        rate("audio").orElse(input),
        rate("image").orElse(input),
        rate("video").orElse(input),
        needed("output", "a million tokens of the answer", NANOS_PER_TOKEN_DECIMALS),
        rate("image-output"));
  }

  /// In nano-dollars for each search.
  long search(String key) {
    return needed(key, "a thousand searches", NANOS_PER_SEARCH_DECIMALS);
  }

  private long needed(String key, String what, int decimals) {
    if (!group.entries().containsKey(key)) {
      mistake(
          key, "is missing; write what " + what + " cost in US dollars, or 0 where it is nothing");
    }
    return amount(key, decimals).orElse(0);
  }

  private OptionalLong rate(String key) {
    return amount(key, NANOS_PER_TOKEN_DECIMALS);
  }

  private OptionalLong amount(String key, int decimals) {
    if (!group.entries().containsKey(key)) {
      return OptionalLong.empty();
    }
    Optional<String> price = text(key).filter(text -> PRICE.matcher(text).matches());
    if (price.isEmpty()) {
      mistake(key, found(key) + " needs " + NEEDED);
      return OptionalLong.empty();
    }
    return OptionalLong.of(new BigDecimal(price.get()).movePointRight(decimals).longValueExact());
  }

  Optional<Long> tokens(String key) {
    Optional<Long> tokens =
        text(key).filter(text -> TOKENS.matcher(text).matches()).map(Long::valueOf);
    if (tokens.isEmpty()) {
      mistake(key, found(key) + " needs a whole number of tokens, such as 200000");
    }
    return tokens;
  }

  /// The group below a key, with its own path; empty where the key is not there.
  Optional<PriceReader> group(String key) {
    return switch (group.entries().get(key)) {
      case null -> Optional.empty();
      case SettingsTree.Group keys ->
          Optional.of(new PriceReader(path + "." + key, keys, List.of(), mistakes));
      case SettingsTree other -> {
        mistake(key, "is " + other.kind() + " but needs a group of keys");
        yield Optional.empty();
      }
    };
  }

  /// The groups of a list, each with its own path; none where the key is not there.
  List<PriceReader> list(String key, List<String> more) {
    SettingsTree value = group.entries().getOrDefault(key, new SettingsTree.Items(List.of()));
    return groups(path + "." + key, value, more, mistakes);
  }

  /// The groups of a list, each with its own path.
  static List<PriceReader> groups(
      String path, SettingsTree list, List<String> more, List<Mistake> mistakes) {
    List<PriceReader> readers = new ArrayList<>();
    if (!(list instanceof SettingsTree.Items(List<SettingsTree> entries))) {
      mistakes.add(new Mistake(path, "is " + list.kind() + " but needs a list"));
      return readers;
    }
    for (int at = 0; at < entries.size(); at++) {
      String item = SettingsTree.itemPath(path, at);
      if (entries.get(at) instanceof SettingsTree.Group keys) {
        readers.add(new PriceReader(item, keys, more, mistakes));
      } else {
        mistakes.add(
            new Mistake(item, "is " + entries.get(at).kind() + " but needs a group of keys"));
      }
    }
    return readers;
  }

  void mistake(String key, String problem) {
    mistakes.add(new Mistake(path + "." + key, problem));
  }

  private Optional<String> text(String key) {
    return group.entries().get(key) instanceof SettingsTree.Text(String text)
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  /// The beginning of a sentence about a value that cannot be used.
  private String found(String key) {
    SettingsTree value = group.entries().get(key);
    return switch (value) {
      case null -> "is missing; it";
      case SettingsTree.Text(String text) -> "is \"" + text.strip() + "\" but";
      default -> "is " + value.kind() + " but";
    };
  }
}
