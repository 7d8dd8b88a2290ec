package dev.parley.testkit.discord;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Who may do what in a channel, besides what their roles allow.
final class ChannelRights {
  private final World world;
  private final DiscordChannel channel;
  private final Set<Permission> denied = EnumSet.noneOf(Permission.class);
  private final Map<String, Set<Permission>> deniedTo = new LinkedHashMap<>();
  private final Set<String> viewers = new LinkedHashSet<>();
  private final Set<String> guests = new LinkedHashSet<>();

  ChannelRights(World world, DiscordChannel channel) {
    this.world = world;
    this.channel = channel;
  }

  void denyBot(Permission... permissions) {
    change(() -> denied.addAll(Permission.set(permissions)));
  }

  void allowBot(Permission... permissions) {
    change(() -> denied.removeAll(Permission.set(permissions)));
  }

  void deny(DiscordPerson person, Permission... permissions) {
    change(() -> deniedTo.put(person.id(), Permission.set(permissions)));
  }

  void showTo(DiscordRole... roles) {
    change(
        () -> {
          viewers.add(channel.guild().orElseThrow().botRole().id());
          for (DiscordRole role : roles) {
            viewers.add(role.id());
          }
        });
  }

  void showTo(DiscordPerson person) {
    change(() -> guests.add(person.id()));
  }

  private void change(Runnable change) {
    synchronized (world) {
      change.run();
      world.announcer().channelChanged(channel);
    }
  }

  /// What the bot must not do.
  Set<Permission> denied() {
    return denied;
  }

  /// What people must not do, by their ids.
  Map<String, Set<Permission>> deniedTo() {
    return deniedTo;
  }

  /// The roles that see the channel; empty: all.
  Set<String> viewers() {
    return viewers;
  }

  /// The people that see it whatever their roles.
  Set<String> guests() {
    return guests;
  }
}
