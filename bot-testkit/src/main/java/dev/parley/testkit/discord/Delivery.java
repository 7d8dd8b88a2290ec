package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// One thing that Discord tells the bot, and who was told.
public final class Delivery {
  private final GatewayEvent event;
  private final List<String> sessions = new CopyOnWriteArrayList<>();

  Delivery(GatewayEvent event) {
    this.event = event;
  }

  GatewayEvent event() {
    return event;
  }

  void told(String session) {
    sessions.add(session);
  }

  /// What happened: `MESSAGE_CREATE`, `INTERACTION_CREATE` and so on.
  public String type() {
    return event.type();
  }

  /// What is told to those who may read everything.
  public JsonNode payload() {
    return event.full().deepCopy();
  }

  /// The ids of the sessions that it went to, once for each time; those that are interrupted
  /// hear of it when they resume.
  public List<String> sessions() {
    return List.copyOf(sessions);
  }

  @Override
  public String toString() {
    return type() + " to " + sessions.size() + " sessions";
  }
}
