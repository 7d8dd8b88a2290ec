package dev.parley.quota;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads grants as people write them: `user U1 $5 per day for 2d`.
public final class GrantLine {
  /// What a grant looks like, for sentences about one that does not.
  public static final String FORM =
      "user ID, group ID, channel ID or workspace; then $5, 1000 tokens or 20 requests; then per"
          + " minute, hour, day, week or month; then for 2h or 3d, or until 2026-12-24; such as:"
          + " user @ada $5 per day for 2d";

  private static final Pattern LINE =
      Pattern.compile(
          "(?<rule>.+?) +(for +(?<amount>\\d{1,4}) *(?<unit>[hd])|until +(?<date>\\d{4}-\\d{2}-\\d{2}))",
          Pattern.CASE_INSENSITIVE);
  private static final Duration LONGEST = Duration.ofDays(366);

  private GrantLine() {}

  /// The grant; empty where the line is none.
  ///
  /// @param zone at the end of whose day a date ends
  public static Optional<Grant> read(String line, String id, Instant now, ZoneId zone) {
    Matcher parts = LINE.matcher(line.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    return QuotaLine.read(parts.group("rule"))
        .filter(rule -> rule.limits() && rule.cheaper().isEmpty() && rule.share() == 100)
        .flatMap(
            rule ->
                account(rule.scope())
                    .flatMap(
                        account ->
                            expiry(parts, now, zone)
                                .map(
                                    until ->
                                        new Grant(
                                            id,
                                            account,
                                            rule.unit(),
                                            rule.window(),
                                            rule.most(),
                                            until))));
  }

  private static Optional<String> account(QuotaScope scope) {
    return switch (scope.kind()) {
      case USER -> Optional.of(Counter.user(scope.id()));
      case CHANNEL -> Optional.of(Counter.channel(scope.id()));
      case GROUP -> Optional.of(Counter.group(scope.id()));
      case WORKSPACE -> Optional.of(Counter.WORKSPACE);
      case EACH_USER, EACH_USER_OF, EACH_CHANNEL, BOT -> Optional.empty();
    };
  }

  private static Optional<Instant> expiry(Matcher parts, Instant now, ZoneId zone) {
    try {
      Instant until =
          parts.group("date") != null
              ? LocalDate.parse(parts.group("date")).plusDays(1).atStartOfDay(zone).toInstant()
              : now.plus(length(parts));
      return Optional.of(until).filter(end -> end.isAfter(now) && !end.isAfter(now.plus(LONGEST)));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static Duration length(Matcher parts) {
    long amount = Long.parseLong(parts.group("amount"));
    return parts.group("unit").equalsIgnoreCase("h")
        ? Duration.ofHours(amount)
        : Duration.ofDays(amount);
  }
}
