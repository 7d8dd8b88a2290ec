package dev.parley.engine;

import dev.parley.command.Announcements;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.quota.NoticeOutbox;
import dev.parley.quota.QuotaListener;
import dev.parley.quota.Refusal;
import dev.parley.quota.Reservations.Crossing;
import dev.parley.usage.Payer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells people that a limit is nearly spent: the person whose limit it is, and admins of common
/// ones. What is to be told waits in the outbox; this instance looks there at once where it knows
/// of something, and now and then for what others left.
public final class QuotaNotices implements QuotaListener, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(QuotaNotices.class);
  private static final int MOST_WAITING = 1_000;

  private final NoticeOutbox outbox;
  private final Pace pace;
  private final BlockingQueue<Consumer<NoticeTeller>> waiting =
      new LinkedBlockingQueue<>(MOST_WAITING);
  private final Set<String> unpriced = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Thread teller;

  /// When notices are told.
  ///
  /// @param time that telling one takes at most; another instance does it after that
  /// @param lookEvery how often it is looked for what others left
  public record Pace(Duration time, Duration lookEvery) {
    public static final Pace DEFAULT = new Pace(Duration.ofMinutes(2), Duration.ofSeconds(10));
  }

  public QuotaNotices(NoticeOutbox outbox, Pace pace) {
    this.outbox = outbox;
    this.pace = pace;
  }

  /// Begins to tell.
  public void begin(Platforms platforms, Announcements by) {
    NoticeTeller telling = new NoticeTeller(outbox, by, platforms, pace.time());
    teller = Thread.ofVirtual().name("quota-notices").start(() -> tellAll(telling));
  }

  @Override
  public void crossed(Payer payer, Crossing crossing) {
    tell(payer.tenant(), telling -> telling.tell(payer.tenant()));
  }

  /// Admins are told once of each model that has no price; of limits they are told by their marks.
  @Override
  public void refused(Payer payer, Refusal why) {
    if (why instanceof Refusal.UnknownPrice(String model) && unpriced.add(model)) {
      log.error("nobody has said what {} costs: it is not called. Add it to prices.yaml.", model);
      tell(
          payer.tenant(), telling -> telling.tellAdmins(payer.tenant(), RefusalWording.reply(why)));
    }
  }

  @Override
  public void underestimated(String model) {}

  private void tell(TenantId tenant, Consumer<NoticeTeller> what) {
    if (!waiting.offer(what)) {
      log.warn("somebody in {} is told of a limit later: too much is to be told now", tenant);
    }
  }

  private void tellAll(NoticeTeller telling) {
    try {
      long nextLook = System.nanoTime();
      while (true) {
        Consumer<NoticeTeller> known =
            waiting.poll(nextLook - System.nanoTime(), TimeUnit.NANOSECONDS);
        tell(telling, known == null ? NoticeTeller::tellAll : known);
        nextLook = known == null ? System.nanoTime() + pace.lookEvery().toNanos() : nextLook;
      }
    } catch (InterruptedException closed) {
      log.debug("no more notices are told");
    }
  }

  private static void tell(NoticeTeller telling, Consumer<NoticeTeller> what) {
    try {
      what.accept(telling);
    } catch (StoreUnavailableException away) {
      log.debug("notices about limits are told later: {}", away.getMessage());
    } catch (RuntimeException defect) {
      log.error("a notice about a limit could not be told", defect);
    }
  }

  @Override
  public void close() {
    Thread running = teller;
    if (running != null) {
      running.interrupt();
    }
  }
}
