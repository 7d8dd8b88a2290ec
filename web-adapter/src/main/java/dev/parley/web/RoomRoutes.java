package dev.parley.web;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.Requester;
import dev.parley.identity.UserId;
import dev.parley.inbox.StopOutcome;
import dev.parley.inbox.TurnRef;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.RoomLog;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rooms over HTTP: what is in them, what happens in them, and what people do there.
final class RoomRoutes implements HttpRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(RoomRoutes.class);
  private static final int MOST_ROOMS = 200;

  /// More than are listed, since most may be between one person and the bot.
  private static final int MOST_ROOMS_SEEN = 5_000;

  private static final int LONGEST_KEY = 2_000;
  private static final int LONGEST_ID = 200;
  private static final String STOP_EXAMPLE =
      "{\"turn\":\"…\",\"conversation\":\"…\",\"user\":\"…\"}";

  private final RoomLog log;
  private final RoomJson json;
  private final RoomMessages messages;
  private final RoomEvents events;
  private final WebSettings settings;
  private final Supplier<InboundHandler> handler;

  /// @param handler the core; throws [RequestProblem] while it is not there
  RoomRoutes(
      RoomLog log,
      RoomJson json,
      RoomMessages messages,
      RoomEvents events,
      WebSettings settings,
      Supplier<InboundHandler> handler) {
    this.log = log;
    this.json = json;
    this.messages = messages;
    this.events = events;
    this.settings = settings;
    this.handler = handler;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/api/rooms", this::list);
    config.routes.get("/api/rooms/{room}", this::view);
    config.routes.get("/api/rooms/{room}/events", events::serve);
    config.routes.post(
        "/api/rooms/{room}/messages", request -> messages.take(request, handler.get()));
    config.routes.post("/api/rooms/{room}/stop", this::stop);
    config.routes.get("/api/commands", this::commands);
    config.routes.exception(
        StoreUnavailableException.class,
        (problem, request) -> {
          // the store itself tells the operator, once
          LOG.debug("{} while the store is away: {}", request.path(), problem.getMessage());
          request.header("Retry-After", "2");
          Json.answer(request, 503, RequestProblem.body(WebWording.STORE_AWAY));
        });
  }

  private void list(Context request) {
    List<String> rooms =
        log.rooms(RoomName.TENANT, MOST_ROOMS_SEEN).stream()
            .filter(RoomName::isListed)
            .limit(MOST_ROOMS)
            .toList();
    Json.answer(request, 200, Map.of("rooms", rooms));
  }

  private void view(Context request) {
    RoomName room = RoomName.of(request);
    Json.answer(
        request,
        200,
        json.room(
            room, log.read(RoomName.TENANT, room.value(), "", settings.limits().mostPosts())));
  }

  private void stop(Context request) {
    RoomName.of(request);
    JsonBody body = JsonBody.of(request, settings.limits().largestBody(), STOP_EXAMPLE);
    TurnRef turn =
        new TurnRef(
            new ConversationId(RoomName.TENANT, body.id("conversation", LONGEST_KEY)),
            new MessageId(body.id("turn", LONGEST_ID)));
    StopOutcome outcome =
        handler.get().onStop(turn, Requester.plain(new UserId(body.id("user", LONGEST_ID))));
    switch (outcome) {
      case STOPPING -> Json.answer(request, 202, Map.of("outcome", "stopping"));
      case NOT_YOURS -> throw new RequestProblem(403, WebWording.NOT_YOURS);
      case NOT_RUNNING -> throw new RequestProblem(409, WebWording.NOT_RUNNING);
    }
  }

  private void commands(Context request) {
    Json.answer(request, 200, Map.of("commands", CommandLines.offers(handler.get().commands())));
  }
}
