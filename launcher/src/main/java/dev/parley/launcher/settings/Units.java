package dev.parley.launcher.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times, sizes and pixels as people write them: `30s`, `20MB`, `50MP`.
final class Units {
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9}) ?([a-zA-Z]+)");
  private static final Map<String, Duration> TIMES =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));
  private static final Map<String, Long> SIZES =
      Map.of("B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);

  private Units() {}

  static Optional<Duration> time(String text) {
    Matcher amount = AMOUNT.matcher(text.strip());
    if (!amount.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(TIMES.get(amount.group(2)))
        .map(unit -> unit.multipliedBy(Long.parseLong(amount.group(1))));
  }

  /// A size in bytes.
  static Optional<Long> size(String text) {
    Matcher amount = AMOUNT.matcher(text.strip());
    if (!amount.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(SIZES.get(amount.group(2).toUpperCase(Locale.ROOT)))
        .map(unit -> unit * Long.parseLong(amount.group(1)));
  }

  /// A number of pixels, of which there are millions in a picture.
  static Optional<Long> pixels(String text) {
    Matcher amount = AMOUNT.matcher(text.strip());
    return amount.matches() && amount.group(2).equalsIgnoreCase("MP")
        ? Optional.of(Long.parseLong(amount.group(1)) * 1_000_000)
        : Optional.empty();
  }

  /// A time as [#time(String)] reads it, in its largest whole unit.
  static String text(Duration time) {
    if (time.toMillis() % 1000 != 0) {
      return time.toMillis() + "ms";
    }
    long seconds = time.toSeconds();
    if (seconds % 3600 == 0 && seconds > 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /// A size as [#size(String)] reads it, in its largest whole unit.
  static String text(long bytes) {
    for (String unit : new String[] {"GB", "MB", "KB"}) {
      long factor = SIZES.getOrDefault(unit, 1L);
      if (bytes >= factor && bytes % factor == 0) {
        return bytes / factor + unit;
      }
    }
    return bytes + "B";
  }
}
