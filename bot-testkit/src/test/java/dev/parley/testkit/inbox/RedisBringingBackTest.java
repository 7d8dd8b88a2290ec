package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Compaction;
import dev.parley.conversation.Turn;
import dev.parley.identity.MessageId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.TurnRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was forgotten while a turn ran is not brought back")
class RedisBringingBackTest extends RedisTest {
  private void forgetAda() {
    storage.personalRecords().forget(Said.tenant("T1"), Said.author("Ada").id());
  }

  /// A turn of Bob's that has an answer, in a conversation in which Ada spoke first.
  private ClaimedTurn answered() {
    finish(begin(Secrets.said("m1", Said.channel("general"))));
    finish(begin(Said.message("b1", Said.channel("general"), "Bob")));
    ClaimedTurn turn = begin(Said.message("b2", Said.channel("general"), "Bob"));
    inbox.answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn)));
    return turn;
  }

  private void summarise(ClaimedTurn turn) {
    inbox.done(turn.lease(), Optional.of(new Compaction(1, Secrets.WORDS)), false);

    assertThat(Secrets.everything(REDIS)).noneMatch(line -> line.contains(Secrets.WORDS));
    assertThat(remembered(Said.general())).containsExactly("b1", "b2");
  }

  @Test
  @DisplayName("by the summary that it makes of a person's words, and no other exchange is lost")
  void person() {
    ClaimedTurn turn = answered();

    forgetAda();

    summarise(turn);
  }

  @Test
  @DisplayName("by the summary that it makes of a message that was taken back")
  void message() {
    ClaimedTurn turn = answered();

    inbox.withdraw(Said.tenant("T1"), new MessageId("m1"));

    summarise(turn);
  }

  @Test
  @DisplayName("by the summary that it makes of an answer that was done away with")
  void answer() {
    ClaimedTurn turn = answered();

    storage.pastTurns().discard(new TurnRef(Said.general(), new MessageId("m1")), Said.by("Ada"));

    summarise(turn);
  }

  @Test
  @DisplayName("by the thread that it was reading")
  void reading() {
    ClaimedTurn turn = begin(Said.message("b1", Said.thread("general", "root"), "Bob"));
    Turn read = Said.turn(List.of(Secrets.said("s1", Said.thread("general", "root"))));

    forgetAda();
    inbox.beginWith(turn.lease(), read);

    assertThat(Secrets.everything(REDIS)).noneMatch(line -> line.contains(Secrets.WORDS));
  }
}
