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
import net.dv8tion.jda.api.requests.Route;

/// The messages of an answer in a channel, a thread or a direct message.
final class ChannelOutlet implements Outlet {
  private static final String MOST_READ = "100";

  private final DiscordApi api;
  private final TurnRef turn;
  private final ReplyAddress address;
  private final String self;
  private final Room room;
  private final AnswerThread thread;

  /// @param self the bot's own id
  ChannelOutlet(DiscordApi api, TurnRef turn, ReplyAddress address, String self, Room room) {
    this.api = api;
    this.turn = turn;
    this.address = address;
    this.self = self;
    this.room = room;
    this.thread = new AnswerThread(api, address);
  }

  @Override
  public JsonNode post(Page page, int number, BooleanSupplier wanted) {
    thread.open();
    ObjectNode json = page.json(turn);
    json.put("nonce", Nonce.of(turn.id(), page.content(), number)).put("enforce_nonce", true);
    if (number == 0 && !thread.isOwn()) {
      address.message().ifPresent(message -> refer(json, message));
    }
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
    api.call(
        ApiCall.of(Route.Messages.EDIT_MESSAGE, thread.channel(), message)
            .with(page.json(turn))
            .with(page.files())
            .onlyIf(wanted));
  }

  @Override
  public void delete(String message) {
    try {
      api.call(ApiCall.of(Route.Messages.DELETE_MESSAGE, thread.channel(), message));
    } catch (DiscordCallException gone) {
      if (!gone.is(DiscordCallException.UNKNOWN_MESSAGE)
          && !gone.is(DiscordCallException.UNKNOWN_CHANNEL)) {
        throw gone;
      }
    }
  }

  @Override
  public List<JsonNode> posted() {
    try {
      List<JsonNode> own = new ArrayList<>();
      for (JsonNode message :
          api.call(
              ApiCall.of(Route.Messages.GET_MESSAGE_HISTORY, thread.channel())
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
        || (address.opensThread() && thread.isOwn() && referred.isEmpty());
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
