package dev.parley.discord.event;

import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks which roles somebody has who says nothing right now.
public final class MemberRoles {
  private static final Logger LOG = LoggerFactory.getLogger(MemberRoles.class);
  private static final Pattern ID = Pattern.compile("\\d{1,20}");

  private final DiscordApi api;

  public MemberRoles(DiscordApi api) {
    this.api = api;
  }

  /// The ids of the roles that somebody has in a guild: none where they are no member of it or
  /// there is no such guild, and empty where Discord does not tell.
  public Optional<Set<String>> of(TenantId tenant, UserId person) {
    if (!ID.matcher(tenant.id()).matches() || !ID.matcher(person.value()).matches()) {
      return Optional.of(Set.of());
    }
    try {
      return Optional.of(
          MessageMapper.roles(
              api.call(ApiCall.of(Route.Guilds.GET_MEMBER, tenant.id(), person.value()))));
    } catch (DiscordCallException untold) {
      if (untold.is(DiscordCallException.UNKNOWN_MEMBER)
          || untold.is(DiscordCallException.UNKNOWN_USER)) {
        return Optional.of(Set.of());
      }
      LOG.warn("roles are not known: {}", untold.getMessage());
      return Optional.empty();
    }
  }
}
