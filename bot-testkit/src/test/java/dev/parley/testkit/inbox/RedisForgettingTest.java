package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.identity.Author;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.message.Reply;
import dev.parley.platform.RoomLog;
import dev.parley.platform.RoomPost;
import dev.parley.redis.RedisStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A conversation in which nothing happens")
class RedisForgettingTest extends RedisTest {
  private static final String FOR_EVER = "-1";

  private static RedisStore hourly;
  private static RedisStore hasty;

  @BeforeAll
  static void connectForgetful() {
    hourly = forgetful(Duration.ofHours(1));
    hasty = forgetful(Duration.ofMillis(300));
  }

  @AfterAll
  static void disconnectForgetful() {
    hourly.close();
    hasty.close();
  }

  private static RedisStore forgetful(Duration after) {
    return RedisStore.open(REDIS.settings().withForgetAfter(Optional.of(after)));
  }

  private static String left(String kind) {
    List<String> keys = REDIS.command("KEYS", "*:" + kind + ":*");
    assertThat(keys).hasSize(1);
    return REDIS.command("PTTL", keys.getFirst()).getFirst();
  }

  private static void isLimited(String kind) {
    assertThat(Long.parseLong(left(kind))).isBetween(1L, Duration.ofHours(1).toMillis());
  }

  @Test
  @DisplayName("is kept for ever unless something else is set")
  void forEver() {
    finish(begin(Said.message("m1")));

    assertThat(left("history")).isEqualTo(FOR_EVER);
  }

  @Test
  @DisplayName("is forgotten when its time is over")
  void forgotten() {
    ClaimedTurn turn = begin(hasty.inbox(SETTINGS), Said.message("m1"));
    hasty.inbox(SETTINGS).answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn)));
    assertThat(remembered(Said.general())).containsExactly("m1");

    hasty.inbox(SETTINGS).done(turn.lease(), Optional.empty(), true);

    await().atMost(HANG).until(() -> remembered(Said.general()).isEmpty());
  }

  @Test
  @DisplayName("is kept while a turn runs, however long that takes")
  void keptWhileRunning() {
    ClaimedTurn first = begin(hourly.inbox(SETTINGS), Said.message("m1"));
    hourly.inbox(SETTINGS).answered(first.lease(), Said.REPLY, Optional.of(Said.turn(first)));
    hourly.inbox(SETTINGS).done(first.lease(), Optional.empty(), true);
    isLimited("history");

    begin(hourly.inbox(SETTINGS), Said.message("m2"));

    assertThat(left("history")).isEqualTo(FOR_EVER);
  }

  @Test
  @DisplayName("leaves nothing for ever when it was reset")
  void reset() {
    hourly.conversations().reset(Said.general());

    isLimited("session");
  }

  @Test
  @DisplayName("goes from the rooms of the web chat, and from their list")
  void rooms() {
    TenantId tenant = new TenantId(new PlatformName("web"), "local");
    RoomLog kept = hourly.roomLog();
    RoomLog forgetting = hasty.roomLog();

    kept.post(tenant, "general", post());
    isLimited("posts");
    isLimited("posted");
    forgetting.post(tenant, "brief", post());

    assertThat(kept.rooms(tenant, 10)).contains("general");
    await().atMost(HANG).until(() -> kept.rooms(tenant, 10).equals(List.of("general")));
  }

  private static RoomPost post() {
    Author ann = new Author(new UserId("ann"), "Ann");
    return new RoomPost(
        "p1", Instant.EPOCH, ann, "Hello", Reply.Tone.ANSWER, Optional.empty(), Optional.empty());
  }
}
