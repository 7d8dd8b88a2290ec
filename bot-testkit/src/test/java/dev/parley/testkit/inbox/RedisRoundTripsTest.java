package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Place;
import dev.parley.inbox.ClaimedTurn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What Redis is asked")
class RedisRoundTripsTest extends RedisTest {
  @BeforeEach
  void warmUp() {
    ClaimedTurn turn = begin(Said.message("warm-up", Said.channel("warm-up"), "Ada"));
    storage.journal().record(turn.lease(), "a", "b");
    finish(turn);
    finish(begin(Said.message("in-thread", Said.thread("warm-up", "warm-up"), "Ada")));
    inbox.claimDue(Said.SPOKEN, 1);
  }

  @Test
  @DisplayName("A plain turn takes three round trips")
  void plainTurn() {
    List<String> commands =
        REDIS.commandsDuring(() -> assertThat(finish(begin(Said.message("m1")))).isEmpty());

    assertThat(commands).containsExactly("evalsha", "evalsha", "evalsha");
  }

  @Test
  @DisplayName("A turn that waited behind another takes three as well")
  void waitingTurn() {
    ClaimedTurn first = begin(Said.message("m1"));

    List<String> commands =
        REDIS.commandsDuring(
            () -> {
              wait(Said.message("m2"));
              ClaimedTurn second = finish(first).orElseThrow();
              inbox.answered(second.lease(), Said.REPLY, Optional.of(Said.turn(second)));
            });

    assertThat(commands).hasSize(4).containsOnly("evalsha");
  }

  @Test
  @DisplayName(
      "Only the first turn of a thread costs more: one reading, and one writing if it found")
  void firstOfAThread() {
    finish(begin(Said.message("m1")));
    Place thread = Said.thread("general", "m1");

    List<String> first =
        REDIS.commandsDuring(() -> finish(begin(Said.message("t1", thread, "Ada"))));
    List<String> second =
        REDIS.commandsDuring(() -> finish(begin(Said.message("t2", thread, "Ada"))));

    assertThat(first.stream().filter("evalsha"::equals)).hasSize(5);
    assertThat(second).containsExactly("evalsha", "evalsha", "evalsha");
  }

  @Test
  @DisplayName("Looking for work of one tenant takes one round trip")
  void lookingForWork() {
    List<String> commands = REDIS.commandsDuring(() -> inbox.claimDue(Said.SPOKEN, 5));

    assertThat(commands).containsExactly("evalsha");
  }

  @Test
  @DisplayName("A server that forgot the scripts is told them again")
  void scriptsForgotten() {
    ClaimedTurn first = begin(Said.message("m1"));

    REDIS.command("SCRIPT", "FLUSH");
    finish(first);
    REDIS.command("SCRIPT", "FLUSH");
    ClaimedTurn second = begin(Said.message("m2"));

    assertThat(ids(second.conversation())).containsExactly("m1");
  }
}
