package dev.parley.usage;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What was spent, call by call, and in sums.
///
/// All methods block, and throw [dev.parley.conversation.StoreUnavailableException] where the store
/// cannot be asked.
public interface UsageLedger {
  /// The sums of days of the tenant, both included.
  List<DayUse> days(TenantId tenant, LocalDate first, LocalDate last);

  /// The rows of calls that began from one moment until before another, in the order in which they
  /// were booked.
  ///
  /// @param most how many of those that are wanted
  /// @return whether the taker has had all: false where there are more than so many
  boolean rows(
      TenantId tenant,
      Instant from,
      Instant until,
      Predicate<LedgerEntry> wanted,
      int most,
      Consumer<LedgerEntry> taker);

  /// All who have spent and are not forgotten.
  List<LedgerEntry.Person> people(TenantId tenant);

  /// Forgets whose rows a person's are; the amounts stay.
  ///
  /// @return whether there were any
  boolean forget(TenantId tenant, UserId user);
}
