package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Inbox;
import dev.parley.platform.RoomLog;
import dev.parley.redis.RedisStore;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is odd in Redis")
class RedisDamageTest extends RedisTest {
  private static final String TENANT = "parley:{web/T1}";
  private static final List<String> HOSTILE =
      List.of(
          "{",
          "}",
          "{}",
          "{web/T1}",
          ":",
          "a:b",
          "a",
          "*",
          "?",
          "%",
          "%7B",
          "@",
          "/",
          "turn:a",
          "\"",
          "'",
          "\\",
          "\\n",
          " x ",
          "\u00e9\ud83d\ude00",
          "null",
          "0",
          "-1",
          "]]",
          "a/b@c",
          "x".repeat(190));

  @Test
  @DisplayName("Ids of any form are told apart")
  void hostileIds() {
    List<ClaimedTurn> turns = new ArrayList<>();
    for (String id : HOSTILE) {
      turns.add(begin(Said.message("in " + HOSTILE.indexOf(id), Said.channel(id), id)));
      turns.add(begin(Said.message(id, Said.thread("c", id), id)));
      turns.add(begin(Said.message(id, Said.channelOf(id, "c"), id)));
    }

    turns.forEach(turn -> assertThat(finish(turn)).isEmpty());

    assertThat(turns)
        .allSatisfy(
            turn ->
                assertThat(remembered(turn.conversation().id()))
                    .containsExactly(turn.firstMessage().id().value()));
    assertThat(REDIS.command("KEYS", "*:sched")).isEmpty();
  }

  @Test
  @DisplayName("A turn in a history that cannot be read is passed over")
  void unreadableHistory() {
    finish(begin(Said.message("m1")));
    REDIS.command("RPUSH", TENANT + ":history:general", "{\"id\":7");
    finish(begin(Said.message("m2")));

    assertThat(remembered(Said.general())).containsExactly("m1", "m2");
    assertThat(ids(begin(Said.message("m3")).conversation())).containsExactly("m1", "m2");
  }

  @Test
  @DisplayName("A turn that cannot be read hinders no other, and is given up in the end")
  void unreadableTurn() {
    Inbox hasty = storage.inbox(SHORT_LEASE);
    begin(hasty, Said.message("m1"));
    wait(Said.message("m2"));
    REDIS.command(
        "HSET", TENANT + ":turn:general", "entries", "m1\u001fU\u001fgeneral\u001f\n{\"id\"");
    inbox.accept(Said.message("m3", Said.channel("other"), "Ada"), false);

    List<String> claimed = new ArrayList<>();
    Awaitility.await()
        .atMost(HANG)
        .until(
            () -> {
              hasty.claimDue(Said.SPOKEN, 5).stream()
                  .peek(this::finish)
                  .map(StorageContract::ids)
                  .forEach(claimed::addAll);
              return claimed.size() == 2;
            });

    assertThat(claimed).containsExactly("m3", "m2");
  }

  @Test
  @DisplayName("A turn that was given up is kept for the operator")
  void keepsTheDead() {
    Inbox hasty = storage.inbox(SHORT_LEASE);
    begin(hasty, Said.message("poison"));

    Awaitility.await()
        .atMost(HANG)
        .until(
            () -> {
              hasty.claimDue(Said.SPOKEN, 1);
              return !REDIS.command("LRANGE", TENANT + ":dead", "0", "-1").isEmpty();
            });

    assertThat(REDIS.command("LRANGE", TENANT + ":dead", "0", "-1"))
        .singleElement()
        .asString()
        .contains("text of poison");
    assertThat(REDIS.command("KEYS", "*:turn:*")).isEmpty();
  }

  @Test
  @DisplayName("A draft whose writer is gone disappears after its time")
  void oldDraft() {
    try (RedisStore store = RedisStore.open(REDIS.settings())) {
      RoomLog rooms = store.roomLog(100);
      REDIS.command("HSET", TENANT + ":drafts:general", "d1", "1 1\n{\"id\":\"d1\"}");

      assertThat(rooms.read(Said.tenant("T1"), "general", "", 10).drafts()).isEmpty();
    }
  }

  @Test
  @DisplayName("A Redis that was emptied is simply new")
  void emptied() {
    ClaimedTurn turn = begin(Said.message("m1"));
    REDIS.command("FLUSHALL");

    assertThat(inbox.renew(List.of(turn.lease())).lost()).containsExactly(turn.lease().turn());
    assertThat(begin(Said.message("m1")).conversation().isEmpty()).isTrue();
  }
}
