package dev.parley.discord.command;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.event.Channels;
import dev.parley.discord.reply.AnswerButtons;
import dev.parley.identity.Requester;
import dev.parley.inbox.DiscardOutcome;
import dev.parley.inbox.Feedback;
import dev.parley.inbox.TurnRef;
import dev.parley.platform.AnswerWishes;
import dev.parley.platform.InboundHandler;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what the buttons under an answer say.
final class AnswerPresses {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerPresses.class);

  private final InboundHandler core;
  private final AnswerWishes wishes;
  private final DiscordApi api;
  private final Deferral deferral;
  private final Channels channels;

  AnswerPresses(InboundHandler core, DiscordApi api, Deferral deferral, Channels channels) {
    this.core = core;
    this.wishes = new AnswerWishes(core);
    this.api = api;
    this.deferral = deferral;
    this.channels = channels;
  }

  /// Does what a pressed button says.
  ///
  /// @return whether it is under an answer
  boolean pressed(ButtonInteractionEvent pressed) {
    Optional<AnswerButtons.Press> press = AnswerButtons.press(pressed.getComponentId());
    press
        .filter(_ -> deferral.isNoticed(pressed))
        .flatMap(one -> done(pressed, one))
        .ifPresent(what -> deferral.whisper(pressed, what));
    return press.isPresent();
  }

  /// @return what to tell who pressed; empty where what happens is seen anyway
  private Optional<String> done(ButtonInteractionEvent pressed, AnswerButtons.Press press) {
    Requester by = Visit.of(pressed, channels).requester();
    try {
      return switch (press.action()) {
        case STOP -> wishes.stop(press.turn(), by);
        case REGENERATE -> wishes.regenerate(press.turn(), by);
        case HELPFUL -> wishes.rate(press.turn(), by.user(), Feedback.HELPFUL);
        case NOT_HELPFUL -> wishes.rate(press.turn(), by.user(), Feedback.NOT_HELPFUL);
        case DISCARD -> discard(pressed, press.turn(), by);
      };
    } catch (StoreUnavailableException away) {
      return Optional.of(Questions.STORE_AWAY);
    } catch (RuntimeException defect) {
      LOG.error("a pressed button failed", defect);
      return Optional.of(Questions.BROKEN);
    }
  }

  private Optional<String> discard(ButtonInteractionEvent pressed, TurnRef turn, Requester by) {
    DiscardOutcome outcome = core.onDiscard(turn, by);
    Optional<String> reply =
        outcome instanceof DiscardOutcome.Discarded(Optional<String> known)
            ? known
            : Optional.empty();
    return AnswerWishes.refusal(outcome, by).or(() -> removed(pressed, reply));
  }

  private Optional<String> removed(ButtonInteractionEvent pressed, Optional<String> reply) {
    Set<String> messages = new LinkedHashSet<>();
    reply.ifPresent(reference -> messages.addAll(List.of(reference.split(" "))));
    messages.add(pressed.getMessageId());
    String channel = String.valueOf(pressed.getChannelId());
    for (String message : messages) {
      try {
        api.call(ApiCall.of(Route.Messages.DELETE_MESSAGE, channel, message));
      } catch (DiscordCallException failed) {
        if (!failed.is(DiscordCallException.UNKNOWN_MESSAGE)) {
          LOG.warn("a part of an answer stays: {}", failed.getMessage());
          return Optional.of("I have forgotten it, but Discord does not let me delete it here.");
        }
      }
    }
    return Optional.empty();
  }
}
