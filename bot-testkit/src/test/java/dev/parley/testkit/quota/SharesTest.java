package dev.parley.testkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.quota.QuotaRules;
import dev.parley.quota.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A person's share of a common limit")
class SharesTest {
  @RegisterExtension private static final QuotaRedis REDIS = new QuotaRedis();

  private static final QuotaRules RULES =
      Bids.rules("channel C1: 1,000 tokens per month, share 50%");

  private static Reservation call(String user, int tokens) {
    return Bids.wanted(RULES, Bids.payer("T1", "C1", user), tokens / 2, tokens / 2);
  }

  /// As if a person had spent last so long ago.
  private void lastSeen(String user, Duration ago) {
    List<String> keys = REDIS.server.command("KEYS", "*:active:channel/C1/*");
    assertThat(keys).hasSize(1);
    String then = Long.toString(Instant.now().minus(ago).toEpochMilli());
    REDIS.server.command("ZADD", keys.getFirst(), then, user);
  }

  @Test
  @DisplayName("is all of it while they are alone")
  void alone() {
    REDIS.reserved(call("Ada", 600));

    assertThat(REDIS.reserved(call("Ada", 400))).isEqualTo(200);
  }

  @Test
  @DisplayName("holds while others are active, and leaves the rest to them")
  void othersActive() {
    REDIS.reserved(call("Bob", 100));
    REDIS.reserved(call("Ada", 400));

    var refused = REDIS.refused(call("Ada", 200));

    assertThat(refused.overShare()).isTrue();
    assertThat(refused.spent() + refused.held()).isEqualTo(400);
    assertThat(REDIS.reserved(call("Ada", 100))).isEqualTo(50);
    assertThat(REDIS.reserved(call("Bob", 400))).isEqualTo(200);
  }

  @Test
  @DisplayName("holds until others were silent for fifteen minutes")
  void othersSilent() {
    REDIS.reserved(call("Bob", 100));
    REDIS.reserved(call("Ada", 400));

    lastSeen("Bob", Duration.ofMinutes(14));
    assertThat(REDIS.refused(call("Ada", 200)).overShare()).isTrue();

    lastSeen("Bob", Duration.ofMinutes(16));
    assertThat(REDIS.reserved(call("Ada", 200))).isEqualTo(100);
  }

  @Test
  @DisplayName("never gets more than the limit has")
  void limitHolds() {
    REDIS.reserved(call("Bob", 500));
    REDIS.reserved(call("Ada", 500));

    assertThat(REDIS.refused(call("Cem", 100)).overShare()).isFalse();
  }
}
