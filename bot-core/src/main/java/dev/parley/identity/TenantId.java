package dev.parley.identity;

/// A workspace, a guild, or whatever else a platform calls the home of a community.
public record TenantId(PlatformName platform, String id) {
  public TenantId {
    IdText.checked("a tenant's id", id);
  }

  @Override
  public String toString() {
    return platform + "/" + id;
  }
}
