package dev.parley.usage;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/// What was spent, call by call, and in sums.
///
/// All methods block, and throw [dev.parley.conversation.StoreUnavailableException] where the store
/// cannot be asked.
public interface UsageLedger {
  /// The sums of days of the tenant, both included.
  List<DayUse> days(TenantId tenant, LocalDate first, LocalDate last);

  /// The rows that are wanted, in the order in which they were booked. Those of one person take as
  /// long as they are many, however many others there are.
  ///
  /// @param taker tells of each row whether it takes it; where it does not, it is given no more
  /// @return whether it took all
  boolean rows(LedgerQuery query, Predicate<LedgerEntry> taker);

  /// All who have spent and are not forgotten.
  List<LedgerEntry.Person> people(TenantId tenant);

  /// Forgets whose rows a person's are; the amounts stay.
  ///
  /// @return whether there were any
  boolean forget(TenantId tenant, UserId user);
}
