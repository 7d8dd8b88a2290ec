package dev.parley.discord.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.event.ReplyAddress;
import dev.parley.inbox.TurnRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.requests.Route;

/// The messages of an answer in a channel, a thread or a direct message.
final class ChannelOutlet implements Outlet {
  private static final String MOST_READ = "100";
  private static final Pattern SNOWFLAKE = Pattern.compile("\\d{1,20}");

  private final DiscordApi api;
  private final TurnRef turn;
  private final ReplyAddress address;
  private final String self;
  private final Room room;
  private final AnswerThread thread;

  /// @param self the bot's own id
  /// @param threads whether the bot may write in threads, as far as is known
  ChannelOutlet(
      DiscordApi api, TurnRef turn, ReplyAddress address, String self, Room room, boolean threads) {
    this.api = api;
    this.turn = turn;
    this.address = address;
    this.self = self;
    this.room = room;
    this.thread = new AnswerThread(api, address, threads);
  }

  @Override
  public JsonNode post(Page page, int number, BooleanSupplier wanted) {
    thread.open();
    try {
      return posted(page, number, wanted);
    } catch (DiscordCallException refused) {
      // with files it may be those that are not allowed
      if (number == 0 && page.files().isEmpty() && thread.isGivenUp(refused)) {
        return posted(page, number, wanted);
      }
      throw refused;
    }
  }

  private JsonNode posted(Page page, int number, BooleanSupplier wanted) {
    ObjectNode json = page.json(turn);
    json.put("nonce", Nonce.of(turn.id(), page, number)).put("enforce_nonce", true);
    if (number == 0 && !thread.isOwn()) {
      address.message().ifPresent(message -> refer(json, message));
    }
    try {
      return sent(json, page, wanted);
    } catch (DiscordCallException refused) {
      if (!refused.is(DiscordCallException.NO_REPLY_WITHOUT_HISTORY)) {
        throw refused;
      }
      json.remove("message_reference");
      return sent(json, page, wanted);
    }
  }

  private JsonNode sent(ObjectNode json, Page page, BooleanSupplier wanted) {
    return api.call(
        ApiCall.of(Route.Messages.SEND_MESSAGE, thread.channel())
            .with(json)
            .with(page.files())
            .onlyIf(wanted));
  }

  private static void refer(ObjectNode json, String message) {
    json.putObject("message_reference").put("message_id", message).put("fail_if_not_exists", false);
  }

  @Override
  public void edit(String message, Page page, BooleanSupplier wanted) {
    called(
        channel ->
            ApiCall.of(Route.Messages.EDIT_MESSAGE, channel, message)
                .with(page.json(turn))
                .with(page.files())
                .onlyIf(wanted));
  }

  /// An answer that was begun before may be in the channel, where no thread could be opened or
  /// written in.
  private JsonNode called(Function<String, ApiCall> call) {
    try {
      return api.call(call.apply(thread.channel()));
    } catch (DiscordCallException failed) {
      boolean sure = thread.isOwn() || thread.channel().equals(address.channel());
      boolean elsewhere =
          failed.is(DiscordCallException.UNKNOWN_CHANNEL)
              || failed.is(DiscordCallException.UNKNOWN_MESSAGE);
      if (sure || !elsewhere) {
        throw failed;
      }
      return api.call(call.apply(address.channel()));
    }
  }

  @Override
  public void delete(String message) {
    try {
      called(channel -> ApiCall.of(Route.Messages.DELETE_MESSAGE, channel, message));
    } catch (DiscordCallException gone) {
      if (!gone.is(DiscordCallException.UNKNOWN_MESSAGE)
          && !gone.is(DiscordCallException.UNKNOWN_CHANNEL)) {
        throw gone;
      }
    }
  }

  /// Turns of no message of Discord's, such as one that runs an approved call, cannot be looked
  /// for; their messages are told by their nonce alone.
  @Override
  public List<JsonNode> posted() {
    if (!SNOWFLAKE.matcher(turn.id().value()).matches()) {
      return List.of();
    }
    try {
      List<JsonNode> own = new ArrayList<>();
      for (JsonNode message :
          called(
              channel ->
                  ApiCall.of(Route.Messages.GET_MESSAGE_HISTORY, channel)
                      .query("after", turn.id().value())
                      .query("limit", MOST_READ))) {
        if (message.path("author").path("id").asText().equals(self)) {
          own.addFirst(message);
        }
      }
      return own;
    } catch (DiscordCallException unknown) {
      if (!unknown.isRefusal()) {
        throw unknown;
      }
      return List.of();
    }
  }

  @Override
  public boolean isBeginning(JsonNode message) {
    String referred = message.path("message_reference").path("message_id").asText("");
    return address.message().filter(referred::equals).isPresent()
        || (address.opensThread() && referred.isEmpty() && isInThread(message));
  }

  private boolean isInThread(JsonNode message) {
    String channel = message.path("channel_id").asText();
    return address.message().filter(channel::equals).isPresent();
  }

  @Override
  public boolean isClosing() {
    return false;
  }

  @Override
  public String move(Page page) {
    throw new IllegalStateException("a channel stays open");
  }

  @Override
  public void typing() {
    if (!address.opensThread() || thread.isOwn()) {
      api.call(ApiCall.of(Route.Channels.SEND_TYPING, thread.channel()).inPassing());
    } else {
      api.call(ApiCall.of(Route.Channels.SEND_TYPING, address.channel()).inPassing());
    }
  }

  @Override
  public Room room() {
    return room;
  }

  @Override
  public String before() {
    return "";
  }

  @Override
  public boolean isHidden() {
    return false;
  }

  @Override
  public boolean isSingle() {
    return false;
  }
}
