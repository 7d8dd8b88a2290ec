package dev.parley.redis;

import dev.parley.identity.TenantId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.redisson.api.RSet;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/// Files that perhaps nobody names any more. Their hashes are noted before what names them is
/// erased, so that whoever comes after a crash knows of them.
final class UnnamedFiles {
  private static final Pattern HASH = Pattern.compile("sha256[^0-9a-f]+([0-9a-f]{64})");
  private static final Set<String> NAMING = Set.of("history", "turn", "ingest");

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;

  UnnamedFiles(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  private static Set<String> hashes(String text) {
    Set<String> hashes = new HashSet<>();
    HASH.matcher(text).results().forEach(result -> hashes.add(result.group(1)));
    return hashes;
  }

  /// Notes the files that are named by what is about to be erased.
  void note(TenantId tenant, String erased) {
    Set<String> hashes = hashes(erased);
    if (!hashes.isEmpty()) {
      scripts.ask(patience, redisson -> noted(redisson, tenant).addAllAsync(hashes));
    }
  }

  /// Erases those noted files that nothing names which is left.
  ///
  /// @return how many that were
  long erase(TenantId tenant) {
    Set<String> unnamed =
        new HashSet<>(scripts.ask(patience, redisson -> noted(redisson, tenant).readAllAsync()));
    if (unnamed.isEmpty()) {
      return 0;
    }
    String tenantKey = keys.tenant(tenant);
    new TenantKeys(scripts, patience)
        .each(tenantKey, some -> some.forEach(key -> unnamed.removeAll(named(tenantKey, key))));
    long erased = unnamed.stream().filter(hash -> erase(tenant, hash)).count();
    scripts.ask(patience, redisson -> noted(redisson, tenant).deleteAsync());
    return erased;
  }

  private Set<String> named(String tenantKey, TenantKeys.Key key) {
    if (NAMING.contains(key.kind())) {
      return Set.copyOf(scripts.run(Script.FILES, patience, tenantKey, key.toString()).texts());
    }
    Set<String> hashes = new HashSet<>();
    if (key.kind().equals("posts")) {
      List<RoomPages.Stored> posts = new RoomPages(scripts, patience).read(tenantKey, key.name());
      posts.forEach(post -> hashes.addAll(hashes(post.json())));
    }
    return hashes;
  }

  private boolean erase(TenantId tenant, String hash) {
    boolean kept =
        scripts.ask(
            patience,
            redisson ->
                redisson.getBucket(RedisAttachmentStore.key(keys, tenant, hash)).deleteAsync());
    boolean given = new GivenFileNotes(scripts, keys, patience).forget(tenant, hash);
    return kept || given;
  }

  private RSet<String> noted(RedissonClient redisson, TenantId tenant) {
    return redisson.getSet(keys.tenant(tenant) + ":unnamed", StringCodec.INSTANCE);
  }
}
