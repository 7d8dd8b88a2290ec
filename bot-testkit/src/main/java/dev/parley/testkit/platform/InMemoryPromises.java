package dev.parley.testkit.platform;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.platform.Promises;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Promises in memory.
public final class InMemoryPromises implements Promises {
  private record Key(TenantId tenant, String id) {}

  private record Held(Promise promise, Instant until) {}

  private final Map<Key, Held> open = new HashMap<>();
  private final Set<Key> kept = new HashSet<>();
  private final Clock clock;
  private boolean away;

  public InMemoryPromises(Clock clock) {
    this.clock = clock;
  }

  /// From now on, nothing can be asked.
  public synchronized void goAway() {
    away = true;
  }

  private void ask() {
    if (away) {
      throw new StoreUnavailableException("the store is away", null);
    }
  }

  @Override
  public synchronized boolean take(TenantId tenant, Promise promise, Duration time) {
    ask();
    Key key = new Key(tenant, promise.id());
    Held before = open.get(key);
    boolean others =
        before != null
            && before.until().isAfter(clock.instant())
            && !before.promise().holder().equals(promise.holder());
    if (others || kept.contains(key)) {
      return false;
    }
    open.put(key, new Held(promise, clock.instant().plus(time)));
    return true;
  }

  @Override
  public synchronized void kept(TenantId tenant, String id) {
    ask();
    Key key = new Key(tenant, id);
    open.remove(key);
    kept.add(key);
  }

  @Override
  public synchronized List<Promise> overdue(TenantId tenant) {
    ask();
    return open.entrySet().stream()
        .filter(one -> one.getKey().tenant().equals(tenant))
        .map(Map.Entry::getValue)
        .filter(held -> !held.until().isAfter(clock.instant()))
        .map(Held::promise)
        .toList();
  }

  /// How many were not kept yet.
  public synchronized int open() {
    return open.size();
  }
}
