package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Delivers over Socket Mode: each envelope to one of the connections (docs.slack.dev, "Using
/// Socket Mode").
final class SocketRoute implements DeliveryRoute {
  private static final int MOST_CONNECTIONS = 10;

  private final Ids ids;
  private final SlackApp app;
  private final Duration ackWithin;
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final Map<String, CompletableFuture<String>> awaited = new ConcurrentHashMap<>();
  private final List<WsContext> connections = new ArrayList<>();

  SocketRoute(Ids ids, SlackApp app, Duration ackWithin) {
    this.ids = ids;
    this.app = app;
    this.ackWithin = ackWithin;
  }

  /// What admits one connection, once.
  String ticket() {
    String ticket = ids.id("ticket-");
    tickets.add(ticket);
    return ticket;
  }

  void serve(WsConfig socket) {
    socket.onConnect(this::connected);
    socket.onMessage(message -> acknowledged(Json.parse(message.message())));
    socket.onClose(this::gone);
    socket.onError(this::gone);
  }

  private void connected(WsContext connection) {
    String ticket = connection.queryParam("ticket");
    if (ticket == null || !tickets.remove(ticket)) {
      connection.closeSession(4001, "link_disabled");
      return;
    }
    connection.enableAutomaticPings();
    ObjectNode hello = Json.object().put("type", "hello");
    synchronized (connections) {
      if (connections.size() >= MOST_CONNECTIONS) {
        connection.closeSession(4002, "too_many_connections");
        return;
      }
      hello.put("num_connections", connections.size() + 1);
      hello
          .putObject("debug_info")
          .put("host", "applink")
          .put("approximate_connection_time", 18060);
      hello.putObject("connection_info").put("app_id", app.id());
      connection.send(hello.toString());
      connections.add(connection);
      connections.notifyAll();
    }
  }

  private void acknowledged(JsonNode message) {
    CompletableFuture<String> waiting = awaited.get(message.path("envelope_id").asText());
    if (waiting != null) {
      JsonNode payload = message.path("payload");
      waiting.complete(
          payload.isMissingNode()
              ? ""
              : payload.isTextual() ? payload.asText() : payload.toString());
    }
  }

  private void gone(WsContext connection) {
    synchronized (connections) {
      connections.removeIf(it -> it.sessionId().equals(connection.sessionId()));
    }
  }

  int connectionCount() {
    synchronized (connections) {
      return connections.size();
    }
  }

  /// Tells a connection to go, and sends nothing through it any more.
  ///
  /// @param reason `warning` or `refresh_requested`
  void disconnectAll(String reason) {
    synchronized (connections) {
      for (WsContext connection : connections) {
        ObjectNode frame = Json.object().put("type", "disconnect").put("reason", reason);
        frame.putObject("debug_info").put("host", "applink");
        connection.send(frame.toString());
      }
      if (!reason.equals("warning")) {
        connections.clear();
      }
    }
  }

  /// Breaks all connections without a word.
  void dropAll() {
    List<WsContext> dropped;
    synchronized (connections) {
      dropped = List.copyOf(connections);
      connections.clear();
    }
    dropped.forEach(connection -> connection.session.disconnect());
  }

  @Override
  public Result attempt(Envelope envelope, int retry, String reason) throws InterruptedException {
    String id = ids.id("envelope-");
    CompletableFuture<String> acknowledgement = new CompletableFuture<>();
    awaited.put(id, acknowledgement);
    try {
      Optional<String> connection = send(wire(envelope, id, retry, reason));
      if (connection.isEmpty()) {
        return new Result(new Delivery.Attempt("", "no_connection", ""), true);
      }
      return awaitAnswer(connection.get(), acknowledgement);
    } finally {
      awaited.remove(id);
    }
  }

  private Result awaitAnswer(String connection, CompletableFuture<String> acknowledgement)
      throws InterruptedException {
    try {
      String answer = acknowledgement.get(ackWithin.toMillis(), TimeUnit.MILLISECONDS);
      return new Result(new Delivery.Attempt(connection, "ok", answer), false);
    } catch (TimeoutException | ExecutionException e) {
      return new Result(new Delivery.Attempt(connection, "timeout", ""), true);
    }
  }

  private static String wire(Envelope envelope, String id, int retry, String reason) {
    ObjectNode wire = Json.object().put("envelope_id", id).put("type", envelope.kind().type());
    wire.put("accepts_response_payload", envelope.kind() != Envelope.Kind.EVENT);
    if (envelope.kind() == Envelope.Kind.EVENT) {
      wire.put("retry_attempt", retry).put("retry_reason", reason);
    }
    wire.set("payload", envelope.payload());
    return wire.toString();
  }

  /// Waits as long for a connection as for an acknowledgement; returns the one that was chosen.
  private Optional<String> send(String wire) throws InterruptedException {
    Instant end = Instant.now().plus(ackWithin);
    synchronized (connections) {
      connections.removeIf(connection -> !connection.session.isOpen());
      while (connections.isEmpty()) {
        long left = Duration.between(Instant.now(), end).toMillis();
        if (left <= 0) {
          return Optional.empty();
        }
        connections.wait(left);
      }
      WsContext chosen = connections.get(ThreadLocalRandom.current().nextInt(connections.size()));
      chosen.send(wire);
      return Optional.of(chosen.sessionId());
    }
  }
}
