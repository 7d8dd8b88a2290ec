package dev.parley.testkit.platform;

import dev.parley.identity.TenantId;
import dev.parley.platform.Marks;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Marks in memory.
public final class InMemoryMarks implements Marks {
  private final Map<TenantId, Map<String, String>> notes = new ConcurrentHashMap<>();

  @Override
  public Map<String, String> read(TenantId tenant) {
    return Map.copyOf(notes.getOrDefault(tenant, Map.of()));
  }

  @Override
  public void keep(TenantId tenant, Map<String, String> kept) {
    notes.computeIfAbsent(tenant, _ -> new ConcurrentHashMap<>()).putAll(kept);
  }

  @Override
  public void forget(TenantId tenant, Map<String, String> old) {
    notes.computeIfPresent(
        tenant,
        (_, kept) -> {
          old.forEach(kept::remove);
          return kept;
        });
  }
}
