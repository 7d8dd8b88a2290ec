package dev.parley.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// What was found out lately: asked again once it is older than some time.
public final class Remembered<K, V> {
  private static final int MOST = 5_000;

  private final long nanosFresh;
  private final LongSupplier nanos;
  private final Map<K, Known<V>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Known<V>> eldest) {
          return size() > MOST;
        }
      };

  private record Known<V>(V value, long at) {}

  /// @param nanos that have passed, since whenever
  public Remembered(Duration fresh, LongSupplier nanos) {
    this.nanosFresh = fresh.toNanos();
    this.nanos = nanos;
  }

  /// What is known, or else what is found out now; nobody else waits for that.
  public V get(K key, Function<K, V> findOut) {
    return fresh(key).orElseGet(() -> remember(key, findOut.apply(key)));
  }

  private Optional<V> fresh(K key) {
    synchronized (known) {
      return Optional.ofNullable(known.get(key))
          .filter(one -> nanos.getAsLong() - one.at() < nanosFresh)
          .map(Known::value);
    }
  }

  private V remember(K key, V value) {
    synchronized (known) {
      known.put(key, new Known<>(value, nanos.getAsLong()));
    }
    return value;
  }
}
