package dev.parley.testkit.inbox;

import dev.parley.attachment.Attachment;
import dev.parley.conversation.Turn;
import dev.parley.conversation.Utterance;
import dev.parley.identity.Author;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.Requester;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.model.ModelMessage;
import dev.parley.usage.TokenUsage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Messages and turns for tests, told apart by their ids.
public final class Said {
  public static final Instant THEN = Instant.parse("2026-11-22T10:00:00Z");
  /// The platforms of all that is said here.
  public static final Set<PlatformName> SPOKEN = Set.of(new PlatformName("web"));

  public static final Reply REPLY = Reply.answer("So be it.");

  private Said() {}

  public static TenantId tenant(String id) {
    return new TenantId(new PlatformName("web"), id);
  }

  /// A channel of the tenant `T1`.
  public static Place channel(String channel) {
    return channelOf("T1", channel);
  }

  public static Place channelOf(String tenant, String channel) {
    return new Place(tenant(tenant), channel, Optional.empty(), false);
  }

  public static Place thread(String channel, String root) {
    return new Place(tenant("T1"), channel, Optional.of(new MessageId(root)), false);
  }

  public static Author author(String name) {
    return new Author(new UserId("U-" + name), name);
  }

  public static InboundMessage message(String id, Place place, String author) {
    return message(id, place, author, Addressing.MENTION);
  }

  public static InboundMessage message(
      String id, Place place, String author, Addressing addressing) {
    return new InboundMessage(
        new MessageId(id),
        place,
        author(author),
        addressing,
        "text of " + id,
        THEN,
        "answer here: " + id);
  }

  /// Somebody who is no admin.
  public static Requester by(String name) {
    return Requester.plain(author(name).id());
  }

  /// A message of Ada in the channel `general`.
  public static InboundMessage message(String id) {
    return message(id, channel("general"), "Ada");
  }

  /// Where that message belongs by default.
  public static ConversationId general() {
    return channel("general").conversation(SessionScope.THREAD, author("Ada").id());
  }

  /// What a conversation remembers of a turn whose visible answer has the id `reply to` its first
  /// message.
  public static Turn turn(ClaimedTurn claimed) {
    return turn(claimed.messages());
  }

  public static Turn turn(List<InboundMessage> messages) {
    InboundMessage first = messages.getFirst();
    return new Turn(
        first.id(),
        THEN,
        messages.stream()
            .map(message -> new Utterance(message.id(), message.author(), message.text()))
            .toList(),
        List.of(new ModelMessage.SaidByModel("answer to " + first.id())),
        "answer to " + first.id(),
        List.of(),
        "model-1",
        new TokenUsage(10, 0, 5, 0, 0),
        15,
        Optional.of("reply-to-" + first.id() + " rest-of-" + first.id()));
  }

  /// What a conversation remembers of a turn whose first message came with files.
  public static Turn turnWith(ClaimedTurn claimed, Attachment... files) {
    Turn like = turn(claimed);
    InboundMessage first = claimed.firstMessage();
    return new Turn(
        like.id(),
        THEN,
        List.of(new Utterance(first.id(), first.author(), first.text(), List.of(files))),
        like.steps(),
        "You said " + first.text(),
        List.of(),
        like.model(),
        like.usage(),
        like.tokens(),
        Optional.empty());
  }
}
