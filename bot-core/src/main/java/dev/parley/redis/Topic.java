package dev.parley.redis;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
  /// Heard when a subscription came late or was renewed: something may have been missed.
  static final String PERHAPS_MISSED = "";

  private static final Logger log = LoggerFactory.getLogger(Topic.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RedissonClient redisson;
  private final String name;
  private final Duration timeout;
  private final Map<Object, Consumer<String>> hearers = new ConcurrentHashMap<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch subscribed = new CountDownLatch(1);

  Topic(RedissonClient redisson, String name, Duration timeout) {
    this.redisson = redisson;
    this.name = name;
    this.timeout = timeout;
  }

  String name() {
    return name;
  }

  /// Hears all messages until the returned action is run. Waits a moment for the subscription, but
  /// not for a Redis that is away.
  Runnable hear(Consumer<String> hearer) {
    if (begun.compareAndSet(false, true)) {
      Thread.ofVirtual().name("subscribing to " + name).start(this::subscribe);
    }
    try {
      boolean _ = subscribed.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Object ticket = new Object();
    hearers.put(ticket, hearer);
    return () -> hearers.remove(ticket);
  }

  private void subscribe() {
    while (!redisson.isShuttingDown() && !isSubscribed()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    // before those who still wait are among the hearers: they missed nothing
    tell(PERHAPS_MISSED);
    subscribed.countDown();
  }

  private boolean isSubscribed() {
    try {
      RTopic topic = redisson.getTopic(name, StringCodec.INSTANCE);
      topic.addListener(String.class, (channel, message) -> tell(message));
      topic.addListener(
          new BaseStatusListener() {
            @Override
            public void onSubscribe(String channel) {
              tell(PERHAPS_MISSED);
            }
          });
      return true;
    } catch (RedisException | CompletionException e) {
      // the second is from a connection that another thread began and could not make
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
