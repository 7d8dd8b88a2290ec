package dev.parley.redis;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.api.listener.BaseStatusListener;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A topic that this process listens to with one subscription, however many want to hear of it. It
/// subscribes when the first one comes, again and again while Redis is away.
final class Topic {
  /// Heard after each (new) subscription: something may have been missed before.
  static final String PERHAPS_MISSED = "";

  private static final Logger log = LoggerFactory.getLogger(Topic.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RedissonClient redisson;
  private final String name;
  private final Map<Object, Consumer<String>> hearers = new ConcurrentHashMap<>();
  private final AtomicBoolean begun = new AtomicBoolean();

  Topic(RedissonClient redisson, String name) {
    this.redisson = redisson;
    this.name = name;
  }

  String name() {
    return name;
  }

  /// Hears all messages until the returned action is run.
  Runnable hear(Consumer<String> hearer) {
    Object ticket = new Object();
    hearers.put(ticket, hearer);
    if (begun.compareAndSet(false, true)) {
      Thread.ofVirtual().name("subscribing to " + name).start(this::subscribe);
    }
    return () -> hearers.remove(ticket);
  }

  private void subscribe() {
    while (!redisson.isShuttingDown() && !subscribed()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean subscribed() {
    try {
      RTopic topic = redisson.getTopic(name, StringCodec.INSTANCE);
      topic.addListener(
          new BaseStatusListener() {
            @Override
            public void onSubscribe(String channel) {
              tell(PERHAPS_MISSED);
            }
          });
      topic.addListener(String.class, (channel, message) -> tell(message));
      tell(PERHAPS_MISSED);
      return true;
    } catch (RedisException e) {
      log.debug("Subscribing to {} failed", name, e);
      return false;
    }
  }

  private void tell(String message) {
    for (Consumer<String> hearer : hearers.values()) {
      try {
        hearer.accept(message);
      } catch (RuntimeException e) {
        log.error("A listener to {} failed", name, e);
      }
    }
  }
}
