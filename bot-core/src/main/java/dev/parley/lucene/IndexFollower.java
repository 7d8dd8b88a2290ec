package dev.parley.lucene;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.KnowledgeStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the indexes of this instance up to date with the store: at once where it hears of a
/// change, and within seconds where it does not.
public final class IndexFollower implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(IndexFollower.class);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /// With very many tenants, looks take less than a tenth of the time, until they are so rare.
  private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(10);

  private static final Duration MOST_TO_END = Duration.ofSeconds(10);

  private final KnowledgeStore store;
  private final Upkeep upkeep;

  /// Tenants of which there is news; empty where it is only to wake up.
  private final BlockingQueue<Optional<TenantId>> news = new LinkedBlockingQueue<>();

  private final Thread thread = Thread.ofVirtual().name("index-follower").unstarted(this::follow);
  private boolean isAway;
  private volatile boolean closed;

  public IndexFollower(KnowledgeStore store, LucenePassageIndex indexes) {
    this.store = store;
    this.upkeep = new Upkeep(store, indexes);
  }

  /// Follows from now on, on a thread of its own.
  public IndexFollower start() {
    thread.start();
    return this;
  }

  /// Applies all changes there are by now. Blocks until then.
  ///
  /// @throws StoreUnavailableException where the store does not answer
  public void catchUp() {
    Set<TenantId> due = upkeep.all();
    while (!due.isEmpty()) {
      due = upkeep.advance(due);
    }
  }

  private void follow() {
    try (Hearing hearing = new Hearing(store, news)) {
      Set<TenantId> due = new HashSet<>();
      long nextLook = System.nanoTime();
      while (!closed) {
        long began = System.nanoTime();
        boolean looks = began - nextLook >= 0;
        due = work(due, looks, hearing);
        if (looks) {
          nextLook = System.nanoTime() + spacing(System.nanoTime() - began);
        }
        due.addAll(heard(due.isEmpty() || isAway ? nextLook - System.nanoTime() : 0));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Works on some tenants; on all that there are where it looks around.
  private Set<TenantId> work(Set<TenantId> due, boolean looks, Hearing hearing) {
    try {
      hearing.begin();
      if (looks) {
        due.addAll(upkeep.all());
      }
      Set<TenantId> unfinished = upkeep.advance(due);
      found();
      return unfinished;
    } catch (StoreUnavailableException away) {
      lost(away);
      return due;
    }
  }

  private void lost(StoreUnavailableException away) {
    if (!isAway) {
      // that the store is away is told by the store
      log.debug("The indexes of documents wait for the store", away);
    }
    isAway = true;
  }

  private void found() {
    if (isAway) {
      log.debug("The indexes of documents follow the store again");
    }
    isAway = false;
  }

  private static long spacing(long nanosTaken) {
    return Math.clamp(9 * nanosTaken, LOOK_EVERY.toNanos(), LOOK_AT_LEAST_EVERY.toNanos());
  }

  private Set<TenantId> heard(long nanos) throws InterruptedException {
    List<Optional<TenantId>> heard = new ArrayList<>();
    Optional<TenantId> first = news.poll(nanos, TimeUnit.NANOSECONDS);
    if (first != null) {
      heard.add(first);
      news.drainTo(heard);
    }
    Set<TenantId> tenants = new HashSet<>();
    heard.forEach(tenant -> tenant.ifPresent(tenants::add));
    return tenants;
  }

  /// Ends after what it is at. The indexes are to be closed after it.
  @Override
  public void close() throws InterruptedException {
    closed = true;
    news.add(Optional.empty());
    if (thread.isAlive()) {
      thread.join(MOST_TO_END);
    }
  }
}
