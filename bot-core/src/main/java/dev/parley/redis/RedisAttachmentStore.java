package dev.parley.redis;

import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentStore;
import dev.parley.identity.TenantId;
import java.time.Duration;
import java.util.Optional;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/// Files as values of their own, named by their hashes.
final class RedisAttachmentStore implements AttachmentStore {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final Duration keptFor;

  RedisAttachmentStore(Scripts scripts, RedisKeys keys, Duration patience, Duration keptFor) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
    this.keptFor = keptFor;
  }

  @Override
  public void keep(TenantId tenant, AttachmentContent content) {
    scripts.ask(
        patience,
        redisson ->
            bucket(redisson, tenant, content.sha256())
                .setAsync(content.bytes(), keptFor)
                .thenApply(Optional::ofNullable));
  }

  @Override
  public Optional<AttachmentContent> find(TenantId tenant, String sha256) {
    return scripts
        .ask(
            patience,
            redisson ->
                bucket(redisson, tenant, sha256)
                    .getAndExpireAsync(keptFor)
                    .thenApply(Optional::ofNullable))
        .map(AttachmentContent::of);
  }

  private RBucket<byte[]> bucket(RedissonClient redisson, TenantId tenant, String sha256) {
    return redisson.getBucket(key(keys, tenant, sha256), ByteArrayCodec.INSTANCE);
  }

  static String key(RedisKeys keys, TenantId tenant, String sha256) {
    return keys.tenant(tenant) + ":file:" + sha256;
  }
}
