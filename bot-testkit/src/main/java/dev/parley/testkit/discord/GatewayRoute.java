package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsMessageContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What bots say to the gateway, and what it answers (discord.com/developers, "Gateway", version
/// 10).
final class GatewayRoute {
  private static final int GOODBYE = 1000;
  private static final int GOING_AWAY = 1001;

  private final World world;
  private final String address;

  /// @param address where sessions are to be resumed
  GatewayRoute(World world, String address) {
    this.world = world;
    this.address = address;
  }

  static void serve(WsConfig socket, World world, FileStore.Address address) {
    socket.onConnect(it -> route(world, address).connected(it));
    socket.onMessage(it -> route(world, address).heard(it));
    socket.onClose(
        it ->
            world
                .gateway()
                .closed(it.sessionId(), it.status() == GOODBYE || it.status() == GOING_AWAY));
    socket.onError(it -> world.gateway().closed(it.sessionId(), false));
  }

  private static GatewayRoute route(World world, FileStore.Address address) {
    return new GatewayRoute(world, address.url());
  }

  private void connected(WsConnectContext socket) {
    String encoding = Optional.ofNullable(socket.queryParam("encoding")).orElse("json");
    String compression = Optional.ofNullable(socket.queryParam("compress")).orElse("");
    boolean compressed = compression.equals("zlib-stream");
    if (!encoding.equals("json") || !(compressed || compression.isEmpty())) {
      socket.closeSession(4002, "Error while decoding payload.");
      return;
    }
    socket.session.setIdleTimeout(Duration.ofMinutes(10));
    GatewayConnection connection = new GatewayConnection(socket, compressed);
    world.gateway().opened(connection);
    long interval = world.rules().heartbeat().toMillis();
    connection.send(10, Json.object().put("heartbeat_interval", interval));
  }

  private void heard(WsMessageContext message) {
    world
        .gateway()
        .connection(message.sessionId())
        .ifPresent(connection -> heard(connection, message.message()));
  }

  private void heard(GatewayConnection connection, String text) {
    JsonNode frame;
    try {
      frame = Json.parse(text);
    } catch (IllegalArgumentException e) {
      connection.close(4002, "Error while decoding payload.");
      return;
    }
    synchronized (world) {
      synchronized (world.gateway()) {
        obey(connection, frame.path("op").asInt(-1), frame.path("d"));
      }
    }
  }

  private void obey(GatewayConnection connection, int operation, JsonNode data) {
    switch (operation) {
      case 1 -> connection.send(11, null);
      case 2 -> identify(connection, data);
      case 6 -> resume(connection, data);
      case 8 -> members(connection, data);
      case 3, 4 -> {
        // presence and voice change nothing here
      }
      default -> connection.close(4001, "Unknown opcode.");
    }
  }

  private void identify(GatewayConnection connection, JsonNode data) {
    int intents = data.path("intents").asInt(-1);
    int shard = data.path("shard").path(0).asInt(0);
    int shards = data.path("shard").path(1).asInt(1);
    if (connection.session().isPresent()) {
      connection.close(4005, "Already authenticated.");
    } else if (!isToken(data)) {
      connection.close(4004, "Authentication failed.");
    } else if (intents < 0 || (intents & ~Intent.KNOWN) != 0) {
      connection.close(4013, "Invalid intent(s).");
    } else if (Intent.has(intents, Intent.MESSAGE_CONTENT) && !world.isContentGranted()) {
      connection.close(World.DISALLOWED_INTENTS, "Disallowed intent(s).");
    } else if (shard >= shards) {
      connection.close(4010, "Invalid shard.");
    } else {
      String id = UUID.randomUUID().toString().replace("-", "");
      ready(new GatewaySession(id, intents, shard, shards), connection);
    }
  }

  private boolean isToken(JsonNode data) {
    return data.path("token").asText().replaceFirst("^Bot ", "").equals(world.bot().token());
  }

  private void ready(GatewaySession session, GatewayConnection connection) {
    List<DiscordGuild> guilds =
        world.guilds().stream().filter(it -> it.hasBot() && session.covers(it.id())).toList();
    world.gateway().identified(session, connection);
    session.tell("READY", greeting(session, guilds));
    if (Intent.has(session.intents(), Intent.GUILDS)) {
      guilds.forEach(it -> session.tell("GUILD_CREATE", GuildWire.of(it, world.bot())));
    }
  }

  private ObjectNode greeting(GatewaySession session, List<DiscordGuild> guilds) {
    ObjectNode ready = Json.object().put("v", 10).put("session_id", session.id());
    ready.put("resume_gateway_url", address).put("session_type", "normal");
    ready.set("user", world.bot().self());
    ready.putArray("relationships");
    ready.putArray("private_channels");
    ready.putArray("presences");
    ready.putArray("shard").add(session.shard()).add(session.shards());
    ready.putObject("application").put("id", world.bot().id()).put("flags", 0);
    ArrayNode named = ready.putArray("guilds");
    guilds.forEach(it -> named.addObject().put("id", it.id()).put("unavailable", true));
    return ready;
  }

  private void resume(GatewayConnection connection, JsonNode data) {
    if (!isToken(data)) {
      connection.close(4004, "Authentication failed.");
    } else if (!world
        .gateway()
        .resume(data.path("session_id").asText(), data.path("seq").asInt(), connection)) {
      connection.send(9, BooleanNode.FALSE);
    }
  }

  private void members(GatewayConnection connection, JsonNode data) {
    JsonNode asked = data.path("guild_id");
    String id = asked.isArray() ? asked.path(0).asText() : asked.asText();
    Optional<DiscordGuild> guild = world.guild(id);
    if (guild.isEmpty() || connection.session().isEmpty()) {
      return;
    }
    ObjectNode chunk = Json.object().put("guild_id", id).put("chunk_index", 0);
    chunk.put("chunk_count", 1).putArray("not_found");
    ArrayNode members = chunk.putArray("members");
    for (JsonNode user : data.path("user_ids")) {
      world.user(user.asText()).ifPresent(it -> members.add(guild.get().member(it)));
    }
    chunk.set("nonce", data.path("nonce"));
    connection.session().get().tell("GUILD_MEMBERS_CHUNK", chunk);
  }
}
