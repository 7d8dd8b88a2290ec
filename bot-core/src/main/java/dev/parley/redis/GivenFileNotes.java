package dev.parley.redis;

import dev.parley.attachment.ProviderFile;
import dev.parley.identity.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.redisson.api.RBucket;
import org.redisson.api.RSet;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/// What is noted of files at the provider: a value for each that may be shown, and a set of those
/// that are to be erased.
final class GivenFileNotes {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;

  GivenFileNotes(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  void note(TenantId tenant, String sha256, ProviderFile where, Duration left) {
    scripts.ask(
        patience,
        redisson ->
            noted(redisson, tenant, sha256)
                .setAsync(StoredJson.written(where), left)
                .thenApply(Optional::ofNullable));
  }

  Optional<ProviderFile> find(TenantId tenant, String sha256) {
    return scripts
        .ask(
            patience,
            redisson -> noted(redisson, tenant, sha256).getAsync().thenApply(Optional::ofNullable))
        .map(json -> StoredJson.read(json, ProviderFile.class));
  }

  /// Forgets where the provider has a file, once it is among those that are to be erased.
  ///
  /// @return whether it was noted
  boolean forget(TenantId tenant, String sha256) {
    Optional<ProviderFile> where = find(tenant, sha256);
    if (where.isPresent()) {
      String name = where.get().name();
      scripts.ask(patience, redisson -> unneeded(redisson, tenant).addAsync(name));
      scripts.ask(patience, redisson -> noted(redisson, tenant, sha256).deleteAsync());
    }
    return where.isPresent();
  }

  Set<String> unneeded(TenantId tenant) {
    return Set.copyOf(scripts.ask(patience, redisson -> unneeded(redisson, tenant).readAllAsync()));
  }

  void erased(TenantId tenant, String name) {
    scripts.ask(patience, redisson -> unneeded(redisson, tenant).removeAsync(name));
  }

  private RBucket<String> noted(RedissonClient redisson, TenantId tenant, String sha256) {
    return redisson.getBucket(keys.tenant(tenant) + ":given:" + sha256, StringCodec.INSTANCE);
  }

  private RSet<String> unneeded(RedissonClient redisson, TenantId tenant) {
    return redisson.getSet(keys.tenant(tenant) + ":unneeded", StringCodec.INSTANCE);
  }
}
