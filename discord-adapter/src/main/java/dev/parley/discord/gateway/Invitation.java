package dev.parley.discord.gateway;

import java.util.EnumSet;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;

/// The address by which somebody who manages a server takes the bot in, with the permissions that
/// it needs and no others.
final class Invitation {
  private static final EnumSet<Permission> NEEDED =
      EnumSet.of(
          Permission.VIEW_CHANNEL,
          Permission.MESSAGE_SEND,
          Permission.MESSAGE_SEND_IN_THREADS,
          Permission.CREATE_PUBLIC_THREADS,
          Permission.MESSAGE_ATTACH_FILES,
          Permission.MESSAGE_HISTORY);

  private Invitation() {}

  static String address(JDA session) {
    return session.getInviteUrl(NEEDED);
  }
}
