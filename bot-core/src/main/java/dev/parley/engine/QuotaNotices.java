package dev.parley.engine;

import dev.parley.command.Announcements;
import dev.parley.message.Moment;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.quota.AppliedLimit;
import dev.parley.quota.QuotaListener;
import dev.parley.quota.QuotaScope;
import dev.parley.quota.Refusal;
import dev.parley.quota.Reservations.Crossing;
import dev.parley.usage.Payer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells people that a limit is nearly spent: the person whose limit it is, and admins of common
/// ones. What is to be told waits in this process until it is said; a crash loses it.
public final class QuotaNotices implements QuotaListener, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(QuotaNotices.class);
  private static final int MOST_WAITING = 1_000;

  private final BlockingQueue<Notice> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Set<String> unpriced = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Thread teller;

  private record Notice(Payer payer, boolean toPerson, Reply words) {}

  /// Begins to tell.
  public void begin(Announcements by) {
    teller = Thread.ofVirtual().name("quota-notices").start(() -> tellAll(by));
  }

  @Override
  public void crossed(Payer payer, Crossing crossing) {
    AppliedLimit limit = crossing.limit();
    boolean personal = limit.isOf(payer.user());
    Reply words = Reply.notice(words(crossing, personal));
    boolean mayAsk = personal && crossing.percent() >= 80;
    tell(
        new Notice(
            payer,
            personal,
            mayAsk
                ? words.withActions(
                    List.of(
                        new ReplyAction(
                            "Request more",
                            "/quota request " + limit.handle(),
                            ReplyAction.Style.PLAIN)))
                : words));
  }

  private static String words(Crossing crossing, boolean personal) {
    AppliedLimit limit = crossing.limit();
    String whose =
        personal
            ? "your limit"
            : limit.rule().scope().kind() == QuotaScope.Kind.BOT
                ? "what this place may have of the limit of the whole bot"
                : "the limit of " + limit.account();
    return "%d%% of %s (%s) are spent: %s. It begins anew %s."
        .formatted(
            crossing.percent(),
            whose,
            limit.rule().limit(),
            limit.unit().text(crossing.spent()),
            Moment.markdown(limit.span().end(), limit.zone()));
  }

  /// Admins are told once of each model that has no price; of limits they are told by their marks.
  @Override
  public void refused(Payer payer, Refusal why) {
    if (why instanceof Refusal.UnknownPrice(String model) && unpriced.add(model)) {
      log.error("nobody has said what {} costs: it is not called. Add it to prices.yaml.", model);
      tell(new Notice(payer, false, RefusalWording.reply(why)));
    }
  }

  @Override
  public void underestimated(String model) {}

  private void tell(Notice notice) {
    if (!waiting.offer(notice)) {
      log.warn(
          "somebody in {} is not told of a limit: too much is to be told", notice.payer().tenant());
    }
  }

  private void tellAll(Announcements announcements) {
    try {
      while (true) {
        tellOne(announcements, waiting.take());
      }
    } catch (InterruptedException closed) {
      log.debug("no more notices are told");
    }
  }

  private static void tellOne(Announcements announcements, Notice notice) {
    try {
      if (notice.toPerson()) {
        announcements.toPerson(notice.payer().tenant(), notice.payer().user(), notice.words());
      } else {
        announcements.toAdmins(notice.payer().tenant(), notice.words());
      }
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
