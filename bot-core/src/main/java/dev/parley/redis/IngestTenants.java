package dev.parley.redis;

import dev.parley.identity.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All tenants by the time from which on their jobs are to be looked at: whoever looks for
/// work asks one key, however many tenants there are.
final class IngestTenants {
  /// Even where nothing calls for it: what was added by an instance that died at that moment is
  // found so.
  private static final Duration AT_LATEST = Duration.ofMinutes(10);

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;

  IngestTenants(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  /// A tenant that somebody looks at.
  ///
  /// @param mark by which is seen whether others called for it meanwhile
  record Looked(TenantId tenant, String mark) {}

  /// The one that is due for the longest time.
  Optional<Looked> next(Instant now) {
    List<String> next =
        scripts.run(Script.INGEST_NEXT, patience, keys.ingestTenants(), millis(now)).texts();
    return next.isEmpty()
        ? Optional.empty()
        : Optional.of(new Looked(Tenants.named(next.get(0)), next.get(1)));
  }

  /// Notes when a tenant is to be looked at again: not before now, so that others come first.
  ///
  /// @param soonest when one of its jobs is due; empty where it has none
  void settle(Looked looked, Optional<Instant> soonest, Instant now) {
    Instant next = soonest.map(due -> due.isBefore(now) ? now : due).orElse(now.plus(AT_LATEST));
    scripts.run(
        Script.INGEST_SETTLE,
        patience,
        keys.ingestTenants(),
        looked.tenant().toString(),
        looked.mark(),
        millis(next));
  }

  /// Has a tenant looked at from a time on.
  void wake(TenantId tenant, Instant when) {
    scripts.run(
        Script.INGEST_WAKE, patience, keys.ingestTenants(), tenant.toString(), millis(when));
  }

  private static String millis(Instant time) {
    return Long.toString(time.toEpochMilli());
  }
}
