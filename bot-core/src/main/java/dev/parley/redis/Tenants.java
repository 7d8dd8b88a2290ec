package dev.parley.redis;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// All tenants that have messages in Redis, as far as this process knows: its own at once, those of
/// other instances within moments.
final class Tenants {
  private static final Duration REFRESH = Duration.ofSeconds(2);
  private static final int MOST_LOOKED_AT = 256;

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final Set<String> woken = ConcurrentHashMap.newKeySet();
  private final Set<TenantId> known = ConcurrentHashMap.newKeySet();
  private final AtomicLong nextRefresh = new AtomicLong(System.nanoTime());

  Tenants(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  /// Makes a tenant known to all instances before its first message is stored.
  void meet(TenantId tenant) {
    if (!known.contains(tenant)) {
      exchange(List.of(tenant));
      known.add(tenant);
    }
  }

  /// Notes that a tenant has work, by what its keys begin with.
  void woken(String tenantKey) {
    woken.add(tenantKey);
  }

  /// The tenants of the spoken platforms to look for work at now, in a new order each time, so that
  /// none waits behind a
  /// busy one. Of very many: those that were woken, and some others in turn.
  List<TenantId> toLookAt(Set<PlatformName> spoken) {
    Set<String> hints = new HashSet<>(woken);
    woken.removeAll(hints);
    refresh();
    List<TenantId> all =
        known.stream()
            .filter(tenant -> spoken.contains(tenant.platform()))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(all);
    if (all.size() <= MOST_LOOKED_AT) {
      return all;
    }
    all.sort(Comparator.comparing(tenant -> !hints.contains(keys.tenant(tenant))));
    return all.subList(0, MOST_LOOKED_AT);
  }

  /// All that there are.
  Set<TenantId> all() {
    exchange(List.of());
    return Set.copyOf(known);
  }

  private void refresh() {
    long due = nextRefresh.get();
    long now = System.nanoTime();
    if (now - due >= 0 && nextRefresh.compareAndSet(due, now + REFRESH.toNanos())) {
      // adding the known ones again heals a Redis that lost them
      exchange(List.copyOf(known));
    }
  }

  private void exchange(List<TenantId> mine) {
    String[] names = mine.stream().map(TenantId::toString).toArray(String[]::new);
    for (String name : scripts.run(Script.TENANTS, patience, keys.tenants(), names).texts()) {
      known.add(named(name));
    }
  }

  /// The tenant that is written so.
  static TenantId named(String name) {
    int slash = name.indexOf('/');
    return new TenantId(new PlatformName(name.substring(0, slash)), name.substring(slash + 1));
  }
}
