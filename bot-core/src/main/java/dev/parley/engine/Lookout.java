package dev.parley.engine;

import dev.parley.conversation.StoreUnavailableException;
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
  private final RunningTurns running;
  private final Consumer<ClaimedTurn> start;
  private final ScheduledExecutorService looking = scheduler("lookout");
  private final ScheduledExecutorService renewing = scheduler("leases");
  private final AtomicBoolean called = new AtomicBoolean();
  private volatile boolean claiming = true;
  private boolean reachable = true;
  private Inbox.@Nullable Subscription subscription;

  Lookout(Inbox inbox, RunningTurns running, Consumer<ClaimedTurn> start) {
    this.inbox = inbox;
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
      claim();
      tell(true);
    } catch (StoreUnavailableException away) {
      tell(false);
    } catch (RuntimeException defect) {
      log.error("looking for work failed", defect);
    }
  }

  private void tell(boolean answers) {
    if (reachable && !answers) {
      log.warn("the store does not answer; what waits there is taken up when it does");
    } else if (!reachable && answers) {
      log.info("the store answers again; work goes on");
    }
    reachable = answers;
  }

  private void subscribe() {
    if (subscription == null) {
      subscription = inbox.listen(new Calls());
    }
  }

  private void claim() {
    int room = claiming ? running.reserve(TURNS_PER_LOOK) : 0;
    if (room == 0) {
      return;
    }
    int started = 0;
    try {
      List<ClaimedTurn> turns = inbox.claimDue(room);
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
    Collection<Lease> leases = running.leases();
    if (leases.isEmpty()) {
      return;
    }
    try {
      heed(inbox.renew(leases));
    } catch (StoreUnavailableException away) {
      log.debug("leases were not renewed: {}", away.getMessage());
    } catch (RuntimeException defect) {
      log.error("renewing leases failed", defect);
    }
  }

  private void heed(Renewal renewal) {
    renewal.stopped().forEach(turn -> running.cancel(turn, Cancellation.Cause.STOPPED));
    renewal.lost().forEach(turn -> running.cancel(turn, Cancellation.Cause.LOST));
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
  }

  @Override
  public void close() {
    looking.shutdownNow();
    renewing.shutdownNow();
    if (subscription != null) {
      subscription.close();
    }
  }
}
