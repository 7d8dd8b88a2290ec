package dev.parley.quota;

import dev.parley.usage.Money;
import java.util.Locale;

/// What a limit counts.
public enum QuotaUnit {
  /// Questions that are answered, however many calls that takes.
  REQUESTS,
  /// All tokens of all calls: prompts, cached ones included, answers and thinking.
  TOKENS,
  /// Micro-dollars.
  MONEY;

  /// An amount as people read it.
  public String text(long amount) {
    return switch (this) {
      case REQUESTS -> counted(amount, "request");
      case TOKENS -> counted(amount, "token");
      case MONEY -> new Money(amount).text();
    };
  }

  private static String counted(long amount, String one) {
    return String.format(Locale.ROOT, "%,d %s", amount, amount == 1 ? one : one + "s");
  }

  /// An amount that people set, with all its digits: it reads back as the same.
  String exact(long amount) {
    return this == MONEY ? new Money(amount).exact() : text(amount);
  }

  /// The word that storage uses.
  public String word() {
    return this == MONEY ? "micros" : name().toLowerCase(Locale.ROOT);
  }
}
