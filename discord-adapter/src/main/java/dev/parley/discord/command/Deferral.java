package dev.parley.discord.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.api.UploadedFile;
import dev.parley.discord.event.BotIdentity;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers interactions: at once, that something follows; and then what follows.
///
/// Where several instances hear of an interaction, the one whose word Discord takes first has it.
final class Deferral {
  private static final Logger LOG = LoggerFactory.getLogger(Deferral.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SUPPRESS_EMBEDS = 1 << 2;
  private static final int HIDDEN = 1 << 6;
  private static final long PATIENCE_SECONDS = 10;

  private final DiscordApi api;
  private final Supplier<BotIdentity> bot;

  Deferral(DiscordApi api, Supplier<BotIdentity> bot) {
    this.api = api;
    this.bot = bot;
  }

  /// Whether Discord took a first word, so that this instance goes on.
  boolean isOurs(RestAction<?> firstWord) {
    try {
      firstWord.submit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof ErrorResponseException refused
          && refused.getErrorCode() == DiscordCallException.ALREADY_ACKNOWLEDGED) {
        LOG.debug("another instance has an interaction");
      } else {
        LOG.warn("an interaction could not be answered: {}", String.valueOf(failed.getCause()));
      }
    } catch (TimeoutException late) {
      LOG.warn("an interaction was not answered in time");
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /// Says what was promised, in as many messages as it takes.
  ///
  /// @param rows of buttons under the last one
  void tell(
      Interaction interaction,
      boolean hidden,
      List<String> parts,
      ArrayNode rows,
      List<UploadedFile> files) {
    String token = interaction.getToken();
    String application = bot.get().application();
    for (int number = 0; number < parts.size(); number++) {
      boolean last = number == parts.size() - 1;
      ObjectNode json = message(parts.get(number), hidden);
      if (last) {
        json.set("components", rows);
      }
      ApiCall call =
          number == 0
              ? ApiCall.of(Route.Interactions.EDIT_FOLLOWUP, application, token, "@original")
              : ApiCall.of(Route.Interactions.CREATE_FOLLOWUP, application, token).once();
      send(call.with(json).with(last ? files : List.of()));
    }
  }

  void tell(Interaction interaction, boolean hidden, String text) {
    tell(interaction, hidden, List.of(text), JSON.createArrayNode(), List.of());
  }

  /// Says something for the eyes of who pressed a button only, beside what the button is under.
  void whisper(Interaction interaction, String text) {
    send(
        ApiCall.of(
                Route.Interactions.CREATE_FOLLOWUP, bot.get().application(), interaction.getToken())
            .once()
            .with(message(text, true)));
  }

  private void send(ApiCall call) {
    try {
      JsonNode told = api.call(call);
      LOG.debug("told {}", told.path("id"));
    } catch (DiscordCallException untold) {
      LOG.warn("somebody was not answered: {}", untold.getMessage());
    }
  }

  private static ObjectNode message(String text, boolean hidden) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("content", text)
            .put("flags", SUPPRESS_EMBEDS | (hidden ? HIDDEN : 0));
    json.putObject("allowed_mentions").putArray("parse");
    return json;
  }
}
