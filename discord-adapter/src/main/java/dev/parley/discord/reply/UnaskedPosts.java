package dev.parley.discord.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.api.UploadedFile;
import dev.parley.discord.text.DiscordText;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.FileContents;
import java.util.List;
import java.util.UUID;
import net.dv8tion.jda.api.requests.Route;

/// Says what nobody asked for, in channels and in direct messages.
public final class UnaskedPosts {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Links unfold to nothing ("Message Flags": SUPPRESS_EMBEDS).
  private static final int SUPPRESS_EMBEDS = 1 << 2;

  /// What a nonce holds ("Create Message").
  private static final int LONGEST_NONCE = 25;

  private final DiscordApi api;

  public UnaskedPosts(DiscordApi api) {
    this.api = api;
  }

  /// Says something to one person.
  ///
  /// @throws DeliveryException where it cannot be said
  public void tell(UserId person, Reply reply, FileContents contents) {
    checkId(person.value());
    String channel;
    try {
      channel = DirectOutlet.address(api, person.value()).channel();
    } catch (DiscordCallException failed) {
      throw undelivered(failed, true);
    }
    say(channel, reply, contents);
  }

  /// Says something in a channel, or in a thread, which is a channel of its own.
  ///
  /// @throws DeliveryException where it cannot be said
  public void post(Place place, Reply reply, FileContents contents) {
    String channel = place.thread().map(MessageId::value).orElse(place.channel());
    checkId(channel);
    say(channel, reply, contents);
  }

  /// Ids are numbers; others would be refused, or lead elsewhere.
  private static void checkId(String id) {
    if (!id.matches("\\d{1,20}")) {
      throw new DeliveryException("nobody and nothing in Discord has this id", false, null);
    }
  }

  private void say(String channel, Reply reply, FileContents contents) {
    Enclosures enclosed = enclosed(reply, contents);
    List<String> parts = DiscordText.parts(enclosed.told(reply.markdown()), 0);
    for (int number = 0; number < parts.size(); number++) {
      boolean last = number == parts.size() - 1;
      ApiCall call =
          ApiCall.of(Route.Messages.SEND_MESSAGE, channel)
              .with(
                  json(
                      parts.get(number),
                      last ? reply.actions() : List.of(),
                      last ? enclosed.files() : List.of()))
              .with(last ? enclosed.files() : List.of());
      try {
        api.call(call);
      } catch (DiscordCallException failed) {
        throw undelivered(failed, number == 0);
      }
    }
  }

  private static Enclosures enclosed(Reply reply, FileContents contents) {
    try {
      return Enclosures.of(reply.files(), contents);
    } catch (StoreUnavailableException away) {
      throw new DeliveryException("the files of a message cannot be had", true, away);
    }
  }

  /// A message calls nobody. Its nonce makes one message of all attempts to post it.
  private static ObjectNode json(
      String content, List<ReplyAction> actions, List<UploadedFile> files) {
    ObjectNode json = JSON.createObjectNode().put("content", content).put("flags", SUPPRESS_EMBEDS);
    String nonce = UUID.randomUUID().toString().replace("-", "").substring(0, LONGEST_NONCE);
    json.put("nonce", nonce).put("enforce_nonce", true);
    json.putObject("allowed_mentions").putArray("parse");
    json.set("components", CommandButtons.rows(actions));
    json.set("attachments", UploadedFile.described(files));
    return json;
  }

  /// @param first whether nothing was said before, so that all may be said again
  private static DeliveryException undelivered(DiscordCallException failed, boolean first) {
    return new DeliveryException(
        "Discord did not take a message", first && !failed.isRefusal(), failed);
  }
}
