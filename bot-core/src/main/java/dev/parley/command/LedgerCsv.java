package dev.parley.command;

import dev.parley.attachment.AttachmentContent;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.TokenUsage;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows of the ledger as comma-separated values (RFC 4180), up to a size.
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
          "requests",
          "cost_usd",
          "exact",
          "turn",
          "id");
  private static final int MICRO_DIGITS = 6;

  private final UnaryOperator<String> channelNames;
  private final int mostBytes;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private int rows;

  LedgerCsv(UnaryOperator<String> channelNames, int mostBytes) {
    this.channelNames = channelNames;
    this.mostBytes = mostBytes;
    text.writeBytes(line(COLUMNS.stream()));
  }

  /// Adds a row, where there is still room for it.
  ///
  /// @return whether there was
  boolean add(LedgerEntry entry) {
    byte[] row = row(entry);
    if (text.size() + row.length > mostBytes) {
      return false;
    }
    text.writeBytes(row);
    rows++;
    return true;
  }

  private byte[] row(LedgerEntry entry) {
    TokenUsage usage = entry.usage();
    return line(
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
            Integer.toString(entry.requests()),
            BigDecimal.valueOf(entry.cost().micros(), MICRO_DIGITS).toPlainString(),
            Boolean.toString(entry.exact()),
            entry.turn().orElse(""),
            entry.id()));
  }

  int rows() {
    return rows;
  }

  AttachmentContent content() {
    return AttachmentContent.of(text.toByteArray());
  }

  private static byte[] line(Stream<String> values) {
    String line = values.map(LedgerCsv::quoted).collect(Collectors.joining(",")) + "\r\n";
    return line.getBytes(StandardCharsets.UTF_8);
  }

  /// Spreadsheets take what begins with some signs for a formula; names that people chose must not
  /// become one.
  private static String quoted(String value) {
    String safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
