package dev.parley.discord.gateway;

import dev.parley.discord.event.ReadingRights.Right;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out who may read a channel, by the permissions of now.
final class Readers {
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Permission[] NEEDED = {Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY};

  private Readers() {}

  static Right rights(GuildChannel channel, String person) {
    Guild guild = channel.getGuild();
    if (!guild.getSelfMember().hasPermission(channel, NEEDED)) {
      return Right.NOT_THE_BOT;
    }
    try {
      return member(guild, person)
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

  /// Members are not kept, so each is asked for; empty where somebody is none.
  private static Optional<Member> member(Guild guild, String person)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      return Optional.of(
          guild
              .retrieveMemberById(person)
              .submit()
              .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException refused) {
      if (refused.getCause() instanceof ErrorResponseException error
          && (error.getErrorResponse() == ErrorResponse.UNKNOWN_MEMBER
              || error.getErrorResponse() == ErrorResponse.UNKNOWN_USER)) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
