package dev.parley.engine;

import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentSource;
import dev.parley.command.Directory;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.PlatformAdapter;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentMessages;
import dev.parley.platform.RecentWanted;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The platforms that this instance speaks to.
public final class Platforms implements Directory, RecentMessages, AttachmentSource {
  private final Map<PlatformName, PlatformAdapter> adapters;

  public Platforms(List<PlatformAdapter> adapters) {
    this.adapters =
        adapters.stream().collect(Collectors.toMap(PlatformAdapter::name, Function.identity()));
  }

  /// Begins to take events on all of them.
  public void start(InboundHandler handler) {
    adapters.values().forEach(adapter -> adapter.start(handler));
  }

  Set<PlatformName> names() {
    return adapters.keySet();
  }

  /// Whether somebody can be told something alone there.
  boolean tells(PlatformName name) {
    return adapter(name).filter(adapter -> adapter.capabilities().tells()).isPresent();
  }

  /// The id stands for it where this instance does not speak to its platform.
  @Override
  public String channelName(TenantId tenant, String channel) {
    return adapter(tenant.platform())
        .map(adapter -> adapter.channelName(new Place(tenant, channel, Optional.empty(), false)))
        .orElse(channel);
  }

  @Override
  public Optional<Set<String>> groups(TenantId tenant, UserId person) {
    return adapter(tenant.platform()).flatMap(adapter -> adapter.groups(tenant, person));
  }

  @Override
  public boolean knows(Place place) {
    return adapter(place.tenant().platform()).isPresent();
  }

  @Override
  public Recent recent(RecentWanted wanted) {
    return adapter(wanted.place().tenant().platform())
        .map(adapter -> adapter.recent(wanted))
        .orElseGet(() -> new Recent.NotReadable("Nothing can be read from here."));
  }

  /// A file of a message, from the platform that has it.
  @Override
  public InputStream open(TenantId tenant, AttachmentRef file) {
    return adapter(tenant.platform())
        .map(PlatformAdapter::attachments)
        .orElse(AttachmentSource.NONE)
        .open(tenant, file);
  }

  Optional<PlatformAdapter> adapter(PlatformName name) {
    return Optional.ofNullable(adapters.get(name));
  }
}
