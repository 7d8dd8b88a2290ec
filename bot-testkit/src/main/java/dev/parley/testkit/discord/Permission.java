package dev.parley.testkit.discord;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// What a member may do, as far as the fake looks at it (discord.com/developers, "Permissions").
public enum Permission {
  ADMINISTRATOR(3),
  MANAGE_CHANNELS(4),
  MANAGE_GUILD(5),
  ADD_REACTIONS(6),
  VIEW_CHANNEL(10),
  SEND_MESSAGES(11),
  MANAGE_MESSAGES(13),
  EMBED_LINKS(14),
  ATTACH_FILES(15),
  READ_MESSAGE_HISTORY(16),
  MENTION_EVERYONE(17),
  MANAGE_ROLES(28),
  USE_APPLICATION_COMMANDS(31),
  MANAGE_THREADS(34),
  CREATE_PUBLIC_THREADS(35),
  CREATE_PRIVATE_THREADS(36),
  SEND_MESSAGES_IN_THREADS(38),
  SEND_VOICE_MESSAGES(46);

  private final long bit;

  Permission(int position) {
    this.bit = 1L << position;
  }

  /// What everybody may do in a new guild.
  static Set<Permission> usual() {
    EnumSet<Permission> all = EnumSet.allOf(Permission.class);
    all.removeAll(
        EnumSet.of(
            ADMINISTRATOR,
            MANAGE_CHANNELS,
            MANAGE_GUILD,
            MANAGE_MESSAGES,
            MANAGE_ROLES,
            MANAGE_THREADS));
    return all;
  }

  static long bits(Collection<Permission> permissions) {
    return permissions.stream().mapToLong(it -> it.bit).reduce(0, (a, b) -> a | b);
  }

  static String mask(Collection<Permission> permissions) {
    return Long.toString(bits(permissions));
  }

  /// Whether somebody with these permissions has all that the mask asks for.
  static boolean covers(Collection<Permission> permissions, long mask) {
    long had = bits(permissions);
    return permissions.contains(ADMINISTRATOR) || (had & mask) == mask;
  }

  static Set<Permission> set(Permission... permissions) {
    EnumSet<Permission> set = EnumSet.noneOf(Permission.class);
    set.addAll(Arrays.asList(permissions));
    return set;
  }
}
