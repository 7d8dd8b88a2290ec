package dev.parley.discord.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.MessageId;
import dev.parley.identity.TenantId;
import dev.parley.message.InboundMessage;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.MessageReceipt;

/// Hands what people say, change and delete to the core.
public final class Incoming {
  private static final String FULL =
      "Too many messages wait here already; I did not take this one. Please send it again later.";

  private final InboundHandler core;
  private final MessageMapper mapper;
  private final Channels channels;
  private final Telling telling;

  public Incoming(InboundHandler core, MessageMapper mapper, Channels channels, Telling telling) {
    this.core = core;
    this.mapper = mapper;
    this.channels = channels;
    this.telling = telling;
  }

  /// Takes an event; once it returns, what it told is stored.
  ///
  /// @param type as the gateway names it
  public void take(String type, JsonNode data) {
    switch (type) {
      case "MESSAGE_CREATE" -> said(data);
      case "MESSAGE_UPDATE" -> changed(data);
      case "MESSAGE_DELETE" -> deleted(data, data.path("id").asText());
      case "MESSAGE_DELETE_BULK" -> data.path("ids").forEach(id -> deleted(data, id.asText()));
      default -> {
        // nothing that people say
      }
    }
  }

  /// Takes a message, as an event or the API tells of it.
  public void said(JsonNode message) {
    mapper.message(message).ifPresent(this::hand);
  }

  private void hand(InboundMessage message) {
    if (core.onMessage(message) == MessageReceipt.REFUSED) {
      telling.tell(ReplyAddress.of(message.replyAddress()), FULL);
    }
  }

  /// Discord also tells so of links that it unfolds and of threads that begin.
  private void changed(JsonNode message) {
    if (message.hasNonNull("edited_timestamp") && message.has("content")) {
      mapper.message(message).ifPresent(core::onEdit);
    }
  }

  private void deleted(JsonNode event, String message) {
    core.onWithdrawal(tenant(event), new MessageId(message));
  }

  private TenantId tenant(JsonNode event) {
    String channel = event.path("channel_id").asText();
    return event.hasNonNull("guild_id")
        ? Places.guild(event.path("guild_id").asText())
        : channels
            .channel(channel)
            .map(known -> Places.of(known).tenant())
            .orElseGet(() -> Places.direct(channel));
  }
}
