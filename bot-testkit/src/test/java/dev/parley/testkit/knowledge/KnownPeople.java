package dev.parley.testkit.knowledge;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.usage.DayUse;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.LedgerQuery;
import dev.parley.usage.UsageLedger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A ledger that knows one person, and no rows.
record KnownPeople(UserId user, String name) implements UsageLedger {
  @Override
  public List<DayUse> days(TenantId tenant, LocalDate first, LocalDate last) {
    return List.of();
  }

  @Override
  public boolean rows(LedgerQuery query, Predicate<LedgerEntry> taker) {
    return true;
  }

  @Override
  public List<LedgerEntry.Person> people(TenantId tenant) {
    return List.of(new LedgerEntry.Person("user/" + user, Optional.of(user.value()), name));
  }

  @Override
  public boolean forget(TenantId tenant, UserId person) {
    return false;
  }
}
