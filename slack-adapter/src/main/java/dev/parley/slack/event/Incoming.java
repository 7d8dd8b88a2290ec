package dev.parley.slack.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.UserId;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.MessageReceipt;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands what people say to the core, and their wish to stop.
public final class Incoming {
  private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
  private static final String FULL =
      "Too many messages wait here already; I did not take this one. Please send it again later.";

  private final InboundHandler core;
  private final SlackApi api;
  private final Supplier<SlackIdentity> identity;
  private final InboundMessages messages;
  private final Decoding decoding;
  private final BiFunction<String, String, Optional<TurnRef>> running;

  /// Slack's markup, in plain words.
  @FunctionalInterface
  public interface Decoding {
    /// The words that were meant.
    ///
    /// @param bot whose mention is left out
    String decoded(String markup, SlackIdentity bot);
  }

  /// @param running the turn that is answered in a channel's thread now
  public Incoming(
      InboundHandler core,
      SlackApi api,
      Supplier<SlackIdentity> identity,
      InboundMessages messages,
      Decoding decoding,
      BiFunction<String, String, Optional<TurnRef>> running) {
    this.core = core;
    this.api = api;
    this.identity = identity;
    this.messages = messages;
    this.decoding = decoding;
    this.running = running;
  }

  /// Takes an event; once it returns, what it told is stored.
  ///
  /// @param envelope the whole body
  public void take(JsonNode envelope) {
    JsonNode event = envelope.path("event");
    if (event.path("type").asText().equals("agent_session_stopped")) {
      stop(event);
    } else {
      SlackIdentity bot = identity.get();
      SlackEventMapper.message(envelope, bot).ifPresent(message -> hand(message, bot));
    }
  }

  private void stop(JsonNode event) {
    UserId by = new UserId(event.path("user").asText());
    running
        .apply(event.path("channel").asText(), event.path("thread_ts").asText())
        .ifPresent(turn -> core.onStop(turn, by));
  }

  private void hand(SlackMessage message, SlackIdentity bot) {
    InboundMessage inbound = messages.inbound(message, decoding.decoded(message.text(), bot));
    if (core.onMessage(inbound) == MessageReceipt.REFUSED) {
      Thread.ofVirtual().name("slack refusal").start(() -> refuse(message, inbound));
    }
  }

  private void refuse(SlackMessage message, InboundMessage inbound) {
    try {
      api.call(
          ApiCall.passing("chat.postEphemeral")
              .with("channel", message.channel())
              .with("user", message.user())
              .with("thread_ts", ReplyAddress.of(inbound.replyAddress()).thread())
              .with("text", FULL));
    } catch (SlackCallException untold) {
      LOG.warn("{} was not told that a message was refused: {}", message.user(), untold.toString());
    }
  }
}
