package dev.parley.discord.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
  /// Only the first one can be sent again without being there twice. So where it is not known
  /// whether a further one came, nothing more is sent: the first one gets the whole as a file.
  void tell(Interaction interaction, boolean hidden, CommandReply reply) {
    int count = reply.parts().size();
    int told = 0;
    while (told < count && isSent(part(interaction, hidden, reply, told))) {
      told++;
    }
    if (0 < told && told < count) {
      isSent(part(interaction, hidden, reply.inFile(), 0));
    }
  }

  void tell(Interaction interaction, boolean hidden, String text) {
    tell(interaction, hidden, CommandReply.of(text));
  }

  private ApiCall part(Interaction interaction, boolean hidden, CommandReply reply, int number) {
    ObjectNode json = message(reply.parts().get(number), hidden);
    List<UploadedFile> files = number == reply.parts().size() - 1 ? reply.files() : List.of();
    if (number == reply.parts().size() - 1) {
      json.set("components", reply.rows());
      json.set("attachments", UploadedFile.described(files));
    }
    String application = bot.get().application();
    String token = interaction.getToken();
    ApiCall call =
        number == 0
            ? ApiCall.of(Route.Interactions.EDIT_FOLLOWUP, application, token, "@original")
            : ApiCall.of(Route.Interactions.CREATE_FOLLOWUP, application, token).once();
    return call.with(json).with(files);
  }

  /// Says something for the eyes of who pressed a button only, beside what the button is under.
  /// Sent until Discord says that it is there: seen twice it does no harm, but missing it would.
  void whisper(Interaction interaction, String text) {
    isSent(
        ApiCall.of(
                Route.Interactions.CREATE_FOLLOWUP, bot.get().application(), interaction.getToken())
            .with(message(text, true)));
  }

  private boolean isSent(ApiCall call) {
    try {
      JsonNode told = api.call(call);
      LOG.debug("told {}", told.path("id"));
      return true;
    } catch (DiscordCallException untold) {
      LOG.warn("somebody was not answered: {}", untold.getMessage());
      return false;
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
