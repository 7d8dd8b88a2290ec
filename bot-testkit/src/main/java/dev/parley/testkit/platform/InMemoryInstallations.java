package dev.parley.testkit.platform;

import dev.parley.identity.TenantId;
import dev.parley.platform.Installations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Installations in memory.
public final class InMemoryInstallations implements Installations {
  private final Clock clock;
  private final Map<TenantId, String> installations = new ConcurrentHashMap<>();
  private final Map<String, Expected> expected = new ConcurrentHashMap<>();

  private record Expected(String note, Instant until) {}

  public InMemoryInstallations(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Optional<String> find(TenantId tenant) {
    return Optional.ofNullable(installations.get(tenant));
  }

  @Override
  public void save(TenantId tenant, String installation) {
    installations.put(tenant, installation);
  }

  @Override
  public void forget(TenantId tenant) {
    installations.remove(tenant);
  }

  @Override
  public void expect(String word, String note, Duration time) {
    expected.put(word, new Expected(note, clock.instant().plus(time)));
  }

  @Override
  public Optional<String> arrive(String word) {
    return Optional.ofNullable(expected.remove(word))
        .filter(one -> clock.instant().isBefore(one.until()))
        .map(Expected::note);
  }
}
