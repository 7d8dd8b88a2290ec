package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.LedgerQuery;
import dev.parley.usage.Money;
import dev.parley.usage.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Reads rows of the ledger, some at a time: all of them, or a person's, which are noted by their
/// ids. Rows that an older version wrote were noted nowhere: before the first noted one, all rows
/// are gone through.
record LedgerRows(Asker redis) {
  private static final int ROWS_AT_ONCE = 1_000;
  private static final int NOTED_AT_ONCE = 250;

  /// A row's id has the time at which its call was booked: when it ended, or, where its process
  /// died, when somebody spent again.
  private static final Duration LATEST_BOOKING = Duration.ofDays(2);

  /// Runs a script of a tenant.
  interface Asker {
    Answer run(Script script, TenantId tenant, Stream<String> arguments);
  }

  /// Where rows are looked for.
  ///
  /// @param account whose; empty: everybody's
  /// @param to the id before which they end
  private record Stretch(Script script, int atOnce, String account, String from, String to) {}

  boolean read(LedgerQuery query, Predicate<LedgerEntry> taker) {
    String from = query.from().toEpochMilli() + "-0";
    String to = query.until().plus(LATEST_BOOKING).toEpochMilli() + "-0";
    Map<String, String> names = new HashMap<>();
    if (query.user().isEmpty()) {
      return read(query, all("", from, to), names, taker);
    }
    Stream<String> user = Stream.of(query.user().get().value());
    var known = redis.run(Script.LEDGER_ACCOUNT, query.tenant(), user).texts();
    String account = known.get(0);
    String since = known.get(1);
    if (account.isEmpty()) {
      return true;
    }
    Stretch before = all(account, from, since.isEmpty() || isBefore(to, since) ? to : since);
    Stretch noted = new Stretch(Script.LEDGER_NOTED, NOTED_AT_ONCE, account, from, to);
    return read(query, before, names, taker) && read(query, noted, names, taker);
  }

  private static Stretch all(String account, String from, String to) {
    return new Stretch(Script.LEDGER_ROWS, ROWS_AT_ONCE, account, from, to);
  }

  private static boolean isBefore(String row, String other) {
    return millis(row) < millis(other);
  }

  private static long millis(String row) {
    return Long.parseLong(row.substring(0, row.indexOf('-')));
  }

  private boolean read(
      LedgerQuery query, Stretch where, Map<String, String> names, Predicate<LedgerEntry> taker) {
    String next = where.from();
    while (!next.isEmpty()) {
      Stream<String> arguments =
          Stream.of(where.account(), next, where.to(), Integer.toString(where.atOnce()));
      var page = redis.run(where.script(), query.tenant(), arguments).list();
      for (Answer row : page.get(0).list()) {
        if (!taken(query, row.list().get(1).map(), names, taker)) {
          return false;
        }
      }
      next = after(page.get(1).text());
    }
    return true;
  }

  private static String after(String row) {
    if (row.isEmpty()) {
      return row;
    }
    int dash = row.indexOf('-') + 1;
    return row.substring(0, dash) + (Long.parseLong(row.substring(dash)) + 1);
  }

  private boolean taken(
      LedgerQuery query,
      Map<String, String> row,
      Map<String, String> names,
      Predicate<LedgerEntry> taker) {
    Instant at = Instant.ofEpochMilli(number(row, "at"));
    if (!query.covers(at)) {
      return true;
    }
    names.computeIfAbsent(
        row.getOrDefault("account", ""),
        account -> redis.run(Script.LEDGER_NAME, query.tenant(), Stream.of(account)).text());
    return taker.test(entry(row, at, names));
  }

  private static LedgerEntry entry(Map<String, String> row, Instant at, Map<String, String> names) {
    return new LedgerEntry(
        row.getOrDefault("id", ""),
        at,
        RedisUsageLedger.person(row.getOrDefault("account", ""), names),
        row.getOrDefault("channel", ""),
        Optional.of(row.getOrDefault("conversation", "")).filter(text -> !text.isEmpty()),
        Optional.of(row.getOrDefault("turn", "")).filter(text -> !text.isEmpty()),
        row.getOrDefault("purpose", ""),
        row.getOrDefault("model", ""),
        row.getOrDefault("price", ""),
        usage(row),
        new Money(number(row, "micros")),
        count(row, "requests"),
        "1".equals(row.get("exact")));
  }

  private static TokenUsage usage(Map<String, String> row) {
    return new TokenUsage(
        count(row, "prompt"),
        count(row, "cached"),
        count(row, "output"),
        count(row, "thinking"),
        count(row, "toolUse"),
        count(row, "audioPrompt"),
        count(row, "imagePrompt"),
        count(row, "videoPrompt"),
        count(row, "imageOutput"),
        count(row, "searches"));
  }

  private static int count(Map<String, String> row, String name) {
    return Math.toIntExact(number(row, name));
  }

  private static long number(Map<String, String> row, String name) {
    return Long.parseLong(row.getOrDefault(name, "0"));
  }
}
