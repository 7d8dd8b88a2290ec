package dev.parley.engine;

import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.platform.PlatformAdapter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The platforms that this instance speaks to.
public final class Platforms {
  private final Map<PlatformName, PlatformAdapter> adapters;

  public Platforms(List<PlatformAdapter> adapters) {
    this.adapters =
        adapters.stream().collect(Collectors.toMap(PlatformAdapter::name, Function.identity()));
  }

  Set<PlatformName> names() {
    return adapters.keySet();
  }

  /// What people call a channel; its id where this instance does not speak to its platform.
  public String channelName(TenantId tenant, String channel) {
    return adapter(tenant.platform())
        .map(adapter -> adapter.channelName(new Place(tenant, channel, Optional.empty(), false)))
        .orElse(channel);
  }

  Optional<PlatformAdapter> adapter(PlatformName name) {
    return Optional.ofNullable(adapters.get(name));
  }
}
