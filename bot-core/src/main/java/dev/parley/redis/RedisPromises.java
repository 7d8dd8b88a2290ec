package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.platform.Promises;
import java.time.Duration;
import java.util.List;

/// Promises by the time at which another instance may take them, with a hash of who has them. No
/// platform lets anything be said about them after the time they are remembered for.
final class RedisPromises implements Promises {
  private static final String MEMORY = Long.toString(Duration.ofMinutes(20).toMillis());
  private static final String MOST = "100";

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;

  RedisPromises(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  /// Tried once only: whoever asks has little time.
  @Override
  public boolean take(TenantId tenant, Promise promise, Duration time) {
    return scripts
            .run(
                Script.PROMISE_TAKE,
                Duration.ZERO,
                keys.tenant(tenant),
                promise.id(),
                promise.holder(),
                promise.note(),
                Long.toString(time.toMillis()),
                MEMORY)
            .number()
        == 1;
  }

  @Override
  public void kept(TenantId tenant, String id) {
    scripts.run(Script.PROMISE_KEPT, patience, keys.tenant(tenant), id, MEMORY);
  }

  @Override
  public List<Promise> overdue(TenantId tenant) {
    return scripts
        .run(Script.PROMISE_OVERDUE, Duration.ZERO, keys.tenant(tenant), MOST)
        .map()
        .entrySet()
        .stream()
        .map(one -> promise(one.getKey(), one.getValue()))
        .toList();
  }

  private static Promise promise(String id, String held) {
    int end = held.indexOf(' ');
    return new Promise(id, held.substring(0, end), held.substring(end + 1));
  }
}
