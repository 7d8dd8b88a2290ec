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
  public boolean toAdmins(TenantId tenant, Reply words) {
    try {
      Optional<String> channel = book.adminChannel(tenant);
      return channel.isPresent()
          && said(
              tenant,
              adapter ->
                  adapter.post(new Place(tenant, channel.get(), Optional.empty(), false), words));
    } catch (StoreUnavailableException away) {
      log.warn("admins of {} are not told: {}", tenant, away.getMessage());
      return false;
    }
  }

  @Override
  public boolean toPerson(TenantId tenant, UserId user, Reply words) {
    return said(tenant, adapter -> adapter.tell(tenant, user, words));
  }

  private boolean said(TenantId tenant, Consumer<PlatformAdapter> saying) {
    Optional<PlatformAdapter> adapter = platforms.adapter(tenant.platform());
    try {
      adapter.ifPresent(saying);
      return adapter.isPresent();
    } catch (DeliveryException undeliverable) {
      log.warn("somebody in {} was not told: {}", tenant, undeliverable.getMessage());
      return false;
    }
  }
}
