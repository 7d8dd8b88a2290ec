package dev.parley.command;

import dev.parley.usage.LedgerEntry;
import dev.parley.usage.TokenUsage;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows of the ledger as comma-separated values (RFC 4180).
final class LedgerCsv {
  private static final List<String> COLUMNS =
      List.of(
          "time",
          "user",
          "name",
          "channel",
          "channel_name",
          "purpose",
          "model",
          "price",
          "prompt",
          "cached",
          "output",
          "thinking",
          "tool_use",
          "searches",
          "cost_usd",
          "exact",
          "turn",
          "id");
  private static final int MICRO_DIGITS = 6;

  private final UnaryOperator<String> channelNames;
  private final StringBuilder text = new StringBuilder();
  private int rows;

  LedgerCsv(UnaryOperator<String> channelNames) {
    this.channelNames = channelNames;
    line(COLUMNS.stream());
  }

  void add(LedgerEntry entry) {
    TokenUsage usage = entry.usage();
    rows++;
    line(
        Stream.of(
            entry.at().toString(),
            entry.person().user().orElse(entry.person().account()),
            entry.person().name(),
            entry.channel(),
            channelNames.apply(entry.channel()),
            entry.purpose(),
            entry.model(),
            entry.price(),
            Integer.toString(usage.prompt()),
            Integer.toString(usage.cached()),
            Integer.toString(usage.output()),
            Integer.toString(usage.thinking()),
            Integer.toString(usage.toolUse()),
            Integer.toString(usage.searches()),
            BigDecimal.valueOf(entry.cost().micros(), MICRO_DIGITS).toPlainString(),
            Boolean.toString(entry.exact()),
            entry.turn().orElse(""),
            entry.id()));
  }

  int rows() {
    return rows;
  }

  String text() {
    return text.toString();
  }

  private void line(Stream<String> values) {
    text.append(values.map(LedgerCsv::quoted).collect(Collectors.joining(","))).append("\r\n");
  }

  /// Spreadsheets take what begins with some signs for a formula; names that people chose must not
  /// become one.
  private static String quoted(String value) {
    String safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
