package dev.parley.testkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.quota.AppliedLimit;
import dev.parley.quota.Notice;
import dev.parley.quota.NoticeOutbox;
import dev.parley.quota.NoticeOutbox.Taken;
import dev.parley.quota.QuotaRules;
import dev.parley.quota.Reservation;
import dev.parley.testkit.inbox.Said;
import dev.parley.usage.Payer;
import dev.parley.usage.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@DisplayName("What is to be told of limits")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class NoticeOutboxTest {
  private static final Duration HANG = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final TenantId TENANT = Said.tenant("T1");
  private static final Payer ADA = Bids.payer("T1", "C1", "Ada");

  private QuotaRedis redis;
  private NoticeOutbox outbox;

  @BeforeAll
  void start() {
    redis = new QuotaRedis();
    outbox = redis.store.notices();
  }

  @AfterAll
  void stop() {
    redis.close();
  }

  @BeforeEach
  void empty() {
    redis.server.command("FLUSHALL");
  }

  private static Reservation call(QuotaRules rules, Instant at, Duration lifetime, int tokens) {
    return call(ADA, rules, at, lifetime, tokens);
  }

  private static Reservation call(
      Payer payer, QuotaRules rules, Instant at, Duration lifetime, int tokens) {
    return Bids.wanted(rules, Bids.booking(payer), at, tokens / 2, tokens / 2, 1, lifetime);
  }

  private Reservation reserved(QuotaRules rules, int tokens) {
    Reservation reservation = call(rules, Instant.now(), LONG, tokens);
    redis.reserved(reservation);
    return reservation;
  }

  private void spent(QuotaRules rules, int tokens) {
    Reservation reservation = reserved(rules, tokens);
    TokenUsage took = new TokenUsage(tokens / 2, 0, tokens / 2, 0, 0);
    var _ = redis.reservations.settle(reservation, took, Bids.PRICE.cost(took), true);
  }

  private List<Taken> takenAll(Duration time) {
    List<Taken> all = new ArrayList<>();
    for (Optional<Taken> taken = outbox.take(TENANT, time);
        taken.isPresent();
        taken = outbox.take(TENANT, time)) {
      all.add(taken.get());
      outbox.told(TENANT, taken.get().id());
    }
    return all;
  }

  private Taken taken(Duration time) {
    return Awaitility.await()
        .atMost(HANG)
        .until(() -> outbox.take(TENANT, time), Optional::isPresent)
        .orElseThrow();
  }

  @Test
  @DisplayName("is put in by the settlement that finds it, with all that the words need")
  void whole() {
    QuotaRules rules = Bids.rules("each user: 1,000 tokens per day, then lite from 70%");
    AppliedLimit limit = reserved(rules, 100).limits().getFirst();
    spent(rules, 600);

    assertThat(takenAll(LONG))
        .extracting(Taken::notice)
        .containsExactly(
            new Notice(
                Optional.of(new Notice.Person(new UserId("Ada"), "Ada", Optional.empty())),
                limit,
                50,
                600));
  }

  @Test
  @DisplayName("of a common limit names nobody")
  void common() {
    spent(Bids.rules("channel C1: 1,000 tokens per month"), 900);

    assertThat(takenAll(LONG))
        .extracting(Taken::notice)
        .allMatch(notice -> notice.person().isEmpty() && notice.percent() == 80);
    assertThat(redis.server.command("KEYS", "*:notices*")).isEmpty();
  }

  @Test
  @DisplayName("is each mark once, in their order")
  void inOrder() {
    QuotaRules rules = Bids.rules("each user: 1,000 tokens per day");
    spent(rules, 500);
    spent(rules, 100);
    spent(rules, 200);
    spent(rules, 200);

    assertThat(takenAll(LONG))
        .extracting(taken -> taken.notice().percent())
        .containsExactly(50, 80, 100);
    assertThat(takenAll(SHORT)).isEmpty();
  }

  @Test
  @DisplayName("is put in too where whoever should have settled is lost")
  void swept() {
    QuotaRules rules = Bids.rules("each user: 1,000 tokens per day");
    redis.reserved(call(rules, Instant.now(), SHORT, 800));

    Taken taken =
        Awaitility.await()
            .atMost(HANG)
            .until(
                () -> {
                  reserved(rules, 2);
                  return outbox.take(TENANT, LONG);
                },
                Optional::isPresent)
            .orElseThrow();

    assertThat(taken.notice().percent()).isEqualTo(80);
  }

  @Test
  @DisplayName("is taken by one of many at once")
  void once() {
    spent(Bids.rules("each user: 1,000 tokens per day"), 600);
    List<NoticeOutbox> instances = List.of(outbox, redis.store.notices());

    List<Optional<Taken>> taken =
        Together.all(
            IntStream.range(0, 20)
                .<Callable<Optional<Taken>>>mapToObj(
                    i -> () -> instances.get(i % 2).take(TENANT, LONG))
                .toList());

    assertThat(taken).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(outbox.waiting(Said.SPOKEN)).isEmpty();
  }

  @Test
  @DisplayName("is taken by another one, unchanged, when its time is over, until somebody was told")
  void takenOver() {
    spent(Bids.rules("each user: 1,000 tokens per day"), 600);

    Taken lost = taken(SHORT);
    Taken again = taken(SHORT);
    outbox.told(TENANT, again.id());

    assertThat(again).isEqualTo(lost);
    assertThat(redis.server.command("KEYS", "*:notices*")).isEmpty();
  }

  @Test
  @DisplayName("goes after thirty tries")
  void tries() {
    spent(Bids.rules("each user: 1,000 tokens per day"), 600);

    for (int attempt = 0; attempt < 30; attempt++) {
      taken(SHORT);
    }

    Awaitility.await()
        .atMost(HANG)
        .until(
            () ->
                outbox.take(TENANT, SHORT).isEmpty()
                    && redis.server.command("KEYS", "*:notices*").isEmpty());
  }

  @Test
  @DisplayName("goes with its window")
  void ended() {
    QuotaRules rules = Bids.rules("each user: 1,000 tokens per minute");
    Instant before = Instant.now().minus(Duration.ofMinutes(2));
    Reservation late = call(rules, before, LONG, 600);
    redis.reserved(late);
    assertThat(redis.reservations.settleWorst(late)).hasSize(1);
    assertThat(takenAll(LONG)).isEmpty();

    spent(Bids.rules("each user: 1,000 tokens per day"), 600);
    String key = redis.server.command("KEYS", "*:notices-held").getFirst();
    String id = redis.server.command("HKEYS", key).getFirst();
    String json = redis.server.command("HGET", key, id).getFirst();
    redis.server.command("HSET", key, id, json.replaceAll("\"ends\":\\d+", "\"ends\":1"));

    assertThat(takenAll(LONG)).isEmpty();
    assertThat(redis.server.command("KEYS", "*:notices-held")).isEmpty();
  }

  @Test
  @DisplayName("is never more than two hundred notices in a tenant: the first ones go")
  void bounded() {
    for (int number = 0; number < 210; number++) {
      int cap = 60 * (number + 1) + 40;
      spent(Bids.rules("channel C1: %d tokens per day".formatted(cap)), 60);
    }

    List<Taken> all = takenAll(LONG);

    assertThat(all).hasSize(200);
    assertThat(all.getLast().notice().limit().cap()).isEqualTo(12_640);
  }

  @Test
  @DisplayName("is found by instances that speak the platform, and by no others")
  void waiting() {
    Payer elsewhere = Bids.payer("T7", "C1", "Ada");
    QuotaRules rules = Bids.rules("each user: 1,000 tokens per day");
    Reservation reservation = call(elsewhere, rules, Instant.now(), LONG, 600);
    redis.reserved(reservation);
    assertThat(redis.reservations.settleWorst(reservation)).hasSize(1);

    NoticeOutbox other = redis.otherStore().notices();

    Awaitility.await()
        .atMost(HANG)
        .until(() -> other.waiting(Said.SPOKEN).equals(List.of(elsewhere.tenant())));
    assertThat(other.waiting(Set.of(new PlatformName("elsewhere")))).isEmpty();
  }

  @Test
  @DisplayName("to somebody who is forgotten goes")
  void forgotten() {
    spent(Bids.rules("each user: 1,000 tokens per day", "workspace: 1,000 tokens per day"), 600);

    redis.store.ledger().forget(TENANT, new UserId("Ada"));

    assertThat(takenAll(LONG))
        .singleElement()
        .matches(taken -> taken.notice().limit().account().equals("workspace"));
  }
}
