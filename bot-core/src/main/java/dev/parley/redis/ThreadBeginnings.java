package dev.parley.redis;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationStore;
import dev.parley.conversation.Turn;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Lease;
import dev.parley.message.InboundMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lets the conversation of a thread begin with the exchange that the thread hangs from. Only the
/// first turn of a thread costs requests for it.
final class ThreadBeginnings {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final ConversationStore conversations;

  ThreadBeginnings(Scripts scripts, RedisKeys keys, RedisSettings redis) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = redis.shortPatience();
    conversations = new RedisConversationStore(scripts, keys, redis);
  }

  ClaimedTurn attached(ClaimedTurn claimed) {
    if (!claimed.conversation().isEmpty()) {
      return claimed;
    }
    InboundMessage message = claimed.firstMessage();
    return message
        .place()
        .thread()
        .flatMap(root -> parent(claimed, message).flatMap(parent -> exchange(parent, root)))
        .map(exchange -> begunWith(exchange, claimed))
        .orElse(claimed);
  }

  private static Optional<ConversationId> parent(ClaimedTurn claimed, InboundMessage message) {
    Place place = message.place();
    ConversationId own = claimed.conversation().id();
    return Stream.of(SessionScope.THREAD, SessionScope.USER)
        .filter(scope -> place.conversation(scope, message.author().id()).equals(own))
        .map(scope -> place.outsideThread().conversation(scope, message.author().id()))
        .findFirst();
  }

  private Optional<Turn> exchange(ConversationId parent, MessageId root) {
    return conversations.read(parent).turns().stream().filter(turn -> turn.holds(root)).findFirst();
  }

  private ClaimedTurn begunWith(Turn exchange, ClaimedTurn claimed) {
    return claimed.with(begun(claimed.lease(), exchange));
  }

  /// The conversation of a turn, begun with an exchange unless it remembers something already or
  /// was reset.
  Conversation begun(Lease lease, Turn exchange) {
    ConversationId id = lease.turn().conversation();
    List<String> history =
        scripts
            .run(
                Script.BEGINS,
                patience,
                keys.tenant(id.tenant()),
                id.key(),
                Long.toString(lease.token()),
                StoredJson.written(exchange))
            .texts();
    return new Conversation(id, Optional.empty(), StoredJson.readAll(history, Turn.class));
  }
}
