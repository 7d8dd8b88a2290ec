package dev.parley.discord.event;

import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.util.Optional;

/// Where things are said in Discord, as the core calls it. A thread is a channel of its own
/// there, with the id of the message that it hangs from.
public final class Places {
  /// Discord, as the core calls it.
  public static final PlatformName PLATFORM = new PlatformName("discord");

  private static final String DIRECT = "dm-";

  private Places() {}

  /// The tenant of a guild.
  public static TenantId guild(String id) {
    return new TenantId(PLATFORM, id);
  }

  /// Direct messages belong to no guild: each is a tenant of its own.
  public static TenantId direct(String channel) {
    return new TenantId(PLATFORM, DIRECT + channel);
  }

  /// Who brings the bot along to where it is not installed is a tenant of their own.
  public static TenantId person(String user) {
    return new TenantId(PLATFORM, "user-" + user);
  }

  /// Whether a tenant is nobody's but this person's. Who writes in direct messages is the one
  /// whose they are.
  public static boolean isOf(TenantId tenant, UserId person) {
    return tenant.equals(person(person.value())) || tenant.id().startsWith(DIRECT);
  }

  /// The place that a channel is.
  public static Place of(Channels.Channel channel) {
    return channel
        .guild()
        .map(
            guild ->
                new Place(
                    guild(guild),
                    channel.parent().orElse(channel.id()),
                    channel.parent().map(_ -> new MessageId(channel.id())),
                    false))
        .orElseGet(() -> new Place(direct(channel.id()), channel.id(), Optional.empty(), true));
  }
}
