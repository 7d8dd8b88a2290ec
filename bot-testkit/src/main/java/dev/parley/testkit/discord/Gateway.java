package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sessions of all instances of the bot; each is told everything that is for its shard.
final class Gateway {
  private final Map<String, GatewaySession> sessions = new LinkedHashMap<>();
  private final Map<String, GatewayConnection> connections = new LinkedHashMap<>();
  private final List<Delivery> deliveries = new ArrayList<>();
  private int copies = 1;
  private int identified;
  private int resumed;

  synchronized void opened(GatewayConnection connection) {
    connections.put(connection.id(), connection);
  }

  synchronized Optional<GatewayConnection> connection(String id) {
    return Optional.ofNullable(connections.get(id));
  }

  /// Ends a connection; the session ends with it if the bot said goodbye.
  synchronized void closed(String id, boolean goodbye) {
    GatewayConnection connection = connections.remove(id);
    if (connection == null) {
      return;
    }
    connection.gone();
    connection
        .session()
        .filter(it -> it.connection().equals(Optional.of(connection)))
        .ifPresent(it -> interrupt(it, goodbye));
  }

  private void interrupt(GatewaySession session, boolean goodbye) {
    session.interrupt();
    if (goodbye) {
      sessions.remove(session.id());
    }
  }

  synchronized void identified(GatewaySession session, GatewayConnection connection) {
    session.connect(connection);
    sessions.put(session.id(), session);
    identified++;
  }

  /// Goes on with a session on another connection; returns whether there is such a session.
  synchronized boolean resume(String id, int after, GatewayConnection connection) {
    GatewaySession session = sessions.get(id);
    if (session == null || after > session.sequence()) {
      return false;
    }
    session.connect(connection);
    session.replay(after);
    session.tell("RESUMED", Json.object());
    resumed++;
    return true;
  }

  synchronized void tell(GatewaySession session, String type, JsonNode data) {
    session.tell(type, data);
  }

  synchronized Delivery dispatch(GatewayEvent event) {
    Delivery delivery = new Delivery(event);
    deliveries.add(delivery);
    for (int i = 0; i < copies; i++) {
      again(delivery);
    }
    return delivery;
  }

  synchronized void again(Delivery delivery) {
    GatewayEvent event = delivery.event();
    for (GatewaySession session : sessions.values()) {
      if (session.covers(event.guild()) && Intent.has(session.intents(), event.intent())) {
        session.tell(event.type(), event.payloadFor(session.intents()));
        delivery.told(session.id());
      }
    }
  }

  synchronized void copies(int times) {
    copies = times;
  }

  synchronized List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /// Sessions that have a connection now.
  synchronized List<GatewaySession> connected() {
    return sessions.values().stream().filter(it -> it.connection().isPresent()).toList();
  }

  synchronized int identifications() {
    return identified;
  }

  synchronized int resumptions() {
    return resumed;
  }

  /// Asks all connections to come again (op 7).
  synchronized void reconnect() {
    connections.values().forEach(it -> it.send(7, null));
  }

  /// Tells all sessions that they are not valid (op 9).
  synchronized void invalidate(boolean resumable) {
    connections.values().forEach(it -> it.send(9, BooleanNode.valueOf(resumable)));
    if (!resumable) {
      connections.values().forEach(GatewayConnection::forget);
      sessions.clear();
    }
  }

  /// Ends all sessions that asked for an intent.
  synchronized void end(int intent, int code, String reason) {
    connected().stream()
        .filter(it -> Intent.has(it.intents(), intent))
        .toList()
        .forEach(
            it -> {
              sessions.remove(it.id());
              it.connection().ifPresent(connection -> connection.close(code, reason));
            });
  }

  /// Breaks all connections without a word.
  synchronized void terminate() {
    List.copyOf(connections.values()).forEach(GatewayConnection::drop);
  }
}
