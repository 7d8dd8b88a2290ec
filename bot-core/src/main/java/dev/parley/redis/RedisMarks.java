package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.platform.Marks;
import java.time.Duration;
import java.util.Map;
import org.redisson.api.RMap;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/// The notes about a tenant as one hash.
final class RedisMarks implements Marks {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;

  RedisMarks(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  @Override
  public Map<String, String> read(TenantId tenant) {
    return scripts.ask(patience, redisson -> notes(redisson, tenant).readAllMapAsync());
  }

  @Override
  public void keep(TenantId tenant, Map<String, String> kept) {
    scripts.ask(
        patience, redisson -> notes(redisson, tenant).putAllAsync(kept).thenApply(_ -> true));
  }

  @Override
  public void forget(TenantId tenant, Map<String, String> old) {
    old.forEach(
        (name, note) ->
            scripts.ask(patience, redisson -> notes(redisson, tenant).removeAsync(name, note)));
  }

  private RMap<String, String> notes(RedissonClient redisson, TenantId tenant) {
    return redisson.getMap(keys.tenant(tenant) + ":marks", StringCodec.INSTANCE);
  }
}
