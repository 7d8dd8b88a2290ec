package dev.parley.discord.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.event.ReplyAddress;
import dev.parley.discord.reply.AnswerButtons.Under;
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
/// the answer goes to where the bot can still write. In a channel that is the same message. What
/// goes to its asker instead moves there a while before, while this place can say so still.
final class InteractionOutlet implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(InteractionOutlet.class);
  private static final String ORIGINAL = "@original";
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

  private static final Duration TO_MOVE = Duration.ofMinutes(1);
  private static final String MOVED =
      "This takes longer than Discord lets me write here. The answer comes as a direct message.";
  private static final String STUCK =
      "This takes longer than Discord lets me write here, and I cannot write you a direct message."
          + " Please allow direct messages from me, and ask again.";

  private final DiscordApi api;
  private final TurnRef turn;
  private final ReplyAddress address;
  private final ReplyAddress.Interaction interaction;
  private final String application;
  private final Supplier<Outlet> otherwise;
  private final Room room;
  private final Clock clock;
  private volatile Outlet instead;
  private volatile boolean stuck;

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
    return instead != this || isOverIn(CLOCKS_DIFFER);
  }

  private boolean isOverIn(Duration time) {
    return clock.instant().plus(time).isAfter(Instant.ofEpochSecond(interaction.until()));
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
    if (isHeldBack(page)) {
      return MissingNode.getInstance();
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

  /// Where the answer has nowhere to go, its end is written here if there is time still.
  private boolean isHeldBack(Page page) {
    return stuck && page.under() == Under.GROWING;
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
    if (isHeldBack(page)) {
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

  /// In a channel, the message that was begun here is edited as one of the channel's.
  @Override
  public boolean isClosing() {
    return isSingle() && !stuck && !isOver() && isOverIn(TO_MOVE);
  }

  @Override
  public String move(Page page) {
    try {
      Outlet next = otherwise.get();
      String id = next.post(page, 0, () -> true).path("id").asText();
      leave(MOVED);
      instead = next;
      return id;
    } catch (DiscordCallException failed) {
      if (failed.isRefusal()) {
        stuck = true;
        leave(STUCK);
      }
      throw failed;
    }
  }

  private void leave(String why) {
    try {
      edited(ORIGINAL, Page.of(why, Under.MORE), () -> true);
    } catch (DiscordCallException failed) {
      if (!failed.isRefusal()) {
        throw failed;
      }
      LOG.info("an answer moves without a word: {}", failed.getMessage());
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
