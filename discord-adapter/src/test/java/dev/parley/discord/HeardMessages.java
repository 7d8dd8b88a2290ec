package dev.parley.discord;

import dev.parley.attachment.AttachmentSource;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.Backlog;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.MessageReceipt;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.PlatformAdapter;
import dev.parley.platform.PlatformCapabilities;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentWanted;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// An adapter of which can be seen whether it handed a message in and the core has it: Discord
/// itself is told nothing of that.
final class HeardMessages implements PlatformAdapter {
  private final PlatformAdapter adapter;
  private final AtomicInteger stops = new AtomicInteger();
  private volatile boolean closed;
  private final Map<MessageId, BlockingQueue<Boolean>> taken = new ConcurrentHashMap<>();

  HeardMessages(PlatformAdapter adapter) {
    this.adapter = adapter;
  }

  /// Whether a message is taken the next time that it is handed in.
  boolean isTaken(String message, Duration limit) throws InterruptedException {
    return Boolean.TRUE.equals(
        queue(new MessageId(message)).poll(limit.toMillis(), TimeUnit.MILLISECONDS));
  }

  private BlockingQueue<Boolean> queue(MessageId message) {
    return taken.computeIfAbsent(message, _ -> new LinkedBlockingQueue<>());
  }

  @Override
  public void start(InboundHandler core) {
    adapter.start(
        (InboundHandler)
            Proxy.newProxyInstance(
                InboundHandler.class.getClassLoader(),
                new Class<?>[] {InboundHandler.class},
                (_, method, arguments) -> {
                  boolean message = method.getName().equals("onMessage");
                  try {
                    Object result = method.invoke(core, arguments);
                    if (method.getName().equals("onStop")) {
                      stops.incrementAndGet();
                    }
                    if (message && result != MessageReceipt.REFUSED) {
                      queue(((InboundMessage) arguments[0]).id()).add(true);
                    }
                    return result;
                  } catch (InvocationTargetException failed) {
                    if (message) {
                      queue(((InboundMessage) arguments[0]).id()).add(false);
                    }
                    throw failed.getCause();
                  }
                }));
  }

  @Override
  public PlatformName name() {
    return adapter.name();
  }

  @Override
  public PlatformCapabilities capabilities() {
    return adapter.capabilities();
  }

  @Override
  public ReplyChannel replyTo(ReplyTarget target) {
    return adapter.replyTo(target);
  }

  @Override
  public void tell(TenantId tenant, UserId person, Reply reply) {
    adapter.tell(tenant, person, reply);
  }

  @Override
  public void post(Place place, Reply reply) {
    adapter.post(place, reply);
  }

  @Override
  public String channelName(Place place) {
    return adapter.channelName(place);
  }

  @Override
  public Optional<Set<String>> groups(TenantId tenant, UserId person) {
    return adapter.groups(tenant, person);
  }

  @Override
  public Backlog saidBefore(InboundMessage message) {
    return adapter.saidBefore(message);
  }

  @Override
  public Recent recent(RecentWanted wanted) {
    return adapter.recent(wanted);
  }

  @Override
  public PlaceReaders readers() {
    return adapter.readers();
  }

  @Override
  public AttachmentSource attachments() {
    return adapter.attachments();
  }

  /// How often somebody wished that an answer stops.
  int stops() {
    return stops.get();
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    adapter.close();
  }
}
