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
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers interactions: at once, that something follows; and then what follows.
final class Deferral {
  private static final Logger LOG = LoggerFactory.getLogger(Deferral.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SUPPRESS_EMBEDS = 1 << 2;
  private static final int HIDDEN = 1 << 6;

  /// What a first word can be ("Interaction Callback Type").
  private static final int THINKS = 5;

  private static final int TAKES_NOTE = 6;
  private static final int OPENS = 9;

  private final DiscordApi api;
  private final Supplier<BotIdentity> bot;
  private final Promised promised;

  Deferral(DiscordApi api, Supplier<BotIdentity> bot, Promised promised) {
    this.api = api;
    this.bot = bot;
    this.promised = promised;
  }

  /// Says that the bot thinks.
  ///
  /// @param hidden whether only who asked sees what follows
  /// @return whether Discord took it, so that there is something to go on with
  boolean isPromised(Interaction interaction, boolean hidden) {
    ObjectNode word = JSON.createObjectNode().put("type", THINKS);
    word.putObject("data").put("flags", hidden ? HIDDEN : 0);
    return isTaken(interaction, word);
  }

  /// Says that a pressed button was noticed.
  boolean isNoticed(Interaction pressed) {
    return isTaken(pressed, JSON.createObjectNode().put("type", TAKES_NOTE));
  }

  /// Opens a dialog.
  void open(Interaction interaction, Modal dialog) {
    ObjectNode word = JSON.createObjectNode().put("type", OPENS);
    word.set("data", JSON.valueToTree(dialog.toData().toMap()));
    if (isTaken(interaction, word)) {
      LOG.debug("a dialog is open");
    }
  }

  /// This instance sees to the interaction: what was acknowledged before, was by itself, though
  /// nothing came back.
  private boolean isTaken(Interaction interaction, ObjectNode word) {
    try {
      api.call(
          ApiCall.of(Route.Interactions.CALLBACK, interaction.getId(), interaction.getToken())
              .with(word));
    } catch (DiscordCallException failed) {
      if (!failed.is(DiscordCallException.ALREADY_ACKNOWLEDGED)) {
        LOG.warn("an interaction could not be answered: {}", failed.getMessage());
        if (!failed.isRefusal()) {
          promised.untold(interaction);
        }
        return false;
      }
    }
    promised.acknowledged(interaction);
    return true;
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
    if (told == 0) {
      promised.untold(interaction);
    } else if (told < count) {
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

  /// Takes back what everybody would have seen, and says this to who asked only. What follows a
  /// first word has its visibility for as long as that is there ("Receiving and Responding").
  void tellAskerOnly(Interaction interaction, String text, ArrayNode rows) {
    ApiCall takenBack =
        ApiCall.of(
            Route.Interactions.DELETE_FOLLOWUP,
            bot.get().application(),
            interaction.getToken(),
            "@original");
    if (!isSent(takenBack)) {
      LOG.warn("a command's first word stands where it should have gone");
    }
    ObjectNode message = message(text, true);
    message.set("components", rows);
    whisper(interaction, message);
  }

  /// Says something for the eyes of who pressed a button only, beside what the button is under.
  /// Sent until Discord says that it is there: seen twice it does no harm, but missing it would.
  void whisper(Interaction interaction, String text) {
    whisper(interaction, message(text, true));
  }

  private void whisper(Interaction interaction, ObjectNode message) {
    ApiCall call =
        ApiCall.of(
            Route.Interactions.CREATE_FOLLOWUP, bot.get().application(), interaction.getToken());
    if (!isSent(call.with(message))) {
      promised.untold(interaction);
    }
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
