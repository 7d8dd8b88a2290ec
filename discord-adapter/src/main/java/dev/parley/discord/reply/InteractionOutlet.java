package dev.parley.discord.reply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.event.ReplyAddress;
import dev.parley.discord.text.DiscordText;
import dev.parley.inbox.TurnRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The answer to a command, in its own place: the message that says that the bot thinks. Discord
/// lets it be written for fifteen minutes ("Receiving and Responding to Interactions"); after that
/// the answer goes to where the bot can still write.
final class InteractionOutlet implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(InteractionOutlet.class);
  private static final String ORIGINAL = "@original";
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

  private final DiscordApi api;
  private final TurnRef turn;
  private final ReplyAddress address;
  private final ReplyAddress.Interaction interaction;
  private final String application;
  private final Supplier<Outlet> otherwise;
  private final Room room;
  private final Clock clock;
  private Outlet instead;

  /// @param otherwise where the answer goes once its own place takes it no more
  InteractionOutlet(
      DiscordApi api,
      TurnRef turn,
      ReplyAddress address,
      String application,
      Supplier<Outlet> otherwise,
      Room room,
      Clock clock) {
    this.api = api;
    this.turn = turn;
    this.address = address;
    this.interaction = address.interaction().orElseThrow();
    this.application = application;
    this.otherwise = otherwise;
    this.room = room;
    this.clock = clock;
    this.instead = this;
  }

  private boolean isOver() {
    return instead != this
        || clock.instant().plus(CLOCKS_DIFFER).isAfter(Instant.ofEpochSecond(interaction.until()));
  }

  private Outlet later() {
    if (instead == this) {
      LOG.info("the answer to a command has no place of its own any more");
      instead = otherwise.get();
    }
    return instead;
  }

  @Override
  public JsonNode post(Page page, int number, BooleanSupplier wanted) {
    if (isOver() || number > 0) {
      return later(number).post(page, number, wanted);
    }
    try {
      return edited(ORIGINAL, page, wanted);
    } catch (DiscordCallException failed) {
      if (failed.meansTokenGone() || failed.is(DiscordCallException.UNKNOWN_MESSAGE)) {
        return later().post(page, number, wanted);
      }
      throw failed;
    }
  }

  /// What follows the first message is posted in the channel like any message.
  private Outlet later(int number) {
    return number > 0 && instead == this ? otherwise.get() : later();
  }

  @Override
  public void edit(String message, Page page, BooleanSupplier wanted) {
    if (isOver()) {
      later().edit(message, page, wanted);
      return;
    }
    try {
      edited(message, page, wanted);
    } catch (DiscordCallException failed) {
      if (!failed.meansTokenGone() && !failed.is(DiscordCallException.UNKNOWN_MESSAGE)) {
        throw failed;
      }
      (failed.meansTokenGone() ? later() : otherwise.get()).edit(message, page, wanted);
    }
  }

  private JsonNode edited(String message, Page page, BooleanSupplier wanted) {
    return api.call(
        ApiCall.of(Route.Interactions.EDIT_FOLLOWUP, application, interaction.token(), message)
            .with(page.json(turn))
            .with(page.files())
            .onlyIf(wanted));
  }

  @Override
  public void delete(String message) {
    if (isOver()) {
      later().delete(message);
      return;
    }
    try {
      api.call(
          ApiCall.of(
              Route.Interactions.DELETE_FOLLOWUP, application, interaction.token(), message));
    } catch (DiscordCallException failed) {
      if (failed.meansTokenGone()) {
        later().delete(message);
      } else if (!failed.is(DiscordCallException.UNKNOWN_MESSAGE)) {
        throw failed;
      }
    }
  }

  /// Its first message is written in place however often, so there is never doubt about it.
  @Override
  public List<JsonNode> posted() {
    return List.of();
  }

  @Override
  public boolean isBeginning(JsonNode message) {
    return false;
  }

  /// Discord shows by itself that the bot thinks.
  @Override
  public void typing() {}

  @Override
  public Room room() {
    return room;
  }

  @Override
  public String before() {
    return interaction.hidden() || address.title().isBlank()
        ? ""
        : DiscordText.of("> " + address.title()) + "\n";
  }

  @Override
  public boolean isHidden() {
    return interaction.hidden();
  }

  @Override
  public boolean isSingle() {
    return interaction.hidden() || !interaction.member();
  }
}
