package dev.parley.quota;

import dev.parley.identity.TenantId;
import java.util.List;
import java.util.Map;

/// What was spent in spans of time, and what is held back for calls that are being made.
public interface Counters {
  /// Blocks; throws [dev.parley.conversation.StoreUnavailableException] where the store cannot be
  /// asked.
  List<Count> read(TenantId tenant, List<Counter> counters);

  /// A counter with what it counted.
  ///
  /// @param spent by unit
  /// @param held by unit
  record Count(Counter counter, Map<QuotaUnit, Long> spent, Map<QuotaUnit, Long> held) {
    public Count {
      spent = Map.copyOf(spent);
      held = Map.copyOf(held);
    }

    public long spent(QuotaUnit unit) {
      return spent.getOrDefault(unit, 0L);
    }

    public long held(QuotaUnit unit) {
      return held.getOrDefault(unit, 0L);
    }
  }
}
