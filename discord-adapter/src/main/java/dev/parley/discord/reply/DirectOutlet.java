package dev.parley.discord.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.event.ReplyAddress;
import java.util.Optional;
import net.dv8tion.jda.api.requests.Route;

/// Finds the direct messages of somebody.
final class DirectOutlet {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DirectOutlet() {}

  /// The address of somebody's direct messages.
  static ReplyAddress address(DiscordApi api, String user) {
    JsonNode channel =
        api.call(
            ApiCall.of(Route.Self.CREATE_PRIVATE_CHANNEL)
                .with(JSON.createObjectNode().put("recipient_id", user)));
    return new ReplyAddress(
        channel.path("id").asText(), Optional.empty(), user, false, Optional.empty(), "");
  }
}
