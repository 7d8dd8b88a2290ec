package dev.parley.testkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.quota.QuotaRules;
import dev.parley.quota.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("A person's share of a common limit")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharesTest {
  private static final QuotaRules RULES =
      Bids.rules("channel C1: 1,000 tokens per month, share 50%");

  private QuotaRedis redis;

  @BeforeAll
  void start() {
    redis = new QuotaRedis();
  }

  @AfterAll
  void stop() {
    redis.close();
  }

  @BeforeEach
  void empty() {
    redis.server.command("FLUSHALL");
  }

  private static Reservation call(String user, int tokens) {
    return Bids.wanted(RULES, Bids.payer("T1", "C1", user), tokens / 2, tokens / 2);
  }

  /// As if a person had spent last so long ago.
  private void lastSeen(String user, Duration ago) {
    List<String> keys = redis.server.command("KEYS", "*:active:channel/C1/*");
    assertThat(keys).hasSize(1);
    String then = Long.toString(Instant.now().minus(ago).toEpochMilli());
    redis.server.command("ZADD", keys.getFirst(), then, user);
  }

  @Test
  @DisplayName("is all of it while they are alone")
  void alone() {
    redis.reserved(call("Ada", 600));

    assertThat(redis.reserved(call("Ada", 400))).isEqualTo(200);
  }

  @Test
  @DisplayName("holds while others are active, and leaves the rest to them")
  void othersActive() {
    redis.reserved(call("Bob", 100));
    redis.reserved(call("Ada", 400));

    var refused = redis.refused(call("Ada", 200));

    assertThat(refused.overShare()).isTrue();
    assertThat(refused.spent() + refused.held()).isEqualTo(400);
    assertThat(redis.reserved(call("Ada", 100))).isEqualTo(50);
    assertThat(redis.reserved(call("Bob", 400))).isEqualTo(200);
  }

  @Test
  @DisplayName("holds until others were silent for fifteen minutes")
  void othersSilent() {
    redis.reserved(call("Bob", 100));
    redis.reserved(call("Ada", 400));

    lastSeen("Bob", Duration.ofMinutes(14));
    assertThat(redis.refused(call("Ada", 200)).overShare()).isTrue();

    lastSeen("Bob", Duration.ofMinutes(16));
    assertThat(redis.reserved(call("Ada", 200))).isEqualTo(100);
  }

  @Test
  @DisplayName("never gets more than the limit has")
  void limitHolds() {
    redis.reserved(call("Bob", 500));
    redis.reserved(call("Ada", 500));

    assertThat(redis.refused(call("Cem", 100)).overShare()).isFalse();
  }
}
