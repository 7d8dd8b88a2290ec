package dev.parley.testkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.quota.QuotaRules;
import dev.parley.quota.QuotaUnit;
import dev.parley.quota.Reservation;
import dev.parley.quota.Reservations;
import dev.parley.quota.Reservations.Outcome;
import dev.parley.redis.RedisStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A limit of the whole bot, over several tenants")
@Timeout(180)
class PortionsTest {
  @RegisterExtension private static final QuotaRedis REDIS = new QuotaRedis();

  private static final List<String> TENANTS = List.of("A", "B", "C", "D");
  private static final Duration HANG = Duration.ofSeconds(90);
  private static final int CALL = 200;

  private static Reservation call(QuotaRules rules, String tenant) {
    return call(rules, tenant, CALL);
  }

  private static Reservation call(QuotaRules rules, String tenant, int tokens) {
    return Bids.wanted(rules, Bids.payer(tenant, "C1", "U1"), tokens / 2, tokens - tokens / 2);
  }

  private long taken(QuotaRules rules) {
    return TENANTS.stream()
        .mapToLong(tenant -> REDIS.taken(call(rules, tenant), "bot", QuotaUnit.TOKENS))
        .sum();
  }

  @Test
  @DisplayName("is never passed by all of them together, whoever calls, settles or frees at once")
  void neverPassed() {
    QuotaRules rules = Bids.rules("bot: 9,000 tokens per month");
    List<Reservations> instances = List.of(REDIS.otherInstance(), REDIS.otherInstance());

    for (int round = 0; round < 6; round++) {
      List<Reservation> held =
          Together.all(
                  IntStream.range(0, 40)
                      .<Callable<List<Reservation>>>mapToObj(
                          i -> () -> reservedBy(instances.get(i % 2), random(rules, i)))
                      .toList())
              .stream()
              .flatMap(List::stream)
              .toList();
      assertThat(taken(rules)).isLessThanOrEqualTo(9_000);

      Together.all(
          IntStream.range(0, held.size())
              .<Callable<Boolean>>mapToObj(i -> () -> ended(held.get(i), i))
              .toList());
      assertThat(taken(rules)).isLessThanOrEqualTo(9_000);
    }
    assertThat(taken(rules)).isPositive();
  }

  private static Reservation random(QuotaRules rules, int number) {
    return call(rules, TENANTS.get(number % 4), ThreadLocalRandom.current().nextInt(2, 1_200));
  }

  private static List<Reservation> reservedBy(Reservations instance, Reservation wanted) {
    return instance.reserve(wanted) instanceof Outcome.Reserved ? List.of(wanted) : List.of();
  }

  /// Some are not billed, and few are settled, so that there is room for another round.
  private boolean ended(Reservation reserved, int number) {
    switch (number % 5) {
      case 0 -> {
        var _ = REDIS.reservations.settleWorst(reserved);
      }
      case 1 -> {}
      default -> REDIS.reservations.free(reserved);
    }
    return true;
  }

  @Test
  @DisplayName("lets one tenant have what another one did not use")
  void askedBack() {
    QuotaRules rules = Bids.rules("bot: 1,000 tokens per month");
    Reservation whole = call(rules, "A", 1_000);
    assertThat(REDIS.reserved(whole)).isEqualTo(500);
    assertThat(REDIS.otherInstance().reserve(call(rules, "B", 1_000)))
        .isInstanceOf(Outcome.NoRoom.class);

    REDIS.reservations.free(whole);

    assertThat(REDIS.otherInstance().reserve(call(rules, "B", 1_000)))
        .isInstanceOf(Outcome.Reserved.class);
  }

  @Test
  @DisplayName("refuses no call of many at once in one tenant while there is enough")
  void enoughForOne() {
    QuotaRules rules = Bids.rules("bot: 40,000 tokens per month");

    List<Outcome> outcomes =
        Together.all(
            IntStream.range(0, 200)
                .<Callable<Outcome>>mapToObj(
                    _ -> () -> REDIS.reservations.reserve(call(rules, "A")))
                .toList());

    assertThat(outcomes).allMatch(Outcome.Reserved.class::isInstance);
    assertThat(REDIS.reservations.reserve(call(rules, "A"))).isInstanceOf(Outcome.NoRoom.class);
  }

  @Test
  @DisplayName("can be spent to its end by tenants that call at once")
  void enoughForAll() {
    QuotaRules rules = Bids.rules("bot: 16,000 tokens per month");

    Together.all(
        IntStream.range(0, 80)
            .<Callable<Boolean>>mapToObj(i -> () -> reservedAtLast(rules, TENANTS.get(i % 4)))
            .toList());

    assertThat(taken(rules)).isEqualTo(16_000);
  }

  /// An instance asks others to give back every two seconds at most.
  private boolean reservedAtLast(QuotaRules rules, String tenant) {
    Awaitility.await()
        .atMost(HANG)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> REDIS.reservations.reserve(call(rules, tenant)) instanceof Outcome.Reserved);
    return true;
  }

  @Test
  @DisplayName("may be one of several such limits, and the first call finds room in all of them")
  void several() {
    QuotaRules rules =
        Bids.rules(
            "bot: 100 requests per day", "bot: 100,000 tokens per month", "bot: $5 per month");

    assertThat(REDIS.reserved(call(rules, "A"))).isEqualTo(100);
  }

  @Test
  @DisplayName("gives a person a share of the whole, not of what their tenant has by now")
  void share() {
    QuotaRules rules = Bids.rules("bot: 10,000 tokens per month, share 50%");
    REDIS.reserved(Bids.wanted(rules, Bids.payer("A", "C1", "Bob"), 50, 50));

    int answer = REDIS.reserved(call(rules, "A", 4_000));
    Outcome more = REDIS.reservations.reserve(call(rules, "A", 1_200));

    assertThat(answer).isEqualTo(2_000);
    assertThat(more)
        .isInstanceOfSatisfying(Outcome.NoRoom.class, no -> assertThat(no.overShare()).isTrue());
  }

  @Test
  @DisplayName("is not raised for a tenant by what it was given before it gave some back")
  void staleRaise() throws IOException {
    String portion = "test:{A}:portion:bot/day/0";
    assertThat(raised("500", "0")).containsExactly("raised");
    REDIS.server.command("HINCRBY", portion, "epoch", "1");

    assertThat(raised("900", "0")).containsExactly("stale");
    assertThat(REDIS.server.command("HGET", portion, "tokens")).containsExactly("500");
    assertThat(raised("900", "1")).containsExactly("raised");
  }

  /// The step that nothing can come between, as an instance takes it whose pool gave this amount.
  private List<String> raised(String amount, String epoch) throws IOException {
    String lua = script("tenant.lua") + "\n" + script("portion.lua");
    String expires = Long.toString(Instant.now().plus(HANG).toEpochMilli());
    return REDIS.server.command(
        "EVAL", lua, "1", "test:{A}", "bot/day/0", "tokens", amount, epoch, expires);
  }

  private static String script(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(RedisStore.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
