package dev.parley.slack.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import java.util.function.Consumer;

/// Takes all events, of whatever kind, on one way: Bolt has a class for each, this needs but a few
/// of their fields. What else Slack sends goes on to Bolt's own handlers.
public final class EventIntake implements Middleware {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Consumer<JsonNode> taker;

  /// @param taker of an event's whole body; the event is acknowledged once it returned
  public EventIntake(Consumer<JsonNode> taker) {
    this.taker = taker;
  }

  @Override
  @SuppressWarnings("rawtypes") // Bolt's own signature
  public Response apply(Request request, Response response, MiddlewareChain chain)
      throws Exception {
    if (request.getRequestType() != RequestType.Event) {
      return chain.next(request);
    }
    taker.accept(parsed(request.getRequestBodyAsString()));
    return Response.ok();
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("an event that is no JSON", notJson);
    }
  }
}
