package dev.parley.discord.gateway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/// What Discord tells of the members of guilds.
final class Membership {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Membership() {}

  /// Members are not kept, so each is asked for; empty where somebody is none.
  static Optional<Member> of(Guild guild, String person)
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
