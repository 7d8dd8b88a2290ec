package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a bot's connection goes by, and what it can resume after an interruption.
final class GatewaySession {
  private final String id;
  private final int intents;
  private final int shard;
  private final int shards;
  private final List<ObjectNode> told = new ArrayList<>();
  private @Nullable GatewayConnection connection;

  GatewaySession(String id, int intents, int shard, int shards) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
    this.shards = shards;
  }

  String id() {
    return id;
  }

  int intents() {
    return intents;
  }

  int shard() {
    return shard;
  }

  int shards() {
    return shards;
  }

  Optional<GatewayConnection> connection() {
    return Optional.ofNullable(connection);
  }

  void connect(GatewayConnection to) {
    connection = to;
    to.serves(this);
  }

  /// Keeps the session without a connection, so that it can be resumed.
  void interrupt() {
    connection = null;
  }

  int sequence() {
    return told.size();
  }

  /// Whether what happens in a guild, or in direct messages where it is empty, is for this shard.
  boolean covers(String guild) {
    return guild.isEmpty() ? shard == 0 : (Long.parseLong(guild) >>> 22) % shards == shard;
  }

  void tell(String type, JsonNode data) {
    ObjectNode frame = Json.object().put("op", 0).put("s", sequence() + 1).put("t", type);
    frame.set("d", data);
    told.add(frame);
    connection().ifPresent(it -> it.send(frame));
  }

  /// Tells again what came after a number.
  void replay(int after) {
    List<ObjectNode> missed = List.copyOf(told.subList(after, told.size()));
    missed.forEach(frame -> connection().ifPresent(it -> it.send(frame)));
  }
}
