package dev.parley.quota;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.model.CallBid;
import dev.parley.model.CallMeter;
import dev.parley.quota.Reservations.Crossing;
import dev.parley.quota.Reservations.Outcome;
import dev.parley.usage.Payer;
import dev.parley.usage.Price;
import dev.parley.usage.PriceList;
import dev.parley.usage.TokenUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reserves the worst case of each call in all limits before it begins, and settles it when it is
/// known what the call took.
public final class QuotaMeter implements CallMeter {
  private static final Logger log = LoggerFactory.getLogger(QuotaMeter.class);

  /// How often the store is asked for a turn; each time, it is waited for.
  private static final int TURN_TRIES = 15;

  /// After a call's time limit, until its reservation is settled as an estimate.
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final PriceList prices;
  private final CurrentRules rules;
  private final Reservations reservations;
  private final QuotaSettings settings;
  private final QuotaListener listener;
  private final Clock clock;

  public QuotaMeter(
      PriceList prices,
      CurrentRules rules,
      Reservations reservations,
      QuotaSettings settings,
      QuotaListener listener,
      Clock clock) {
    this.prices = prices;
    this.rules = rules;
    this.reservations = reservations;
    this.settings = settings;
    this.listener = listener;
    this.clock = clock;
  }

  @Override
  public Admission begin(CallBid bid) {
    Instant now = clock.instant();
    Optional<Price> price =
        prices.of(bid.model(), now).map(found -> found.of(bid.booking().purpose()));
    if (price.isEmpty()) {
      return refused(bid, new Refusal.UnknownPrice(bid.model()));
    }
    try {
      return admission(bid, price.get(), now);
    } catch (StoreUnavailableException away) {
      return unknown(bid, away);
    }
  }

  /// Has the prompt counted where its bound leaves less room than is asked for, once: the count is
  /// closer, but takes time.
  private Admission admission(CallBid bid, Price price, Instant now) {
    Reservation whole =
        patiently(
            bid,
            () -> reservation(bid, price, now, bid.mostPromptTokens(), bid.mostOutputTokens()));
    Outcome outcome = patiently(bid, () -> reservations.reserve(whole));
    if (outcome instanceof Outcome.NoRoom room && room.limit().unit() != QuotaUnit.REQUESTS) {
      long counted = bid.count().mostPromptTokens().orElse(Long.MAX_VALUE);
      return bounded(bid, price, now, Math.min(counted, bid.mostPromptTokens()));
    }
    return answer(bid, price, whole, outcome);
  }

  private Admission bounded(CallBid bid, Price price, Instant now, long prompt) {
    Reservation wanted =
        patiently(
            bid,
            () ->
                reservation(
                    bid,
                    price,
                    now,
                    prompt,
                    Math.min(bid.leastOutputTokens(), bid.mostOutputTokens())));
    return answer(bid, price, wanted, patiently(bid, () -> reservations.reserve(wanted)));
  }

  /// A turn outlasts an outage of the store, which keeps it: nobody else could answer it meanwhile.
  private static <T> T patiently(CallBid bid, Supplier<T> step) {
    int tries = bid.booking().turn().isPresent() ? TURN_TRIES : 1;
    while (true) {
      try {
        return step.get();
      } catch (StoreUnavailableException away) {
        tries--;
        if (tries == 0 || Thread.currentThread().isInterrupted()) {
          throw away;
        }
      }
    }
  }

  private Reservation reservation(
      CallBid bid, Price price, Instant now, long prompt, int leastOutput) {
    Payer payer = bid.booking().payer();
    ZoneId zone = settings.zone(payer.tenant());
    QuotaRules current = rules.of(payer.tenant());
    return new Reservation(
        UUID.randomUUID().toString(),
        bid.booking(),
        bid.model(),
        now,
        zone,
        price.version(),
        prompt,
        bid.mostSearches(),
        Math.addExact(price.nanosForPrompt(prompt), price.nanosForSearches(bid.mostSearches())),
        price.nanosPerOutputToken(prompt),
        bid.mostOutputTokens(),
        leastOutput,
        bid.timeLimit().plus(GRACE),
        List.copyOf(current.counters(payer, now, zone)),
        current.limits(payer, now, zone));
  }

  private Admission answer(CallBid bid, Price price, Reservation wanted, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Reserved(int output) ->
          new Admission.Admitted(new BookedCall(bid, price, wanted, output));
      case Outcome.NoRoom room -> refused(bid, refusal(wanted, room));
      case Outcome.TurnGone _ -> new Admission.Refused(new Refusal.TurnGone());
    };
  }

  private static Refusal refusal(Reservation wanted, Outcome.NoRoom room) {
    AppliedLimit limit = room.limit();
    if (room.overShare()) {
      return new Refusal.OverShare(limit, room.spent());
    }
    boolean busy = room.held() > 0 && room.spent() + least(wanted, limit.unit()) <= limit.cap();
    return new Refusal.OverLimit(limit, room.spent(), busy);
  }

  /// What the smallest call would take that is worth making.
  private static long least(Reservation wanted, QuotaUnit unit) {
    return switch (unit) {
      case REQUESTS -> wanted.booking().requests();
      case TOKENS -> wanted.promptTokens() + wanted.leastOutputTokens();
      case MONEY ->
          Math.ceilDiv(
              wanted.nanosForPrompt() + wanted.leastOutputTokens() * wanted.nanosPerOutputToken(),
              1_000);
    };
  }

  private Admission refused(CallBid bid, Refusal why) {
    listener.refused(bid.booking().payer(), why);
    return new Admission.Refused(why);
  }

  private Admission unknown(CallBid bid, StoreUnavailableException away) {
    if (!settings.openWithoutStore()) {
      log.warn("no call to {}: what was spent is not known: {}", bid.model(), away.getMessage());
      return refused(bid, new Refusal.StoreAway());
    }
    log.warn(
        "{} is called although what was spent is not known, as the settings say; the call is in no"
            + " ledger: {}",
        bid.model(),
        away.getMessage());
    return CallMeter.FREE.begin(bid);
  }

  /// A call that was reserved.
  private final class BookedCall implements Call {
    private final CallBid bid;
    private final Price price;
    private final Reservation reserved;
    private final int output;

    BookedCall(CallBid bid, Price price, Reservation reserved, int output) {
      this.bid = bid;
      this.price = price;
      this.reserved = reserved;
      this.output = output;
    }

    @Override
    public int mostOutputTokens() {
      return output;
    }

    @Override
    public void took(TokenUsage usage) {
      long prompt = (long) usage.prompt() + usage.toolUse();
      if (prompt > reserved.promptTokens() || usage.completion() > output) {
        log.error(
            "a call to {} took {} and {} tokens, more than the {} and {} that were reserved",
            bid.model(),
            prompt,
            usage.completion(),
            reserved.promptTokens(),
            output);
        listener.underestimated(bid.model());
      }
      if (usage.searches() > bid.mostSearches()) {
        log.warn(
            "a call to {} made {} searches, more than the {} that were reserved",
            bid.model(),
            usage.searches(),
            bid.mostSearches());
        listener.underestimated(bid.model());
      }
      settle(usage, true);
    }

    @Override
    public void brokeOff(TokenUsage lastSeen) {
      if (lastSeen.equals(TokenUsage.NONE)) {
        ended(() -> reservations.settleWorst(reserved));
      } else {
        settle(lastSeen, false);
      }
    }

    @Override
    public void notBilled() {
      ended(
          () -> {
            reservations.free(reserved);
            return List.of();
          });
    }

    private void settle(TokenUsage usage, boolean exact) {
      ended(() -> reservations.settle(reserved, usage, price.cost(usage), exact));
    }

    /// On a thread of its own: who stops a call interrupts the one that made it.
    private void ended(Supplier<List<Crossing>> settlement) {
      Thread booking =
          Thread.ofVirtual().name("booking " + reserved.id()).start(() -> book(settlement));
      boolean interrupted = false;
      while (booking.isAlive()) {
        try {
          booking.join();
        } catch (InterruptedException hurried) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    private void book(Supplier<List<Crossing>> settlement) {
      try {
        settlement.get().forEach(crossing -> listener.crossed(bid.booking().payer(), crossing));
      } catch (StoreUnavailableException away) {
        log.error(
            "what the call {} to {} took is booked as an estimate, since Redis was away: {}",
            reserved.id(),
            bid.model(),
            away.getMessage());
      }
    }
  }
}
