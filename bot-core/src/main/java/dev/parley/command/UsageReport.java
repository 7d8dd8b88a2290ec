package dev.parley.command;

import dev.parley.usage.DayUse;
import dev.parley.usage.DayUse.Tally;
import dev.parley.usage.Money;
import dev.parley.usage.Spending;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What was spent in some days, in words, as a table and as a picture.
final class UsageReport {
  private static final int MOST_ROWS = 20;
  private static final int MICRO_DIGITS = 6;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private final String title;
  private final DateRange range;
  private final UsageSplit split;
  private final List<Row> rows;
  private final Tally total;

  /// What one person, channel, model or day spent.
  private record Row(String name, Map<LocalDate, Money> days, Tally tally) {
    Row plus(DayUse use) {
      days.merge(use.day(), use.tally().cost(), Money::plus);
      return new Row(name, days, tally.plus(use.tally()));
    }
  }

  UsageReport(
      String title,
      DateRange range,
      UsageSplit split,
      List<DayUse> uses,
      UnaryOperator<String> channelNames) {
    this.title = title;
    this.range = range;
    this.split = split;
    Map<String, Row> byKey = new LinkedHashMap<>();
    for (DayUse use : uses) {
      byKey.compute(
          split.key(use),
          (_, row) ->
              (row == null
                      ? new Row(split.of(use, channelNames), new LinkedHashMap<>(), Tally.NONE)
                      : row)
                  .plus(use));
    }
    this.rows = sorted(byKey);
    this.total = uses.stream().map(DayUse::tally).reduce(Tally.NONE, Tally::plus);
  }

  private List<Row> sorted(Map<String, Row> byKey) {
    Comparator<Row> order =
        split == UsageSplit.DAY
            ? Comparator.comparing(Row::name)
            : Comparator.comparing((Row row) -> row.tally().cost()).reversed();
    return byKey.values().stream().sorted(order).toList();
  }

  String title() {
    return title;
  }

  boolean isEmpty() {
    return total.calls() == 0;
  }

  String summary() {
    if (isEmpty()) {
      return "**" + Plain.text(title) + "**: nothing.";
    }
    return "**%s**: %s in %,d %s, %,d tokens%s%s."
        .formatted(
            Plain.text(title),
            total.cost().text(),
            total.calls(),
            total.calls() == 1 ? "call" : "calls",
            total.tokens(),
            total.cached() > 0 ? " (%,d of them cached)".formatted(total.cached()) : "",
            total.estimates() > 0
                ? "; %,d of the calls broke off and are estimates".formatted(total.estimates())
                : "");
  }

  /// Nothing where there is only one row to show.
  Optional<String> table() {
    if (rows.size() < 2) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    lines.add("| " + split.word() + " | cost | calls | tokens |");
    lines.add("|---|--:|--:|--:|");
    int first = split == UsageSplit.DAY ? Math.max(0, rows.size() - MOST_ROWS) : 0;
    List<Row> shown = rows.subList(first, Math.min(rows.size(), first + MOST_ROWS));
    shown.forEach(row -> lines.add(line(Plain.text(row.name()), row.tally())));
    if (shown.size() < rows.size()) {
      Tally others =
          rows.stream()
              .filter(row -> !shown.contains(row))
              .map(Row::tally)
              .reduce(Tally.NONE, Tally::plus);
      lines.add(line("%,d others".formatted(rows.size() - shown.size()), others));
    }
    lines.add(line("**together**", total));
    return Optional.of(String.join("\n", lines));
  }

  private static String line(String name, Tally tally) {
    return "| %s | %s | %,d | %,d |"
        .formatted(name, tally.cost().text(), tally.calls(), tally.tokens());
  }

  /// What a picture of it shows: the days, and on each who or what spent.
  Spending spending() {
    List<LocalDate> days = range.first().datesUntil(range.last().plusDays(1)).toList();
    List<Spending.Series> series =
        split == UsageSplit.DAY
            ? List.of(new Spending.Series("all", values(days, daily())))
            : rows.stream()
                .map(row -> new Spending.Series(row.name(), values(days, row.days())))
                .toList();
    return new Spending(
        title, "USD", days.stream().map(DAY::format).toList(), series, Optional.empty());
  }

  private Map<LocalDate, Money> daily() {
    Map<LocalDate, Money> sums = new LinkedHashMap<>();
    rows.forEach(row -> row.days().forEach((day, cost) -> sums.merge(day, cost, Money::plus)));
    return sums;
  }

  private static List<BigDecimal> values(List<LocalDate> days, Map<LocalDate, Money> costs) {
    return days.stream()
        .map(day -> costs.getOrDefault(day, Money.ZERO).micros())
        .map(micros -> BigDecimal.valueOf(micros, MICRO_DIGITS))
        .toList();
  }
}
