package dev.parley.web;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.message.Reply;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.RoomLog;
import dev.parley.platform.RoomPost;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Posts in rooms what nobody asked for. Such a post has an id like a person's, so that a thread
/// can hang from it.
final class UnaskedPosts {
  private final RoomLog log;
  private final Clock clock;
  private final WebSettings settings;
  private final Supplier<InboundHandler> handler;

  /// @param handler the core; throws [RequestProblem] while it is not there
  UnaskedPosts(RoomLog log, Clock clock, WebSettings settings, Supplier<InboundHandler> handler) {
    this.log = log;
    this.clock = clock;
    this.settings = settings;
    this.handler = handler;
  }

  /// @throws DeliveryException where it cannot be posted
  void post(Place place, Reply reply) {
    RoomName room =
        RoomName.of(place)
            .orElseThrow(() -> new DeliveryException("there is no such room", false, null));
    try {
      log.post(RoomName.TENANT, room.value(), unasked(place, kept(reply)));
    } catch (StoreUnavailableException away) {
      throw new DeliveryException("a post could not be stored", true, away);
    }
  }

  private Reply kept(Reply reply) {
    if (reply.files().isEmpty()) {
      return reply;
    }
    try {
      return RoomFiles.kept(reply, handler.get().files(RoomName.TENANT));
    } catch (RequestProblem notStarted) {
      throw new DeliveryException("the web chat is not started", true, notStarted);
    }
  }

  private RoomPost unasked(Place place, Reply reply) {
    return new RoomPost(
        UUID.randomUUID().toString(),
        clock.instant(),
        RoomName.bot(settings),
        reply.markdown(),
        reply.tone(),
        Optional.empty(),
        place.thread().map(MessageId::value),
        reply.files(),
        reply.actions());
  }
}
