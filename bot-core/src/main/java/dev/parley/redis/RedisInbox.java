package dev.parley.redis;

import dev.parley.conversation.Compaction;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Turn;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.Requester;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.inbox.Accepted;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.EditOutcome;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxListener;
import dev.parley.inbox.InboxSettings;
import dev.parley.inbox.Lease;
import dev.parley.inbox.Renewal;
import dev.parley.inbox.StopOutcome;
import dev.parley.inbox.TurnLostException;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The inbox in Redis, shared by all instances. Each call is one script; a turn that nothing comes
/// in the way of needs three: accept, answered, done.
final class RedisInbox implements Inbox {
  /// How long the bot goes on in a thread where nobody says anything.
  private static final String THREAD_FOLLOWED_MILLIS =
      Long.toString(Duration.ofDays(30).toMillis());

  /// How many turns a conversation remembers, should nobody compact it.
  private static final String MOST_TURNS = "1000";

  private final Scripts scripts;
  private final RedisKeys keys;
  private final RedisSettings redis;
  private final InboxSettings settings;
  private final InboxNews news;
  private final ClaimTerms terms;
  private final Tenants tenants;
  private final ThreadBeginnings beginnings;
  private final Claims claims;
  private final DueTurns dueTurns;
  private final Leases leases;
  private final Corrections corrections;

  RedisInbox(
      Scripts scripts, RedisKeys keys, RedisSettings redis, InboxSettings settings, Topic topic) {
    this.scripts = scripts;
    this.keys = keys;
    this.redis = redis;
    this.settings = settings;
    Duration patience = redis.shortPatience();
    terms = ClaimTerms.of(settings);
    tenants = new Tenants(scripts, keys, patience);
    news = new InboxNews(topic, tenants);
    beginnings = new ThreadBeginnings(scripts, keys, redis);
    claims = new Claims(beginnings);
    dueTurns = new DueTurns(scripts, keys, redis, tenants, claims, terms);
    leases = new Leases(scripts, keys, patience, terms);
    corrections = new Corrections(scripts, keys, patience, settings.remembered());
  }

  @Override
  public Accepted accept(InboundMessage message, boolean wantTurn) {
    Place place = message.place();
    tenants.meet(place.tenant());
    Answer answer =
        scripts.run(
            Script.ACCEPT,
            redis.shortPatience(),
            keys.tenant(place.tenant()),
            acceptance(message, wantTurn));
    return accepted(place, answer.list());
  }

  private String[] acceptance(InboundMessage message, boolean wantTurn) {
    return new String[] {
      UUID.randomUUID().toString(),
      message.id().value(),
      Entry.of(message),
      wantTurn ? "1" : "0",
      terms.leaseMillis(),
      Long.toString(settings.remembered().toMillis()),
      Integer.toString(settings.mostWaiting()),
      keys.inboxTopic(),
      RedisKeys.channel(message.place()),
      settings.defaultScope().word(),
      conversation(message, SessionScope.CHANNEL),
      conversation(message, SessionScope.THREAD),
      conversation(message, SessionScope.USER),
      message.addressing().word(),
      settings.defaultAnswers().word(),
      message.place().threadOf(message.id()).key(),
      THREAD_FOLLOWED_MILLIS
    };
  }

  private static String conversation(InboundMessage message, SessionScope scope) {
    return message.place().conversation(scope, message.author().id()).key();
  }

  private Accepted accepted(Place place, List<Answer> answer) {
    return switch (answer.getFirst().text()) {
      case "ignored" -> new Accepted.Ignored();
      case "duplicate" -> new Accepted.Duplicate();
      case "full" -> new Accepted.Full((int) answer.get(1).number());
      case "waiting" ->
          new Accepted.Waiting(new ConversationId(place.tenant(), answer.get(1).text()));
      default -> begun(place.tenant(), answer.get(1));
    };
  }

  /// A turn that cannot be begun here is stored all the same: it waits until its lease ends.
  private Accepted begun(TenantId tenant, Answer claim) {
    return claims
        .opened(tenant, claim)
        .<Accepted>map(Accepted.Claimed::new)
        .orElseGet(
            () -> new Accepted.Waiting(new ConversationId(tenant, claim.list().getFirst().text())));
  }

  @Override
  public List<ClaimedTurn> claimDue(Set<PlatformName> spoken, int most) {
    return most < 1 ? List.of() : dueTurns.claim(spoken, most);
  }

  @Override
  public Conversation beginWith(Lease lease, Turn past) {
    return beginnings.begun(lease, past);
  }

  @Override
  public void answered(Lease lease, Reply reply, Optional<Turn> turn) {
    Answer answer =
        run(
            Script.ANSWERED,
            lease,
            StoredJson.written(reply),
            turn.map(StoredJson::written).orElse(""));
    if (answer.text().equals("lost")) {
      throw new TurnLostException(lease);
    }
  }

  @Override
  public Optional<ClaimedTurn> done(
      Lease lease, Optional<Compaction> compaction, boolean wantNext) {
    Answer next =
        run(
            Script.DONE,
            lease,
            wantNext ? "1" : "0",
            terms.leaseMillis(),
            terms.together(),
            compaction.map(Compaction::droppedTurns).map(String::valueOf).orElse(""),
            compaction.map(Compaction::summary).orElse(""),
            MOST_TURNS,
            keys.inboxTopic(),
            redis.forgetMillis(),
            redis.pastMillis());
    return next.list().stream()
        .findFirst()
        .flatMap(claim -> claims.opened(lease.turn().conversation().tenant(), claim));
  }

  @Override
  public void release(Lease lease) {
    run(Script.RELEASE, lease, keys.inboxTopic());
  }

  private Answer run(Script script, Lease lease, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = lease.turn().conversation().key();
    arguments[1] = Long.toString(lease.token());
    System.arraycopy(more, 0, arguments, 2, more.length);
    String tenant = keys.tenant(lease.turn().conversation().tenant());
    return scripts.run(script, redis.longPatience(), tenant, arguments);
  }

  @Override
  public Renewal renew(Collection<Lease> held) {
    return leases.renew(held);
  }

  @Override
  public StopOutcome stop(TurnRef turn, Requester by) {
    Answer answer =
        scripts.run(
            Script.STOP,
            redis.shortPatience(),
            keys.tenant(turn.conversation().tenant()),
            turn.conversation().key(),
            turn.id().value(),
            by.user().value(),
            by.manages() ? "1" : "0",
            keys.inboxTopic(),
            InboxNews.stop(turn));
    return switch (answer.text()) {
      case "stopping" -> StopOutcome.STOPPING;
      case "not-yours" -> StopOutcome.NOT_YOURS;
      default -> StopOutcome.NOT_RUNNING;
    };
  }

  @Override
  public Optional<TurnRef> running(Place place, UserId asker) {
    List<String> arguments =
        new ArrayList<>(
            List.of(RedisKeys.channel(place), place.thread().map(MessageId::value).orElse("")));
    for (SessionScope scope : SessionScope.values()) {
      arguments.add(place.conversation(scope, asker).key());
    }
    String[] found =
        scripts
            .run(
                Script.RUNNING,
                redis.shortPatience(),
                keys.tenant(place.tenant()),
                arguments.toArray(String[]::new))
            .text()
            .split("\u001f", 2);
    return found.length < 2
        ? Optional.empty()
        : Optional.of(
            new TurnRef(new ConversationId(place.tenant(), found[0]), new MessageId(found[1])));
  }

  @Override
  public EditOutcome edit(InboundMessage message) {
    return corrections.edit(message);
  }

  @Override
  public void withdraw(TenantId tenant, MessageId message) {
    corrections.withdraw(tenant, message);
  }

  @Override
  public Duration leaseTime() {
    return settings.lease();
  }

  @Override
  public Subscription listen(InboxListener listener) {
    return news.listen(listener);
  }
}
