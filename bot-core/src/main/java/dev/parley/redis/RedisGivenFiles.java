package dev.parley.redis;

import dev.parley.attachment.GivenFiles;
import dev.parley.attachment.ProviderFile;
import dev.parley.identity.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Where large files are at the provider, for as long as files are kept.
final class RedisGivenFiles implements GivenFiles {
  /// The most that a turn's time limit can be set to.
  private static final Duration LONGEST_TURN = Duration.ofHours(1);

  private final GivenFileNotes notes;
  private final Duration keptFor;
  private final Clock clock;

  RedisGivenFiles(GivenFileNotes notes, Duration keptFor, Clock clock) {
    this.notes = notes;
    this.keptFor = keptFor;
    this.clock = clock;
  }

  @Override
  public void note(TenantId tenant, String sha256, ProviderFile where) {
    Duration left = left(where);
    if (left.isPositive()) {
      notes.note(tenant, sha256, where, left);
    }
  }

  @Override
  public Optional<ProviderFile> find(TenantId tenant, String sha256) {
    Optional<ProviderFile> where =
        notes.find(tenant, sha256).filter(file -> left(file).isPositive());
    where.ifPresent(file -> note(tenant, sha256, file));
    return where;
  }

  private Duration left(ProviderFile file) {
    Duration there = Duration.between(clock.instant(), file.expires()).minus(LONGEST_TURN);
    return there.compareTo(keptFor) < 0 ? there : keptFor;
  }

  @Override
  public Set<String> unneeded(TenantId tenant) {
    return notes.unneeded(tenant);
  }

  @Override
  public void erased(TenantId tenant, String name) {
    notes.erased(tenant, name);
  }
}
