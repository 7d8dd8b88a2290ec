package dev.parley.engine;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.PlatformName;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxListener;
import dev.parley.inbox.Lease;
import dev.parley.inbox.Renewal;
import dev.parley.inbox.TurnRef;
import dev.parley.turn.Cancellation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the leases of running turns alive, and looks for turns that nobody runs: when told of one,
/// and now and then by itself, which finds the turns of dead instances.
final class Lookout implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Lookout.class);
  private static final int RENEWALS_PER_LEASE = 3;
  private static final int TURNS_PER_LOOK = 16;

  private final Inbox inbox;
  private final Set<PlatformName> spoken;
  private final RunningTurns running;
  private final Consumer<ClaimedTurn> start;
  private final ScheduledExecutorService looking = scheduler("lookout");
  private final ScheduledExecutorService renewing = scheduler("leases");
  private final AtomicBoolean called = new AtomicBoolean();
  private volatile boolean claiming = true;
  private volatile long renewedAt = System.nanoTime();
  private volatile Inbox.@Nullable Subscription subscription;

  /// @param spoken the platforms that this instance can answer on
  Lookout(
      Inbox inbox, Set<PlatformName> spoken, RunningTurns running, Consumer<ClaimedTurn> start) {
    this.inbox = inbox;
    this.spoken = Set.copyOf(spoken);
    this.running = running;
    this.start = start;
  }

  private static ScheduledExecutorService scheduler(String name) {
    return Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(name).factory());
  }

  void begin(Duration lookEvery) {
    long lookMillis = lookEvery.toMillis();
    long renewMillis = inbox.leaseTime().dividedBy(RENEWALS_PER_LEASE).toMillis();
    var _ = looking.scheduleWithFixedDelay(this::look, 0, lookMillis, TimeUnit.MILLISECONDS);
    var _ =
        renewing.scheduleWithFixedDelay(
            this::renew, renewMillis, renewMillis, TimeUnit.MILLISECONDS);
  }

  /// Looks for work soon.
  void call() {
    if (called.compareAndSet(false, true)) {
      try {
        looking.execute(this::look);
      } catch (RejectedExecutionException closed) {
        log.debug("no more looking for work: this instance goes down");
      }
    }
  }

  /// Takes no more turns; the running ones keep their leases.
  void stopClaiming() {
    claiming = false;
  }

  private void look() {
    called.set(false);
    try {
      subscribe();
      if (renewalIsLate()) {
        renewLeases();
      }
      claim();
    } catch (StoreUnavailableException away) {
      log.debug("no work was looked for: {}", away.getMessage());
    } catch (RuntimeException | Error defect) {
      // the executor would look no more, without a word
      log.error("looking for work failed", defect);
    }
  }

  private void subscribe() {
    if (subscription == null) {
      subscription = inbox.listen(new Calls());
    }
  }

  /// Whether leases may run out soon, or have, as after an outage: they are renewed before work is
  /// looked for, lest this instance take its own turns over.
  private boolean renewalIsLate() {
    return System.nanoTime() - renewedAt > inbox.leaseTime().dividedBy(2).toNanos();
  }

  private void claim() {
    int room = claiming ? running.reserve(TURNS_PER_LOOK) : 0;
    if (room == 0) {
      return;
    }
    int started = 0;
    try {
      List<ClaimedTurn> turns = inbox.claimDue(spoken, room);
      for (ClaimedTurn turn : turns) {
        started++;
        start.accept(turn);
      }
    } finally {
      boolean missedSome = running.free(room - started);
      if (missedSome || started == room) {
        call();
      }
    }
  }

  private void renew() {
    try {
      renewLeases();
    } catch (StoreUnavailableException away) {
      log.debug("leases were not renewed: {}", away.getMessage());
    } catch (RuntimeException | Error defect) {
      log.error("renewing leases failed", defect);
    }
  }

  private void renewLeases() {
    long now = System.nanoTime();
    Collection<Lease> leases = running.leases();
    if (!leases.isEmpty()) {
      heed(leases, inbox.renew(leases));
    }
    renewedAt = now;
  }

  private void heed(Collection<Lease> leases, Renewal renewal) {
    renewal.stopped().forEach(turn -> running.cancel(turn, Cancellation.Cause.STOPPED));
    leases.stream().filter(lease -> renewal.lost().contains(lease.turn())).forEach(running::lose);
  }

  /// What other instances, and this one, tell.
  private final class Calls implements InboxListener {
    @Override
    public void workReady() {
      call();
    }

    @Override
    public void stopRequested(TurnRef turn) {
      running.cancel(turn, Cancellation.Cause.STOPPED);
    }

    @Override
    public void turnLost(Lease lease) {
      running.lose(lease);
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
    renewing.shutdownNow();
    Inbox.Subscription open = subscription;
    if (open != null) {
      open.close();
    }
  }
}
