package dev.parley.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.UserId;
import dev.parley.platform.Readers;
import dev.parley.platform.Remembered;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who can read the channels of a workspace: asked for each, and remembered for some seconds.
/// Where Slack does not tell, a channel is one that anybody may read.
public final class ChannelReaders {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelReaders.class);
  private static final Duration FRESH = Duration.ofSeconds(20);

  /// For the standing of all members of a channel, most of whom are known.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final String MEMBERS = "conversations.members";

  /// The most that Slack tells at once (docs.slack.dev, "conversations.members").
  private static final String PAGE = "1000";

  private static final int MOST_PAGES = 5;

  /// More are not told apart.
  private static final int MOST_PERSONS = 100;

  private final SlackApi api;
  private final People people;
  private final Supplier<SlackIdentity> bot;
  private final LongSupplier nanos;
  private final Remembered<String, Kind> kinds;
  private final Remembered<String, Optional<Set<String>>> members;
  private final Remembered<String, Boolean> colleagues;

  /// Who can be in a channel.
  private enum Kind {
    /// All members of the workspace, and guests who were invited.
    PUBLIC,
    /// Who was invited.
    PRIVATE,
    /// People of other companies or workspaces too, or Slack does not tell.
    OPEN
  }

  /// @param nanos that have passed, since whenever
  ChannelReaders(SlackApi api, People people, Supplier<SlackIdentity> bot, LongSupplier nanos) {
    this.api = api;
    this.people = people;
    this.bot = bot;
    this.nanos = nanos;
    this.kinds = new Remembered<>(FRESH, nanos);
    this.members = new Remembered<>(FRESH, nanos);
    this.colleagues = new Remembered<>(FRESH, nanos);
  }

  /// Who can read a channel.
  ///
  /// @param access tells whether guests are people of the workspace
  public Readers of(String channel, Access access) {
    return switch (kind(channel)) {
      case PUBLIC ->
          access.guests() || areColleagues(channel, access)
              ? new Readers.Everybody()
              : new Readers.Open();
      case PRIVATE -> invited(channel, access);
      case OPEN -> new Readers.Open();
    };
  }

  private Readers invited(String channel, Access access) {
    Set<UserId> persons =
        members(channel).orElse(Set.of()).stream()
            .filter(member -> !member.equals(bot.get().user()))
            .map(UserId::new)
            .collect(Collectors.toSet());
    if (persons.isEmpty()) {
      return new Readers.Open();
    }
    if (persons.size() <= MOST_PERSONS) {
      return new Readers.Some(Set.of(), persons);
    }
    return areColleagues(channel, access) ? new Readers.Everybody() : new Readers.Open();
  }

  /// Whether all who are in a channel belong to the workspace.
  private boolean areColleagues(String channel, Access access) {
    return colleagues.get(
        channel,
        asked ->
            members(asked)
                .filter(all -> !all.isEmpty())
                .map(all -> areColleagues(all, access))
                .orElse(false));
  }

  private boolean areColleagues(Set<String> all, Access access) {
    long end = nanos.getAsLong() + PATIENCE.toNanos();
    return all.stream().allMatch(one -> nanos.getAsLong() < end && belongs(one, access));
  }

  /// Whether somebody belongs to the workspace.
  public boolean belongs(String user, Access access) {
    return user.equals(bot.get().user())
        || switch (people.person(user).standing()) {
          case MEMBER -> true;
          case GUEST -> access.guests();
          case STRANGER, UNKNOWN -> false;
        };
  }

  /// Whether somebody can read a channel.
  public boolean reads(String user, String channel) {
    return switch (kind(channel)) {
      case PUBLIC ->
          people.person(user).standing() == Person.Standing.MEMBER || isIn(user, channel);
      case PRIVATE, OPEN -> isIn(user, channel);
    };
  }

  private boolean isIn(String user, String channel) {
    return members(channel).orElse(Set.of()).contains(user);
  }

  /// Whether all people of the workspace can read a channel; guests cannot, where they are not
  /// invited.
  public boolean everybodyReads(String channel, Access access) {
    return !access.guests() && kind(channel) == Kind.PUBLIC;
  }

  private Kind kind(String channel) {
    return kinds.get(channel, this::told);
  }

  private Kind told(String channel) {
    try {
      JsonNode told =
          api.call(ApiCall.passing("conversations.info").with("channel", channel)).path("channel");
      if (told.path("is_ext_shared").asBoolean()
          || told.path("is_org_shared").asBoolean()
          || told.path("is_pending_ext_shared").asBoolean()
          || told.path("is_im").asBoolean()) {
        return Kind.OPEN;
      }
      return told.path("is_private").asBoolean(true) || told.path("is_mpim").asBoolean()
          ? Kind.PRIVATE
          : Kind.PUBLIC;
    } catch (SlackCallException untold) {
      LOG.info("who reads {} is not known: {}", channel, untold.getMessage());
      return Kind.OPEN;
    }
  }

  /// Empty where Slack does not tell all.
  private Optional<Set<String>> members(String channel) {
    return members.get(channel, this::listed);
  }

  private Optional<Set<String>> listed(String channel) {
    Set<String> all = new HashSet<>();
    try {
      Optional<String> cursor = Optional.empty();
      for (int page = 0; page < MOST_PAGES; page++) {
        JsonNode answer =
            api.call(
                ApiCall.passing(MEMBERS)
                    .with("channel", channel)
                    .with("limit", PAGE)
                    .with("cursor", cursor));
        answer.path("members").forEach(member -> all.add(member.asText()));
        cursor =
            Optional.of(answer.at("/response_metadata/next_cursor").asText(""))
                .filter(next -> !next.isEmpty());
        if (cursor.isEmpty()) {
          return Optional.of(all);
        }
      }
    } catch (SlackCallException untold) {
      LOG.info("who is in {} is not known: {}", channel, untold.getMessage());
    }
    return Optional.empty();
  }
}
