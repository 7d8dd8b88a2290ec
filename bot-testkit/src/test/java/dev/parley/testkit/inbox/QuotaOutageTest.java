package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.model.CallBid;
import dev.parley.model.CallMeter.Admission;
import dev.parley.quota.CurrentRules;
import dev.parley.quota.QuotaListener;
import dev.parley.quota.QuotaMeter;
import dev.parley.quota.QuotaSettings;
import dev.parley.quota.Refusal;
import dev.parley.quota.Reservation;
import dev.parley.quota.Reservations;
import dev.parley.redis.RedisStore;
import dev.parley.usage.Booking;
import dev.parley.usage.Money;
import dev.parley.usage.Payer;
import dev.parley.usage.Price;
import dev.parley.usage.PriceList;
import dev.parley.usage.Purpose;
import dev.parley.usage.Rates;
import dev.parley.usage.TokenUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("While what was spent cannot be known")
class QuotaOutageTest {
  private static final TenantId TENANT = new TenantId(new PlatformName("web"), "local");
  private static final String MODEL = "a-model";

  @RegisterExtension static final RedisForTests REDIS = new RedisForTests();

  private final List<String> asked = new ArrayList<>();

  /// Is away at the first tries, and has room after them.
  private final class BrieflyAway implements Reservations {
    private final int tries;

    private BrieflyAway(int tries) {
      this.tries = tries;
    }

    @Override
    public Outcome reserve(Reservation wanted) {
      asked.add(wanted.id());
      if (asked.size() <= tries) {
        throw new StoreUnavailableException("Redis does not answer", null);
      }
      return new Outcome.Reserved(wanted.mostOutputTokens());
    }

    @Override
    public List<Crossing> settle(
        Reservation reserved, TokenUsage usage, Money cost, boolean exact) {
      return List.of();
    }

    @Override
    public List<Crossing> settleWorst(Reservation reserved) {
      return List.of();
    }

    @Override
    public void free(Reservation reserved) {}
  }

  private static final QuotaListener UNHEARD =
      new QuotaListener() {
        @Override
        public void crossed(Payer payer, Reservations.Crossing crossing) {}

        @Override
        public void refused(Payer payer, Refusal why) {}

        @Override
        public void underestimated(String model) {}
      };

  private Admission begun(Optional<Booking.TurnClaim> turn, int tries) {
    Price price =
        new Price(
            MODEL, LocalDate.EPOCH, 0, List.of(new Price.Tier(0, Rates.ofText(1_000, 1_000))));
    Payer payer = new Payer(TENANT, "general", new UserId("u1"), "Ann", Set.of());
    try (RedisStore store = RedisStore.open(REDIS.settings())) {
      return new QuotaMeter(
              new PriceList(List.of(price)),
              new CurrentRules(QuotaSettings.DEFAULTS, store.quotaBook(), Clock.systemUTC()),
              new BrieflyAway(tries),
              QuotaSettings.DEFAULTS,
              UNHEARD,
              Clock.systemUTC())
          .begin(
              new CallBid(
                  new Booking(payer, Purpose.ANSWER, turn),
                  MODEL,
                  1_000,
                  1_000,
                  Duration.ofMinutes(1)));
    }
  }

  @Test
  @DisplayName("a turn waits, and holds nothing twice")
  void turn() {
    Booking.TurnClaim claim =
        new Booking.TurnClaim(new ConversationId(TENANT, "general"), new MessageId("m1"), 1);

    Admission admission = begun(Optional.of(claim), 3);

    assertThat(admission).isInstanceOf(Admission.Admitted.class);
    assertThat(asked).hasSize(4);
    assertThat(Set.copyOf(asked)).hasSize(1);
  }

  @Test
  @DisplayName("a turn is refused in the end")
  void longOutage() {
    Booking.TurnClaim claim =
        new Booking.TurnClaim(new ConversationId(TENANT, "general"), new MessageId("m1"), 1);

    assertThat(begun(Optional.of(claim), Integer.MAX_VALUE))
        .isEqualTo(new Admission.Refused(new Refusal.StoreAway()));
  }

  @Test
  @DisplayName("a program that calls the API is refused at once")
  void program() {
    assertThat(begun(Optional.empty(), 1))
        .isEqualTo(new Admission.Refused(new Refusal.StoreAway()));
    assertThat(asked).hasSize(1);
  }
}
