package dev.parley.quota;

import dev.parley.quota.QuotaRule.Cheaper;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads rules as people write them: `each user: $2 per day`.
public final class QuotaLine {
  /// What a rule looks like, for sentences about one that does not.
  public static final String FORM =
      "each user, each user of GROUP, user ID, group ID, each channel, channel ID, workspace or"
          + " bot; then $2, 50000 tokens, 100 requests or unlimited USD; then per minute, hour,"
          + " day, week or month; such as: each user: $2 per day";

  private static final String SCOPES =
      Arrays.stream(QuotaScope.Kind.values())
          .sorted(Comparator.comparingInt((QuotaScope.Kind kind) -> -kind.words().length()))
          .map(kind -> kind.words() + (kind.named() ? " +\\S+?" : ""))
          .collect(Collectors.joining("|"));

  private static final Pattern LINE =
      Pattern.compile(
          "(?<scope>"
              + SCOPES
              + ") *:? +(?<dollar>\\$)? *(?<amount>unlimited|[0-9][0-9,_]*(\\.[0-9]{1,6})?)"
              + " *(?<unit>usd|\\$|tokens?|requests?|)"
              + " +(per|a|an|each|every) +(?<window>[a-z]+)"
              + "(,? +then +(?<model>\\S+) +from +(?<from>[0-9]{1,2}) *%)?"
              + "(,? +share +(?<share>[0-9]{1,3}) *%)?",
          Pattern.CASE_INSENSITIVE);

  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

  private QuotaLine() {}

  /// The rule; empty where the line is none.
  public static Optional<QuotaRule> read(String line) {
    Matcher parts = LINE.matcher(line.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      QuotaUnit unit = unit(parts);
      return Window.ofWord(parts.group("window").toLowerCase(Locale.ROOT))
          .map(
              window ->
                  new QuotaRule(
                      scope(parts.group("scope").replaceAll(" +", " ")),
                      amount(parts.group("amount"), unit),
                      unit,
                      window,
                      cheaper(parts),
                      Optional.ofNullable(parts.group("share")).map(Integer::valueOf).orElse(100)));
    } catch (IllegalArgumentException | ArithmeticException unfit) {
      return Optional.empty();
    }
  }

  /// The scope as it is written in rules; throws an [IllegalArgumentException] for other words.
  static QuotaScope scope(String text) {
    return Arrays.stream(QuotaScope.Kind.values())
        .filter(
            kind ->
                kind.named()
                    ? starts(text, kind.words() + " ")
                    : text.equalsIgnoreCase(kind.words()))
        .max(Comparator.comparingInt(kind -> kind.words().length()))
        .map(kind -> new QuotaScope(kind, kind.named() ? lastWord(text) : ""))
        .orElseThrow(() -> new IllegalArgumentException("no scope: " + text));
  }

  private static boolean starts(String text, String beginning) {
    return text.regionMatches(true, 0, beginning, 0, beginning.length());
  }

  private static String lastWord(String text) {
    return Mention.id(text.substring(text.lastIndexOf(' ') + 1));
  }

  private static QuotaUnit unit(Matcher parts) {
    String word = parts.group("unit").toLowerCase(Locale.ROOT);
    boolean money = parts.group("dollar") != null;
    if (money && !word.isEmpty() && !word.equals("usd")) {
      throw new IllegalArgumentException("two units");
    }
    return switch (word) {
      case "token", "tokens" -> QuotaUnit.TOKENS;
      case "request", "requests" -> QuotaUnit.REQUESTS;
      case "usd", "$" -> QuotaUnit.MONEY;
      default -> {
        if (!money) {
          throw new IllegalArgumentException("no unit");
        }
        yield QuotaUnit.MONEY;
      }
    };
  }

  private static long amount(String text, QuotaUnit unit) {
    if (text.equalsIgnoreCase("unlimited")) {
      return QuotaRule.UNLIMITED;
    }
    BigDecimal number = new BigDecimal(text.replaceAll("[,_]", ""));
    BigDecimal whole = unit == QuotaUnit.MONEY ? number.multiply(MICROS) : number;
    if (whole.compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException("more than storage counts exactly");
    }
    return whole.longValueExact();
  }

  private static Optional<Cheaper> cheaper(Matcher parts) {
    return Optional.ofNullable(parts.group("model"))
        .map(model -> new Cheaper(model, Integer.parseInt(parts.group("from"))));
  }
}
