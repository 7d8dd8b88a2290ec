package dev.parley.platform;

import dev.parley.identity.TenantId;
import dev.parley.secret.Vault;
import java.time.Duration;
import java.util.Optional;

/// Keeps installations sealed, each for its tenant; those that an older key sealed are sealed anew
/// when they are found.
public final class SealedInstallations implements Installations {
  private final Installations store;
  private final Vault vault;

  public SealedInstallations(Installations store, Vault vault) {
    this.store = store;
    this.vault = vault;
  }

  /// Empty where the bot is not installed.
  ///
  /// @throws dev.parley.secret.SealedTextException where no key fits
  @Override
  public Optional<String> find(TenantId tenant) {
    Optional<String> sealed = store.find(tenant);
    Optional<String> opened = sealed.map(text -> vault.opened(text, tenant.toString()));
    if (sealed.filter(text -> !vault.isCurrent(text)).isPresent()) {
      opened.ifPresent(text -> save(tenant, text));
    }
    return opened;
  }

  @Override
  public void save(TenantId tenant, String installation) {
    store.save(tenant, vault.sealed(installation, tenant.toString()));
  }

  @Override
  public void forget(TenantId tenant) {
    store.forget(tenant);
  }

  @Override
  public void expect(String word, String note, Duration time) {
    store.expect(word, note, time);
  }

  @Override
  public Optional<String> arrive(String word) {
    return store.arrive(word);
  }
}
