package dev.parley.testkit.inbox;

import dev.parley.approval.PendingCalls;
import dev.parley.attachment.AttachmentStore;
import dev.parley.attachment.GivenFiles;
import dev.parley.conversation.ConversationStore;
import dev.parley.conversation.PersonalRecords;
import dev.parley.conversation.Setting;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.inbox.Feedback;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxListener;
import dev.parley.inbox.InboxSettings;
import dev.parley.inbox.Lease;
import dev.parley.inbox.PastTurns;
import dev.parley.inbox.TurnJournal;
import dev.parley.inbox.TurnLostException;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.testkit.approval.InMemoryPendingCalls;
import dev.parley.testkit.attachment.InMemoryAttachmentStore;
import dev.parley.testkit.attachment.InMemoryGivenFiles;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Conversations, settings and turns in memory, by the same rules as in Redis. Guarded by its own
/// monitor.
public final class InMemoryStorage implements Storage {
  private final Clock clock;
  private final Map<ConversationId, ConversationState> conversations = new LinkedHashMap<>();
  private final Map<Seen, Instant> seen = new HashMap<>();
  private final Map<Channel, Map<Setting, String>> settings = new HashMap<>();
  private final Map<Channel, UserId> owners = new HashMap<>();
  private final List<InboxListener> listeners = new CopyOnWriteArrayList<>();
  private final Set<ConversationId> followed = new HashSet<>();
  private final Map<TurnRef, PastTurn> past = new HashMap<>();
  private final AttachmentStore attachments = new InMemoryAttachmentStore();
  private final GivenFiles givenFiles = new InMemoryGivenFiles();
  private final InMemoryPendingCalls pendingCalls = new InMemoryPendingCalls();
  private long tokens;

  /// A turn that was answered.
  record PastTurn(RunningTurn turn, Map<UserId, Feedback> feedback) {}

  private record Seen(TenantId tenant, MessageId message) {}

  private record Channel(TenantId tenant, String channel) {}

  public InMemoryStorage(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Inbox inbox(InboxSettings inboxSettings) {
    return new InMemoryInbox(this, inboxSettings);
  }

  @Override
  public TurnJournal journal() {
    return new InMemoryTurnJournal(this);
  }

  @Override
  public PastTurns pastTurns() {
    return new InMemoryPastTurns(this);
  }

  /// The turns that were answered, with what people think of them.
  Map<TurnRef, PastTurn> past() {
    return past;
  }

  @Override
  public ConversationStore conversations() {
    return new InMemoryConversationStore(this);
  }

  @Override
  public PersonalRecords personalRecords() {
    InMemoryPersonalRecords conversations = new InMemoryPersonalRecords(this);
    return (tenant, user) ->
        conversations.forget(tenant, user).and(pendingCalls.forget(tenant, user));
  }

  @Override
  public PendingCalls pendingCalls() {
    return pendingCalls;
  }

  @Override
  public GivenFiles givenFiles() {
    return givenFiles;
  }

  @Override
  public AttachmentStore attachments() {
    return attachments;
  }

  /// From now on the bot takes part in the thread of this message.
  void follow(InboundMessage message) {
    followed.add(message.place().threadOf(message.id()));
  }

  boolean isFollowed(InboundMessage message) {
    return followed.contains(message.place().threadOf(message.id()));
  }

  Instant now() {
    return clock.instant();
  }

  long nextToken() {
    return ++tokens;
  }

  ConversationState conversation(ConversationId id) {
    return conversations.computeIfAbsent(id, ConversationState::new);
  }

  List<ConversationState> conversations(TenantId tenant) {
    return conversations.values().stream()
        .filter(state -> state.id().tenant().equals(tenant))
        .toList();
  }

  /// The turn of a lease, as long as it is held.
  Optional<RunningTurn> held(Lease lease) {
    return conversation(lease.turn().conversation())
        .turn()
        .filter(turn -> turn.token() == lease.token());
  }

  RunningTurn owned(Lease lease) {
    return held(lease).orElseThrow(() -> new TurnLostException(lease));
  }

  List<ConversationState> due() {
    Instant now = now();
    return conversations.values().stream()
        .filter(state -> state.claimableAt().filter(at -> !at.isAfter(now)).isPresent())
        .sorted(Comparator.comparing(state -> state.claimableAt().orElseThrow()))
        .toList();
  }

  boolean wasSeen(TenantId tenant, MessageId message) {
    Instant until = seen.get(new Seen(tenant, message));
    return until != null && now().isBefore(until);
  }

  void remember(TenantId tenant, MessageId message, Instant until) {
    seen.put(new Seen(tenant, message), until);
  }

  Map<Setting, String> settings(Place place) {
    return settings.computeIfAbsent(
        new Channel(place.tenant(), place.channel()), channel -> new EnumMap<>(Setting.class));
  }

  /// Notes whose direct messages a place is.
  void own(Place place, UserId owner) {
    owners.put(new Channel(place.tenant(), place.channel()), owner);
  }

  /// Forgets the settings of a person's direct messages.
  ///
  /// @return how many there were
  int forgetSettings(TenantId tenant, UserId owner) {
    List<Channel> own =
        owners.keySet().stream()
            .filter(channel -> channel.tenant().equals(tenant))
            .filter(channel -> owner.equals(owners.get(channel)))
            .toList();
    own.forEach(owners::remove);
    return own.stream().map(settings::remove).filter(Objects::nonNull).mapToInt(Map::size).sum();
  }

  List<InboxListener> listeners() {
    return listeners;
  }
}
