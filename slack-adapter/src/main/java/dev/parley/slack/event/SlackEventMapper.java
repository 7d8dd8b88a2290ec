package dev.parley.slack.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Addressing;
import dev.parley.slack.file.FileRefs;
import dev.parley.slack.workspace.SlackIdentity;
import java.util.Optional;
import java.util.Set;

/// Finds what people and other bots say among all that Slack tells: not the bot's own messages, not
/// edits, deletions, unfurled links and joined members.
///
/// One gesture can come as `message` and as `app_mention`; both give the same message.
public final class SlackEventMapper {
  /// Subtypes that are messages as people see them; `thread_broadcast` is a thread's message that
  /// is shown in the channel as well.
  private static final Set<String> SPOKEN =
      Set.of("", "file_share", "me_message", "thread_broadcast", "bot_message");

  private SlackEventMapper() {}

  /// The message that an event tells of; empty where it tells of none.
  ///
  /// @param envelope the whole body of an event
  public static Optional<SlackMessage> message(JsonNode envelope, SlackIdentity bot) {
    JsonNode event = envelope.path("event");
    boolean mention = text(event, "type").equals("app_mention");
    if (!(mention || text(event, "type").equals("message")) || !isSpoken(event, bot)) {
      return Optional.empty();
    }
    return Optional.of(
        new SlackMessage(
            tenant(envelope),
            team(envelope, event),
            text(event, "channel"),
            text(event, "ts"),
            Optional.of(text(event, "thread_ts")).filter(thread -> !thread.isEmpty()),
            author(event),
            text(event, "text"),
            FileRefs.of(event),
            addressing(event, mention, bot),
            !text(event, "bot_id").isEmpty(),
            envelope.path("is_ext_shared_channel").asBoolean()));
  }

  private static boolean isSpoken(JsonNode event, SlackIdentity bot) {
    return SPOKEN.contains(text(event, "subtype"))
        && !event.path("hidden").asBoolean()
        && !text(event, "bot_id").equals(bot.bot())
        && !author(event).isEmpty()
        && !author(event).equals(bot.user())
        && !text(event, "channel").isEmpty()
        && !text(event, "ts").isEmpty();
  }

  /// Bots of the old kind have no user.
  private static String author(JsonNode event) {
    String user = text(event, "user");
    return user.isEmpty() ? text(event, "bot_id") : user;
  }

  private static Addressing addressing(JsonNode event, boolean mention, SlackIdentity bot) {
    if (text(event, "channel_type").equals("im") || text(event, "channel").startsWith("D")) {
      return Addressing.DIRECT;
    }
    if (mention || text(event, "text").contains("<@" + bot.user())) {
      return Addressing.MENTION;
    }
    return text(event, "thread_ts").isEmpty() ? Addressing.OVERHEARD : Addressing.THREAD;
  }

  /// The tenant that an event, a command or a press of a button belongs to.
  public static String tenant(JsonNode envelope) {
    boolean organisation =
        envelope.path("authorizations").path(0).path("is_enterprise_install").asBoolean();
    return tenant(
        organisation ? text(envelope, "enterprise_id") : "",
        text(envelope, "team_id").isEmpty()
            ? text(envelope.path("event"), "team")
            : text(envelope, "team_id"));
  }

  /// The name of a tenant.
  ///
  /// @param enterprise empty where the app is not installed for a whole organisation
  public static String tenant(String enterprise, String team) {
    return enterprise.isEmpty() || enterprise.equals(team) ? team : enterprise + "." + team;
  }

  private static String team(JsonNode envelope, JsonNode event) {
    String own = text(event, "user_team");
    String team = own.isEmpty() ? text(event, "team") : own;
    return team.isEmpty() ? text(envelope, "team_id") : team;
  }

  static String text(JsonNode node, String name) {
    return node.path(name).asText("");
  }
}
