package dev.parley.testkit.attachment;

import dev.parley.attachment.GivenFiles;
import dev.parley.attachment.ProviderFile;
import dev.parley.identity.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Where large files are, in memory; nobody is forgotten there.
public final class InMemoryGivenFiles implements GivenFiles {
  private static final Duration LONGEST_TURN = Duration.ofHours(1);

  private final Map<Key, ProviderFile> given = new ConcurrentHashMap<>();

  private record Key(TenantId tenant, String sha256) {}

  @Override
  public void note(TenantId tenant, String sha256, ProviderFile where) {
    if (where.expires().isAfter(Instant.now().plus(LONGEST_TURN))) {
      given.put(new Key(tenant, sha256), where);
    }
  }

  @Override
  public Optional<ProviderFile> find(TenantId tenant, String sha256) {
    return Optional.ofNullable(given.get(new Key(tenant, sha256)));
  }

  @Override
  public Set<String> unneeded(TenantId tenant) {
    return Set.of();
  }

  @Override
  public void erased(TenantId tenant, String name) {}
}
