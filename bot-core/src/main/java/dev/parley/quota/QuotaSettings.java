package dev.parley.quota;

import dev.parley.identity.TenantId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// How spending is limited where nothing is set by command.
///
/// @param zones of tenants whose days begin elsewhere than by default
/// @param openWithoutStore whether calls are made while nobody can say what was spent
public record QuotaSettings(
    List<QuotaRule> rules, ZoneId zone, Map<TenantId, ZoneId> zones, boolean openWithoutStore) {
  public static final QuotaSettings DEFAULTS =
      new QuotaSettings(List.of(), ZoneId.of("UTC"), Map.of(), false);

  public QuotaSettings {
    rules = List.copyOf(rules);
    zones = Map.copyOf(zones);
  }

  /// Where the days of a tenant begin.
  public ZoneId zone(TenantId tenant) {
    return zones.getOrDefault(tenant, zone);
  }
}
