package dev.parley.redis;

import dev.parley.identity.MessageId;
import dev.parley.message.InboundMessage;

/// A waiting message as its list holds it: a line that the scripts read, and the message as JSON.
final class Entry {
  private static final String SEPARATOR = "\u001f";

  private Entry() {}

  /// Ids hold no control characters, so the parts of the line cannot be mistaken.
  static String of(InboundMessage message) {
    String line =
        String.join(
            SEPARATOR,
            message.id().value(),
            message.author().id().value(),
            RedisKeys.channel(message.place()),
            message.place().thread().map(MessageId::value).orElse(""));
    return line + "\n" + StoredJson.written(message);
  }
}
