package dev.parley.discord.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.event.ReplyAddress;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The channel that an answer goes into: the question's, or a thread that hangs from the question,
/// which has the question's id. Where the bot may open none or not write in it, it answers in the
/// channel.
final class AnswerThread {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerThread.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Minutes without a message after which a thread is put away ("Channel Object",
  /// auto_archive_duration).
  private static final int ARCHIVED_AFTER = 1440;

  /// Characters of a channel's name ("Channel Object").
  private static final int LONGEST_NAME = 100;

  private final DiscordApi api;
  private final ReplyAddress address;
  private boolean open;
  private boolean refused;

  /// @param allowed whether the bot may write in threads, as far as is known
  AnswerThread(DiscordApi api, ReplyAddress address, boolean allowed) {
    this.api = api;
    this.address = address;
    this.refused = !allowed;
  }

  String channel() {
    return address.opensThread() && !refused ? address.message().orElseThrow() : address.channel();
  }

  /// Whether it is known to be a thread made for the question.
  boolean isOwn() {
    return open;
  }

  /// Makes sure that it is there.
  void open() {
    if (!address.opensThread() || open || refused) {
      return;
    }
    try {
      api.call(
          ApiCall.of(
                  Route.Channels.CREATE_THREAD_FROM_MESSAGE,
                  address.channel(),
                  address.message().orElseThrow())
              .with(
                  JSON.createObjectNode()
                      .put("name", name())
                      .put("auto_archive_duration", ARCHIVED_AFTER)));
      open = true;
    } catch (DiscordCallException failed) {
      if (failed.is(DiscordCallException.THREAD_EXISTS)) {
        open = true;
      } else if (failed.isRefusal()) {
        LOG.info("an answer goes into the channel itself: {}", failed.getMessage());
        refused = true;
      } else {
        throw failed;
      }
    }
  }

  /// Discord does not let the bot write in it.
  ///
  /// @return whether there is another channel to write in
  boolean isGivenUp(DiscordCallException failed) {
    boolean given =
        address.opensThread() && !refused && failed.is(DiscordCallException.MISSING_PERMISSIONS);
    if (given) {
      LOG.info("an answer goes into the channel, not into its thread: {}", failed.getMessage());
      refused = true;
      open = false;
    }
    return given;
  }

  private String name() {
    String name = address.title().isBlank() ? "A question" : address.title();
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
  }
}
