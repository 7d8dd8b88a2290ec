package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.usage.DayUse;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.LedgerEntry.Person;
import dev.parley.usage.LedgerQuery;
import dev.parley.usage.Money;
import dev.parley.usage.UsageLedger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The ledger of each tenant: a stream of rows, and a hash of sums for each day.
final class RedisUsageLedger implements UsageLedger {
  private static final String SEPARATOR = "\u001f";
  private static final int DAYS_AT_ONCE = 31;

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final LedgerRows rows;

  RedisUsageLedger(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
    this.rows = new LedgerRows(this::run);
  }

  @Override
  public List<DayUse> days(TenantId tenant, LocalDate first, LocalDate last) {
    List<DayUse> uses = new ArrayList<>();
    for (LocalDate from = first; !from.isAfter(last); from = from.plusDays(DAYS_AT_ONCE)) {
      LocalDate end = from.plusDays(DAYS_AT_ONCE);
      List<LocalDate> some = from.datesUntil(end.isAfter(last) ? last.plusDays(1) : end).toList();
      uses.addAll(sums(tenant, some));
    }
    return uses;
  }

  private List<DayUse> sums(TenantId tenant, List<LocalDate> days) {
    List<Answer> answer =
        run(Script.LEDGER_DAYS, tenant, days.stream().map(LocalDate::toString)).list();
    Map<String, String> names = answer.get(1).map();
    List<DayUse> uses = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      LocalDate day = days.get(i);
      answer
          .get(0)
          .list()
          .get(i)
          .map()
          .forEach((field, sums) -> uses.add(use(day, field.split(SEPARATOR, 3), sums, names)));
    }
    return uses;
  }

  private static DayUse use(LocalDate day, String[] field, String sums, Map<String, String> names) {
    long[] values = Stream.of(sums.split(" ")).mapToLong(Long::parseLong).toArray();
    return new DayUse(
        day,
        person(field[0], names),
        field[1],
        field[2],
        new DayUse.Tally(
            values[0],
            values[1],
            values[2],
            values[3],
            values[4],
            values[5],
            values[6],
            new Money(values[7]),
            values[8]));
  }

  /// @param names by account, each with the id before it
  static Person person(String account, Map<String, String> names) {
    String[] known = names.getOrDefault(account, "").split(SEPARATOR, 2);
    return known.length < 2
        ? new Person(account, Optional.empty(), "somebody forgotten (" + account + ")")
        : new Person(account, Optional.of(known[0]), known[1]);
  }

  @Override
  public boolean rows(LedgerQuery query, Predicate<LedgerEntry> taker) {
    return rows.read(query, taker);
  }

  @Override
  public List<Person> people(TenantId tenant) {
    Map<String, String> names = run(Script.LEDGER_PEOPLE, tenant, Stream.of()).map();
    return names.keySet().stream().map(account -> person(account, names)).toList();
  }

  @Override
  public boolean forget(TenantId tenant, UserId user) {
    return run(Script.LEDGER_FORGET, tenant, Stream.of(user.value())).number() > 0;
  }

  private Answer run(Script script, TenantId tenant, Stream<String> arguments) {
    return scripts.run(script, patience, keys.tenant(tenant), arguments.toArray(String[]::new));
  }
}
