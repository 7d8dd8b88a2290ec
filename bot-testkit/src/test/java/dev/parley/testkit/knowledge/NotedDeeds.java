package dev.parley.testkit.knowledge;

import dev.parley.identity.TenantId;
import dev.parley.quota.Grant;
import dev.parley.quota.QuotaBook;
import dev.parley.quota.QuotaRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A book of limits in which there are none, with what people did.
final class NotedDeeds implements QuotaBook {
  private final List<Deed> deeds = new CopyOnWriteArrayList<>();

  void note(TenantId tenant, Deed deed) {
    deeds.add(deed);
  }

  List<String> lines() {
    return deeds.stream().map(deed -> deed.name() + " " + deed.what()).toList();
  }

  @Override
  public Changes read(TenantId tenant, Instant now) {
    return new Changes(List.of(), List.of());
  }

  @Override
  public void set(TenantId tenant, QuotaRule rule, Deed deed) {
    note(tenant, deed);
  }

  @Override
  public boolean clear(TenantId tenant, QuotaRule rule, Deed deed) {
    return false;
  }

  @Override
  public void grant(TenantId tenant, Grant grant, Deed deed) {
    note(tenant, deed);
  }

  @Override
  public void ask(TenantId tenant, Wish wish, Deed deed) {
    note(tenant, deed);
  }

  @Override
  public Optional<Wish> wish(TenantId tenant, String id) {
    return Optional.empty();
  }

  @Override
  public boolean answer(TenantId tenant, String wish, Optional<Grant> grant, Deed deed) {
    return false;
  }

  @Override
  public List<Deed> deeds(TenantId tenant, int most) {
    return deeds.reversed().stream().limit(most).toList();
  }

  @Override
  public Optional<String> adminChannel(TenantId tenant) {
    return Optional.empty();
  }

  @Override
  public void adminChannel(TenantId tenant, Optional<String> channel, Deed deed) {
    note(tenant, deed);
  }
}
