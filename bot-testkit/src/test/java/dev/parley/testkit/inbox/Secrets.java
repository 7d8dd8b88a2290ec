package dev.parley.testkit.inbox;

import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import java.util.List;

/// What Ada says that nobody must find again, and the search for it.
final class Secrets {
  static final String WORDS = "SECRET";

  private Secrets() {}

  static InboundMessage said(String id, Place place) {
    return new InboundMessage(
        new MessageId(id),
        place,
        Said.author("Ada"),
        place.direct() ? Addressing.DIRECT : Addressing.MENTION,
        WORDS + id,
        Said.THEN,
        "answer here");
  }

  /// All that Redis holds, a line for each key.
  static List<String> everything(RedisForTests redis) {
    return redis.command("KEYS", "*").stream()
        .map(key -> key + " = " + String.join(" ", content(redis, key)))
        .toList();
  }

  private static List<String> content(RedisForTests redis, String key) {
    return switch (redis.command("TYPE", key).getFirst()) {
      case "list" -> redis.command("LRANGE", key, "0", "-1");
      case "hash" -> redis.command("HGETALL", key);
      case "set" -> redis.command("SMEMBERS", key);
      case "zset" -> redis.command("ZRANGE", key, "0", "-1", "WITHSCORES");
      case "stream" -> redis.command("XRANGE", key, "-", "+");
      default -> redis.command("GET", key);
    };
  }
}
