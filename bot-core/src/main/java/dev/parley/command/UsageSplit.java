package dev.parley.command;

import dev.parley.usage.DayUse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// By what usage is split.
enum UsageSplit {
  DAY,
  USER,
  CHANNEL,
  MODEL;

  static List<String> words() {
    return Stream.of(values()).map(UsageSplit::word).toList();
  }

  static Optional<UsageSplit> ofWord(String word) {
    return Stream.of(values()).filter(split -> split.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a use counts under.
  String of(DayUse use, UnaryOperator<String> channelNames) {
    return switch (this) {
      case DAY -> use.day().toString();
      case USER -> use.person().name();
      case CHANNEL -> channelNames.apply(use.channel());
      case MODEL -> use.model();
    };
  }

  /// What tells two apart that may have the same name.
  String key(DayUse use) {
    return switch (this) {
      case DAY -> use.day().toString();
      case USER -> use.person().account();
      case CHANNEL -> use.channel();
      case MODEL -> use.model();
    };
  }
}
