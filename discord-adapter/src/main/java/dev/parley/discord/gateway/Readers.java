package dev.parley.discord.gateway;

import dev.parley.discord.event.ReadingRights.Right;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out who may read a channel, by the permissions of now.
final class Readers {
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
  private static final Permission[] NEEDED = {Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY};

  private Readers() {}

  static Right rights(GuildChannel channel, String person) {
    Guild guild = channel.getGuild();
    if (!guild.getSelfMember().hasPermission(channel, NEEDED)) {
      return Right.NOT_THE_BOT;
    }
    try {
      return Membership.of(guild, person)
              .map(member -> member.hasPermission(channel, NEEDED))
              .orElse(false)
          ? Right.BOTH
          : Right.NOT_THE_PERSON;
    } catch (ExecutionException | TimeoutException untold) {
      LOG.info("what somebody may read is not known", untold);
      return Right.UNKNOWN;
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return Right.UNKNOWN;
    }
  }
}
