package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Compaction;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Inbox;
import dev.parley.redis.RedisSettings;
import dev.parley.redis.RedisStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A Redis that answers too late runs each script several times, to the same effect")
class RedisRepeatsTest extends RedisTest {
  private static RedisStore impatient;

  private Inbox hasty;

  @BeforeAll
  static void connectImpatiently() {
    RedisSettings settings = REDIS.settings();
    Duration patience = Duration.ofSeconds(20);
    impatient = RedisStore.open(settings.withPatience(Duration.ofMillis(150), patience, patience));
  }

  @AfterAll
  static void disconnectImpatient() {
    impatient.close();
  }

  @BeforeEach
  void warmUp() {
    hasty = impatient.inbox(SETTINGS);
    finish(begin(hasty, Said.message("warm-up", Said.channel("warm-up"), "Ada")));
  }

  /// Does something while the server holds all commands back for a while, then runs them all.
  private static <T> T repeated(Supplier<T> action) {
    REDIS.command("CONFIG", "RESETSTAT");
    REDIS.command("CLIENT", "PAUSE", "500");
    T result = action.get();
    String runs = REDIS.command("INFO", "commandstats").getFirst();
    assertThat(runs).containsPattern("cmdstat_evalsha:calls=([2-9]|[1-9]\\d)");
    return result;
  }

  private static void repeated(Runnable action) {
    String unused =
        repeated(
            () -> {
              action.run();
              return "done";
            });
  }

  @Test
  @DisplayName("A message is claimed by the call that stored it")
  void accept() {
    ClaimedTurn turn = repeated(() -> begin(hasty, Said.message("m1")));

    assertThat(finish(turn)).isEmpty();
    assertThat(remembered(Said.general())).containsExactly("m1");
  }

  @Test
  @DisplayName("A message waits once")
  void acceptWaiting() {
    ClaimedTurn turn = begin(Said.message("m1"));

    repeated(() -> hasty.accept(Said.message("m2"), true));

    ClaimedTurn next = finish(turn).orElseThrow();
    assertThat(ids(next)).containsExactly("m2");
    assertThat(finish(next)).isEmpty();
  }

  @Test
  @DisplayName("Due turns are claimed by the call that claimed them")
  void claim() {
    inbox.accept(Said.message("m1"), false);
    inbox.accept(Said.message("m2", Said.channel("other"), "Ada"), false);

    List<ClaimedTurn> claimed = repeated(() -> hasty.claimDue(Said.SPOKEN, 5));

    assertThat(claimed).hasSize(2);
    assertThat(claimed).allSatisfy(turn -> assertThat(turn.progress().takeOvers()).isZero());
    assertThat(claimed).allSatisfy(turn -> assertThat(finish(turn)).isEmpty());
  }

  @Test
  @DisplayName("An answer is remembered once")
  void answered() {
    ClaimedTurn turn = begin(Said.message("m1"));

    repeated(() -> hasty.answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn))));

    assertThat(remembered(Said.general())).containsExactly("m1");
  }

  @Test
  @DisplayName("The end of a turn compacts once and gives one next turn")
  void done() {
    finish(begin(Said.message("m1")));
    finish(begin(Said.message("m2")));
    ClaimedTurn turn = begin(Said.message("m3"));
    hasty.answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn)));
    wait(Said.message("m4"));

    Optional<Compaction> compaction = Optional.of(new Compaction(1, "They said m1."));
    ClaimedTurn next = repeated(() -> hasty.done(turn.lease(), compaction, true).orElseThrow());

    assertThat(ids(next)).containsExactly("m4");
    assertThat(ids(next.conversation())).containsExactly("m2", "m3");
    assertThat(finish(next)).isEmpty();
  }

  @Test
  @DisplayName("A turn is given back once, and what it recorded is kept once")
  void recordAndRelease() {
    ClaimedTurn turn = begin(Said.message("m1"));

    repeated(() -> impatient.journal().record(turn.lease(), "a", "b"));
    repeated(() -> hasty.release(turn.lease()));

    List<ClaimedTurn> claimed = inbox.claimDue(Said.SPOKEN, 2);
    assertThat(claimed).hasSize(1);
    assertThat(claimed.getFirst().progress().takeOvers()).isZero();
    assertThat(claimed.getFirst().progress().journal()).isEqualTo(Map.of("a", "b"));
  }

  @Test
  @DisplayName("A reset forgets what was said before it")
  void reset() {
    finish(begin(Said.message("m1")));

    repeated(() -> impatient.conversations().reset(Said.general()));

    finish(begin(Said.message("m2")));
    assertThat(remembered(Said.general())).containsExactly("m2");
  }
}
