package dev.parley.testkit.engine;

import dev.parley.attachment.AttachmentSource;
import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.Backlog;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.PlatformAdapter;
import dev.parley.platform.PlatformCapabilities;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentWanted;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A chat platform in memory: what was posted, how it grew, and failures on demand.
///
/// A post is named by its turn, so a reply that is posted again changes nothing, as on platforms
/// that take a nonce.
public final class FakePlatform implements PlatformAdapter {
  private final PlatformName name;
  private final PlatformCapabilities capabilities;
  private final FakeWall wall;
  private final List<String> readings = new ArrayList<>();
  private final List<RecentWanted> wanted = new ArrayList<>();
  private Backlog backlog = Backlog.NONE;
  private PlaceReaders readers = PlaceReaders.EVERYBODY;
  private final Map<UserId, Set<String>> groups = new ConcurrentHashMap<>();
  private Recent recent = new Recent.Told(List.of(), true, List.of());
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Deque<DeliveryException> failures = new ArrayDeque<>();

  public FakePlatform(PlatformName name, PlatformCapabilities capabilities, FakeWall wall) {
    this.name = name;
    this.capabilities = capabilities;
    this.wall = wall;
  }

  /// The next deliveries of final replies, and of what is said unasked, fail like this, in this
  /// order.
  public synchronized void failNext(DeliveryException failure) {
    failures.add(failure);
  }

  private synchronized void failIfAsked() {
    if (!failures.isEmpty()) {
      throw failures.remove();
    }
  }

  @Override
  public PlatformName name() {
    return name;
  }

  @Override
  public PlatformCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public void start(InboundHandler handler) {}

  @Override
  public ReplyChannel replyTo(ReplyTarget target) {
    return new FakeReply(wall, target, this::failIfAsked);
  }

  @Override
  public void tell(TenantId tenant, UserId person, Reply reply) {
    failIfAsked();
    if (!capabilities.tells()) {
      throw new DeliveryException("there are no direct messages here", false, null);
    }
    wall.tell(person, reply);
  }

  @Override
  public void post(Place place, Reply reply) {
    failIfAsked();
    wall.post(place, reply);
  }

  @Override
  public String channelName(Place place) {
    return place.direct() ? "direct message" : "#" + place.channel();
  }

  @Override
  public Optional<Set<String>> groups(TenantId tenant, UserId person) {
    return Optional.of(groups.getOrDefault(person, Set.of()));
  }

  /// From now on, somebody is in these groups.
  public void joins(UserId person, String... ids) {
    groups.put(person, Set.of(ids));
  }

  /// From now on, these people read in its places.
  public synchronized void isReadBy(PlaceReaders others) {
    readers = others;
  }

  @Override
  public synchronized PlaceReaders readers() {
    return readers;
  }

  /// From now on, this was said before in each thread.
  public synchronized void tells(Backlog told) {
    backlog = told;
  }

  @Override
  public synchronized Backlog saidBefore(InboundMessage message) {
    readings.add(message.id().value());
    return backlog;
  }

  /// The messages before which the bot read their threads.
  public synchronized List<String> readings() {
    return List.copyOf(readings);
  }

  /// From now on, this is what was said lately.
  public synchronized void tells(Recent told) {
    recent = told;
  }

  @Override
  public synchronized Recent recent(RecentWanted asked) {
    wanted.add(asked);
    return recent;
  }

  /// What the bot wanted to know of what was said lately.
  public synchronized List<RecentWanted> wanted() {
    return List.copyOf(wanted);
  }

  /// From now on, the file with this id has this content.
  public void holds(String file, byte[] content) {
    files.put(file, content);
  }

  /// From now on, the file with this id is gone.
  public void loses(String file) {
    files.remove(file);
  }

  @Override
  public AttachmentSource attachments() {
    return (_, file) -> {
      byte[] content = files.get(file.id());
      if (content == null) {
        throw new AttachmentUnavailableException(
            AttachmentUnavailableException.Why.GONE, "nobody sent it", null);
      }
      return new ByteArrayInputStream(content);
    };
  }

  @Override
  public void close() {}
}
