package dev.parley.redis;

import dev.parley.approval.PendingCalls;
import dev.parley.attachment.AttachmentStore;
import dev.parley.attachment.GivenFiles;
import dev.parley.attachment.UploadSettings;
import dev.parley.attachment.Uploads;
import dev.parley.conversation.ConversationStore;
import dev.parley.conversation.PersonalRecords;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxSettings;
import dev.parley.inbox.PastTurns;
import dev.parley.inbox.TurnJournal;
import dev.parley.ingestion.Duties;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.platform.Installations;
import dev.parley.platform.Marks;
import dev.parley.platform.Promises;
import dev.parley.platform.RateLimits;
import dev.parley.platform.RoomLog;
import dev.parley.quota.Counters;
import dev.parley.quota.NoticeOutbox;
import dev.parley.quota.QuotaBook;
import dev.parley.quota.Reservations;
import dev.parley.tool.ToolStatistics;
import dev.parley.usage.UsageLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.redisson.api.RedissonClient;

/// Parley's state in Redis, behind the core's ports. It connects when it is first asked, and again
/// whenever it has to.
public final class RedisStore implements AutoCloseable {
  private static final int MOST_POSTS = 5_000;

  private final RedisSettings settings;
  private final RedisKeys keys;
  private final RedissonClient redisson;
  private final Scripts scripts;
  private final Topic inboxTopic;
  private final Topic roomsTopic;
  private final Topic knowledgeTopic;
  private final Topic ingestTopic;
  private final Tenants spenders;

  private RedisStore(RedisSettings settings) {
    this.settings = settings;
    keys = new RedisKeys(settings.prefix());
    redisson = Client.connecting(settings);
    scripts = new Scripts(redisson, settings.timeout(), new Availability(settings.nodes()));
    inboxTopic = new Topic(redisson, keys.inboxTopic(), settings.timeout());
    roomsTopic = new Topic(redisson, keys.roomsTopic(), settings.timeout());
    knowledgeTopic = new Topic(redisson, keys.knowledgeTopic(), settings.timeout());
    ingestTopic = new Topic(redisson, keys.ingestTopic(), settings.timeout());
    spenders = new Tenants(scripts, keys, settings.shortPatience());
  }

  /// A store that is not connected yet.
  public static RedisStore open(RedisSettings settings) {
    return new RedisStore(settings);
  }

  public Inbox inbox(InboxSettings inboxSettings) {
    return new RedisInbox(scripts, keys, settings, inboxSettings, inboxTopic);
  }

  public PastTurns pastTurns() {
    return new RedisPastTurns(scripts, keys, settings.shortPatience());
  }

  public TurnJournal journal() {
    return new RedisTurnJournal(scripts, keys, settings.longPatience());
  }

  public ConversationStore conversations() {
    return new RedisConversationStore(scripts, keys, settings);
  }

  /// Rooms that keep some thousands of posts each.
  public RoomLog roomLog() {
    return roomLog(MOST_POSTS);
  }

  /// Rooms that keep at least so many posts each.
  public RoomLog roomLog(int mostPosts) {
    return new RedisRoomLog(scripts, keys, settings, roomsTopic, mostPosts);
  }

  /// The platforms' limits, reckoned by all instances together.
  public RateLimits rateLimits() {
    return new RedisRateLimits(scripts, keys);
  }

  /// The files that people sent.
  ///
  /// @param keptFor how long each is kept that nobody asks about
  public AttachmentStore attachments(Duration keptFor) {
    return new RedisAttachmentStore(scripts, keys, settings.longPatience(), keptFor);
  }

  /// Where the model's provider has large files.
  ///
  /// @param keptFor how long each is remembered that nobody asks about
  public GivenFiles givenFiles(Duration keptFor, Clock clock) {
    return new RedisGivenFiles(
        new GivenFileNotes(scripts, keys, settings.shortPatience()), keptFor, clock);
  }

  /// The files that people upload to platforms which keep none themselves.
  public Uploads uploads(UploadSettings limits) {
    return new RedisUploads(scripts, keys, settings, limits);
  }

  /// What is kept of single people.
  ///
  /// @param longest how long is waited for answers that are still running
  public PersonalRecords personalRecords(Duration longest) {
    return new RedisPersonalRecords(scripts, keys, settings.shortPatience(), longest);
  }

  /// Where the bot is installed.
  public Installations installations() {
    return new RedisInstallations(scripts, keys, settings.shortPatience());
  }

  /// What adapters keep for their next start.
  public Marks marks() {
    return new RedisMarks(scripts, keys, settings.shortPatience());
  }

  /// What is held back for calls to providers, and what they took.
  ///
  /// @param ledgerKept how long each row of the ledger is kept
  public Reservations reservations(Duration ledgerKept) {
    return new RedisReservations(scripts, keys, settings, spenders, ledgerKept);
  }

  /// What is to be told of limits.
  public NoticeOutbox notices() {
    return new RedisNoticeOutbox(scripts, keys, settings.shortPatience(), spenders);
  }

  /// What was spent.
  public UsageLedger ledger() {
    return new RedisUsageLedger(scripts, keys, settings.shortPatience());
  }

  /// What each tenant spent of limits.
  public Counters counters() {
    return new RedisCounters(scripts, keys, settings.shortPatience());
  }

  /// What was spent of limits, of the whole bot's by all tenants together.
  ///
  /// @param clock by which is asked again what others spent
  public Counters countersWithWholeBot(Clock clock) {
    WholeBot bot = new WholeBot(scripts, keys, settings.shortPatience());
    return new WholeBotCounters(counters(), bot, clock);
  }

  /// The limits that were set by command.
  public QuotaBook quotaBook() {
    return new RedisQuotaBook(scripts, keys, settings.shortPatience());
  }

  /// Calls of tools that wait until a person approves them.
  public PendingCalls pendingCalls() {
    return new RedisPendingCalls(scripts, keys, settings.shortPatience());
  }

  /// The documents of all tenants.
  public KnowledgeStore knowledge() {
    return new RedisKnowledgeStore(scripts, keys, settings, knowledgeTopic);
  }

  /// The documents that wait to be read in.
  ///
  /// @param clock by which leases end: those of all instances agree about the time
  public IngestQueue ingestQueue(Clock clock) {
    return new RedisIngestQueue(scripts, keys, settings.shortPatience(), ingestTopic, clock);
  }

  /// How calls of tools went of late.
  public ToolStatistics toolStatistics(Clock clock) {
    return new RedisToolStatistics(scripts, keys, settings.shortPatience(), clock);
  }

  /// What people were told to wait for.
  public Promises promises() {
    return new RedisPromises(scripts, keys, settings.shortPatience());
  }

  /// What one of all instances at a time sees to.
  public Duties duties() {
    return new RedisDuties(scripts, keys, settings.shortPatience());
  }

  /// The tenants that messages came from.
  public Set<TenantId> tenants() {
    return spenders.all();
  }

  /// Whether Redis answers right now.
  public boolean isReachable() {
    try {
      scripts.run(Script.PING, Duration.ZERO, keys.tenants());
      return true;
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  @Override
  public void close() {
    redisson.shutdown(0, settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }
}
