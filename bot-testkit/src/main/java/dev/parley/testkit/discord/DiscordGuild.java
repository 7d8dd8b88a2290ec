package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A guild ("server"): its people with their roles, its channels, and what is to be seen there.
public final class DiscordGuild {
  private final World world;
  private final String id;
  private final String name;
  private final DiscordRole everyone;
  private final DiscordRole botRole;
  private final List<DiscordRole> roles = new ArrayList<>();
  private final Map<String, Set<DiscordRole>> members = new LinkedHashMap<>();
  private boolean withBot;

  DiscordGuild(World world, String id, String name, boolean withBot) {
    this.world = world;
    this.id = id;
    this.name = name;
    this.withBot = withBot;
    this.everyone = new DiscordRole(id, "@everyone", 0, Permission.usual(), "");
    this.botRole =
        new DiscordRole(
            world.ids().next(), world.bot().name(), 1, Permission.usual(), world.bot().id());
    roles.add(everyone);
    if (withBot) {
      roles.add(botRole);
      members.put(world.bot().id(), new LinkedHashSet<>(List.of(botRole)));
    }
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  /// The role that everybody has.
  public DiscordRole everyone() {
    return everyone;
  }

  /// The role that Discord made for the bot.
  public DiscordRole botRole() {
    return botRole;
  }

  /// A member; the same person for the same name, in all guilds.
  ///
  /// @param more what they may do beyond what everybody may, by a role of their own
  public DiscordPerson person(String name, Permission... more) {
    synchronized (world) {
      DiscordPerson person = world.person(name);
      members.computeIfAbsent(person.id(), _ -> new LinkedHashSet<>());
      if (more.length > 0) {
        give(person, role(name + "'s", more));
      }
      return person;
    }
  }

  /// A role; the same one for the same name.
  public DiscordRole role(String name, Permission... permissions) {
    synchronized (world) {
      return roles.stream()
          .filter(it -> it.name().equals(name))
          .findFirst()
          .orElseGet(() -> made(name, permissions));
    }
  }

  private DiscordRole made(String name, Permission... permissions) {
    DiscordRole role =
        new DiscordRole(world.ids().next(), name, roles.size(), Permission.set(permissions), "");
    roles.add(role);
    world.announcer().roleCreated(this, role);
    return role;
  }

  /// Makes somebody a member with this role.
  public void give(DiscordPerson person, DiscordRole role) {
    synchronized (world) {
      members.computeIfAbsent(person.id(), _ -> new LinkedHashSet<>()).add(role);
    }
  }

  /// A text channel; the same one for the same name.
  public DiscordChannel channel(String name) {
    return channel(name, ChannelKind.TEXT);
  }

  /// A forum, where each post is a thread with one of these tags.
  public DiscordChannel forum(String name, String... tags) {
    synchronized (world) {
      DiscordChannel forum = channel(name, ChannelKind.FORUM);
      for (String tag : tags) {
        forum.tag(tag);
      }
      return forum;
    }
  }

  private DiscordChannel channel(String name, ChannelKind kind) {
    synchronized (world) {
      return channels().stream()
          .filter(it -> it.name().equals(name) && it.kind() == kind)
          .findFirst()
          .orElseGet(() -> opened(name, kind));
    }
  }

  private DiscordChannel opened(String name, ChannelKind kind) {
    DiscordChannel made = new DiscordChannel(world, world.ids().next(), name, kind, this);
    world.add(made);
    world.announcer().channelCreated(made);
    return made;
  }

  /// All channels and threads, oldest first.
  public List<DiscordChannel> channels() {
    synchronized (world) {
      return world.channels().stream().filter(it -> it.isIn(this)).toList();
    }
  }

  /// All messages of the bot in the guild, oldest first in each channel.
  public List<ShownMessage> botMessages() {
    return channels().stream().flatMap(it -> it.botMessages().stream()).toList();
  }

  /// Somebody throws the bot out.
  public void removesBot() {
    synchronized (world) {
      world.announcer().guildDeleted(this);
      withBot = false;
      members.remove(world.bot().id());
    }
  }

  boolean hasBot() {
    return withBot;
  }

  boolean isMember(DiscordUser user) {
    return members.containsKey(user.id());
  }

  List<DiscordRole> roles() {
    return List.copyOf(roles);
  }

  Optional<DiscordRole> roleWithId(String role) {
    return roles.stream().filter(it -> it.id().equals(role)).findFirst();
  }

  Set<Permission> permissions(DiscordUser user) {
    EnumSet<Permission> all = EnumSet.copyOf(everyone.permissions());
    members.getOrDefault(user.id(), Set.of()).forEach(role -> all.addAll(role.permissions()));
    return all;
  }

  Set<String> membersWith(DiscordRole role) {
    Set<String> found = new LinkedHashSet<>();
    members.forEach(
        (member, had) -> {
          if (had.contains(role)) {
            found.add(member);
          }
        });
    return found;
  }

  int memberCount() {
    return members.size();
  }

  /// What somebody is to the guild, without their account.
  ObjectNode membership(DiscordUser user) {
    ObjectNode wire = Json.object().putNull("nick").putNull("avatar").putNull("premium_since");
    ArrayNode had = wire.putArray("roles");
    members.getOrDefault(user.id(), Set.of()).forEach(role -> had.add(role.id()));
    wire.put("joined_at", "2026-01-01T00:00:00.000000+00:00").put("deaf", false);
    wire.put("mute", false).put("pending", false).put("flags", 0);
    return wire.putNull("communication_disabled_until");
  }

  ObjectNode member(DiscordUser user) {
    ObjectNode wire = membership(user);
    wire.set("user", user.wire());
    return wire;
  }
}
