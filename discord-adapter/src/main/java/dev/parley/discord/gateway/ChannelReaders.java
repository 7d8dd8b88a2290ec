package dev.parley.discord.gateway;

import dev.parley.discord.event.Places;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.Readers;
import dev.parley.platform.Remembered;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who can read Discord's channels, by the permissions of now. The readers of a thread are
/// those of the channel that it belongs to, or fewer.
public final class ChannelReaders implements PlaceReaders {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelReaders.class);
  private static final Duration FRESH = Duration.ofSeconds(20);

  private final World world;
  private final Remembered<Asked, Optional<Member>> members =
      new Remembered<>(FRESH, System::nanoTime);

  public ChannelReaders(World world) {
    this.world = world;
  }

  private record Asked(String guild, String person) {}

  @Override
  public Readers of(Place place) {
    return channel(place.tenant(), place.channel())
        .map(ViewRights::readers)
        .orElseGet(Readers.Open::new);
  }

  @Override
  public boolean reads(TenantId tenant, UserId person, String channel) {
    return channel(tenant, channel)
        .filter(
            there ->
                member(there.getGuild(), person.value())
                    .filter(member -> member.hasPermission(there, Permission.VIEW_CHANNEL))
                    .isPresent())
        .isPresent();
  }

  @Override
  public boolean everybodyReads(TenantId tenant, String channel) {
    return channel(tenant, channel).filter(ViewRights::isForEverybody).isPresent();
  }

  /// Direct messages, and where somebody brings the bot along, are tenants of one person.
  @Override
  public boolean belongs(TenantId tenant, UserId person) {
    return world
        .guild(tenant.id())
        .map(guild -> member(guild, person.value()).isPresent())
        .orElseGet(() -> Places.isOf(tenant, person));
  }

  /// A channel of the tenant's that is no thread.
  private Optional<GuildChannel> channel(TenantId tenant, String id) {
    return world
        .guildChannel(id)
        .filter(there -> !(there instanceof ThreadChannel))
        .filter(there -> there.getGuild().getId().equals(tenant.id()));
  }

  private Optional<Member> member(Guild guild, String person) {
    return members.get(new Asked(guild.getId(), person), asked -> told(guild, asked.person()));
  }

  private static Optional<Member> told(Guild guild, String person) {
    try {
      return World.isId(person) ? Membership.of(guild, person) : Optional.empty();
    } catch (ExecutionException | TimeoutException untold) {
      LOG.info("whether somebody belongs to a guild is not known", untold);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }
}
