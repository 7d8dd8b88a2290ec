package dev.parley.redis;

import dev.parley.identity.MessageId;
import dev.parley.message.InboundMessage;
import dev.parley.message.Wish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A waiting message as its list holds it: a line that the scripts read, and the message as JSON.
final class Entry {
  private static final String SEPARATOR = "\u001f";
  private static final String BETWEEN = "\u001e";

  private Entry() {}

  /// The messages of a turn, whose entries stand one after the other.
  static List<InboundMessage> messages(String entries) {
    return Arrays.stream(entries.split(BETWEEN, -1)).map(Entry::message).toList();
  }

  private static InboundMessage message(String entry) {
    return StoredJson.read(entry.substring(entry.indexOf('\n') + 1), InboundMessage.class);
  }

  /// Ids hold no control characters, so the parts of the line cannot be mistaken.
  static String of(InboundMessage message) {
    List<String> line =
        new ArrayList<>(
            List.of(
                message.id().value(),
                message.author().id().value(),
                RedisKeys.channel(message.place()),
                message.place().thread().map(MessageId::value).orElse("")));
    if (message.wish() != Wish.ANSWER) {
      // what is wished by itself is answered together with nothing else
      line.add(message.id().value());
    }
    return String.join(SEPARATOR, line) + "\n" + StoredJson.written(message);
  }
}
