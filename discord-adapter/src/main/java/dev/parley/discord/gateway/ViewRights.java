package dev.parley.discord.gateway;

import dev.parley.identity.UserId;
import dev.parley.platform.Readers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.PermissionOverride;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/// By which roles people see a channel. Who has the role of an administrator sees every channel
/// and is not counted, nor are bots, by their own roles.
final class ViewRights {
  /// More people with rights of their own are not told apart.
  private static final int MOST_PERSONS = 20;

  private ViewRights() {}

  /// All who can read a channel, and perhaps some who cannot.
  static Readers readers(GuildChannel channel) {
    Guild guild = channel.getGuild();
    if (guild.getPublicRole().hasPermission(channel, Permission.VIEW_CHANNEL)) {
      return new Readers.Everybody();
    }
    Set<String> roles =
        guild.getRoles().stream()
            .filter(
                role -> isOfPeople(role) && role.hasPermission(channel, Permission.VIEW_CHANNEL))
            .map(Role::getId)
            .collect(Collectors.toSet());
    Set<UserId> persons = persons(channel);
    boolean few = persons.size() <= MOST_PERSONS && roles.size() + persons.size() > 0;
    return few ? new Readers.Some(roles, persons) : new Readers.Everybody();
  }

  private static boolean isOfPeople(Role role) {
    return !role.isPublicRole()
        && !role.hasPermission(Permission.ADMINISTRATOR)
        && !role.getTags().isBot();
  }

  private static Set<UserId> persons(GuildChannel channel) {
    String bot = channel.getJDA().getSelfUser().getId();
    Set<UserId> persons = new HashSet<>();
    for (PermissionOverride override : overrides(channel)) {
      if (override.isMemberOverride()
          && override.getAllowed().contains(Permission.VIEW_CHANNEL)
          && !override.getId().equals(bot)) {
        persons.add(new UserId(override.getId()));
      }
    }
    return persons;
  }

  private static List<PermissionOverride> overrides(GuildChannel channel) {
    return channel.getPermissionContainer().getPermissionOverrides();
  }

  /// Whether every single member sees a channel.
  static boolean isForEverybody(GuildChannel channel) {
    return channel.getGuild().getPublicRole().hasPermission(channel, Permission.VIEW_CHANNEL)
        && overrides(channel).stream()
            .noneMatch(override -> override.getDenied().contains(Permission.VIEW_CHANNEL));
  }
}
