package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.platform.Installations;
import java.time.Duration;
import java.util.Optional;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/// Installations beside what else is their tenant's; words that are expected by themselves.
final class RedisInstallations implements Installations {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;

  RedisInstallations(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  @Override
  public Optional<String> find(TenantId tenant) {
    return scripts.ask(
        patience,
        redisson -> installation(redisson, tenant).getAsync().thenApply(Optional::ofNullable));
  }

  @Override
  public void save(TenantId tenant, String installation) {
    scripts.ask(
        patience,
        redisson ->
            installation(redisson, tenant).setAsync(installation).thenApply(Optional::ofNullable));
  }

  @Override
  public void forget(TenantId tenant) {
    scripts.ask(patience, redisson -> installation(redisson, tenant).deleteAsync());
  }

  @Override
  public void expect(String word, String note, Duration time) {
    scripts.ask(
        patience,
        redisson -> word(redisson, word).setAsync(note, time).thenApply(Optional::ofNullable));
  }

  /// Asked once only: an answer that is lost takes the word with it.
  @Override
  public Optional<String> arrive(String word) {
    return scripts.ask(
        Duration.ZERO,
        redisson -> word(redisson, word).getAndDeleteAsync().thenApply(Optional::ofNullable));
  }

  private RBucket<String> installation(RedissonClient redisson, TenantId tenant) {
    return redisson.getBucket(keys.tenant(tenant) + ":installation", StringCodec.INSTANCE);
  }

  private RBucket<String> word(RedissonClient redisson, String word) {
    return redisson.getBucket(keys.prefix() + ":expected:" + word, StringCodec.INSTANCE);
  }
}
