package dev.parley.discord.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells people something about a message of theirs, and does not wait for it.
public final class Telling {
  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DiscordApi api;

  public Telling(DiscordApi api) {
    this.api = api;
  }

  void tell(ReplyAddress about, String what) {
    Thread.ofVirtual().name("discord refusal").start(() -> post(about, what));
  }

  private void post(ReplyAddress about, String what) {
    ObjectNode json = JSON.createObjectNode().put("content", what);
    json.putObject("allowed_mentions").put("replied_user", true).putArray("parse");
    about
        .message()
        .ifPresent(
            message ->
                json.putObject("message_reference")
                    .put("message_id", message)
                    .put("fail_if_not_exists", false));
    about
        .message()
        .ifPresent(message -> json.put("nonce", "full-" + message).put("enforce_nonce", true));
    try {
      api.call(ApiCall.of(Route.Messages.SEND_MESSAGE, about.channel()).with(json).inPassing());
    } catch (DiscordCallException untold) {
      LOG.warn("{} was not told that a message was refused: {}", about.user(), untold.getMessage());
    }
  }
}
