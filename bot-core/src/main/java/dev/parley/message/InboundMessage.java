package dev.parley.message;

import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import java.time.Instant;

/// A message to the bot, as an adapter understood it: mention stripped, entities decoded.
///
/// @param replyAddress what the adapter needs to answer it; opaque to the core, at most a few
///     hundred characters
public record InboundMessage(
    MessageId id,
    Place place,
    Author author,
    Addressing addressing,
    String text,
    Instant sentAt,
    String replyAddress) {
  public static final int MOST_CHARACTERS = 100_000;

  public InboundMessage {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a message has at most " + MOST_CHARACTERS + " characters, not " + text.length());
    }
  }
}
