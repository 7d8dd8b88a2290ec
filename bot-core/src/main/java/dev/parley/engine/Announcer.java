package dev.parley.engine;

import dev.parley.command.Announcements;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.PlatformAdapter;
import dev.parley.quota.QuotaBook;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells people what they did not ask for, by the platform that they are on.
public final class Announcer implements Announcements {
  private static final Logger log = LoggerFactory.getLogger(Announcer.class);

  private final Platforms platforms;
  private final QuotaBook book;

  public Announcer(Platforms platforms, QuotaBook book) {
    this.platforms = platforms;
    this.book = book;
  }

  @Override
  public Outcome toAdmins(TenantId tenant, Reply words) {
    try {
      Optional<String> channel = book.adminChannel(tenant);
      return channel.isPresent()
          ? toPlace(new Place(tenant, channel.get(), Optional.empty(), false), words)
          : Outcome.UNSAID;
    } catch (StoreUnavailableException away) {
      log.warn("admins of {} are not told: {}", tenant, away.getMessage());
      return Outcome.PERHAPS_LATER;
    }
  }

  @Override
  public Outcome toPerson(TenantId tenant, UserId user, Reply words) {
    return said(tenant, adapter -> adapter.tell(tenant, user, words));
  }

  @Override
  public Outcome toPlace(Place place, Reply words) {
    return said(place.tenant(), adapter -> adapter.post(place, words));
  }

  private Outcome said(TenantId tenant, Consumer<PlatformAdapter> saying) {
    Optional<PlatformAdapter> adapter = platforms.adapter(tenant.platform());
    try {
      adapter.ifPresent(saying);
      return adapter.isPresent() ? Outcome.SAID : Outcome.UNSAID;
    } catch (DeliveryException undeliverable) {
      log.warn("somebody in {} was not told: {}", tenant, undeliverable.getMessage());
      return undeliverable.retriable() ? Outcome.PERHAPS_LATER : Outcome.UNSAID;
    }
  }
}
