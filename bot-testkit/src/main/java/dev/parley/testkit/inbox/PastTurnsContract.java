package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.MessageId;
import dev.parley.identity.Requester;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.DiscardOutcome;
import dev.parley.inbox.Feedback;
import dev.parley.inbox.PastTurns;
import dev.parley.inbox.RegenerateOutcome;
import dev.parley.inbox.TurnRef;
import dev.parley.message.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every store lets people do about turns that were answered.
public abstract class PastTurnsContract extends StorageContract {
  private static final Requester ADMIN = new Requester(Said.author("Eve").id(), true);

  private PastTurns past;

  @BeforeEach
  void openPast() {
    past = storage.pastTurns();
  }

  private TurnRef answered(String id) {
    ClaimedTurn turn = begin(Said.message(id));
    storage.journal().record(turn.lease(), "round-0", "the model's");
    storage.journal().record(turn.lease(), "reply", "posted " + id);
    finish(turn);
    return turn.lease().turn();
  }

  private ClaimedTurn claimed() {
    List<ClaimedTurn> turns = inbox.claimDue(Said.SPOKEN, 5);
    assertThat(turns).hasSize(1);
    return turns.getFirst();
  }

  @Test
  @DisplayName("The asker gets another answer in the place of the one before")
  void regenerate() {
    answered("m1");
    TurnRef turn = answered("m2");

    RegenerateOutcome outcome = past.regenerate(turn, Said.by("Ada"));
    ClaimedTurn again = claimed();
    List<String> meanwhile = ids(again.conversation());
    finish(again);

    assertThat(outcome).isEqualTo(RegenerateOutcome.STARTED);
    assertThat(again.lease().turn()).isEqualTo(turn);
    assertThat(ids(again)).containsExactly("m2");
    assertThat(again.progress().answer()).isEmpty();
    assertThat(again.progress().journal()).isEqualTo(Map.of("reply", "posted m2", "again", "1"));
    assertThat(meanwhile).containsExactly("m1");
    assertThat(remembered(Said.general())).containsExactly("m1", "m2");
  }

  @Test
  @DisplayName(
      "It is known again and again which tools were called that are not to be called twice")
  void knowsItsTools() {
    ClaimedTurn turn = begin(Said.message("m1"));
    storage.journal().record(turn.lease(), "round-0-call-0-begun", "send");
    storage.journal().record(turn.lease(), "round-0-call-1-begun", "book");
    storage.journal().record(turn.lease(), "round-1-call-0-begun", "send");
    finish(turn);

    past.regenerate(turn.lease().turn(), Said.by("Ada"));
    ClaimedTurn again = claimed();
    storage.journal().record(again.lease(), "round-0-call-0-begun", "close");
    finish(again);
    past.regenerate(turn.lease().turn(), Said.by("Ada"));

    assertThat(again.progress().journal()).containsEntry("called", "book send");
    assertThat(claimed().progress().journal())
        .isEqualTo(Map.of("called", "book close send", "again", "1"));
  }

  @Test
  @DisplayName("Where the new answer brings nothing, the one before stays remembered")
  void nothingNew() {
    TurnRef turn = answered("m1");
    past.regenerate(turn, Said.by("Ada"));
    ClaimedTurn again = claimed();
    inbox.answered(again.lease(), Reply.failure("No."), Optional.empty());
    inbox.done(again.lease(), Optional.empty(), false);

    assertThat(remembered(Said.general())).containsExactly("m1");
    assertThat(past.regenerate(turn, ADMIN)).isEqualTo(RegenerateOutcome.STARTED);
  }

  @Test
  @DisplayName(
      "Only the asker and admins get another answer, one at a time, and of the latest only")
  void notAnybody() {
    TurnRef first = answered("m1");
    TurnRef turn = answered("m2");
    TurnRef never = new TurnRef(Said.general(), new MessageId("m9"));

    assertThat(past.regenerate(turn, Said.by("Bob"))).isEqualTo(RegenerateOutcome.NOT_YOURS);
    assertThat(past.regenerate(first, Said.by("Ada"))).isEqualTo(RegenerateOutcome.NOT_LATEST);
    assertThat(past.regenerate(never, ADMIN)).isEqualTo(RegenerateOutcome.GONE);
    assertThat(past.regenerate(turn, ADMIN)).isEqualTo(RegenerateOutcome.STARTED);
    assertThat(past.regenerate(turn, ADMIN)).isEqualTo(RegenerateOutcome.BUSY);
  }

  @Test
  @DisplayName("While something else is answered, nobody gets another answer")
  void busy() {
    TurnRef turn = answered("m1");
    begin(Said.message("m2"));

    assertThat(past.regenerate(turn, Said.by("Ada"))).isEqualTo(RegenerateOutcome.BUSY);
  }

  @Test
  @DisplayName("What was reset is gone")
  void reset() {
    TurnRef turn = answered("m1");
    storage.conversations().reset(Said.general());

    assertThat(past.regenerate(turn, Said.by("Ada"))).isEqualTo(RegenerateOutcome.GONE);
    assertThat(past.discard(turn, Said.by("Ada"))).isEqualTo(new DiscardOutcome.Gone());
  }

  @Test
  @DisplayName("Anybody may rate an answer that is known")
  void rate() {
    TurnRef turn = answered("m1");
    TurnRef never = new TurnRef(Said.general(), new MessageId("m9"));

    assertThat(past.rate(turn, Said.author("Bob").id(), Feedback.HELPFUL)).isTrue();
    assertThat(past.rate(turn, Said.author("Bob").id(), Feedback.NOT_HELPFUL)).isTrue();
    assertThat(past.rate(never, Said.author("Bob").id(), Feedback.HELPFUL)).isFalse();
  }

  @Test
  @DisplayName("The asker and admins may do away with an answer, and nobody else")
  void discard() {
    answered("m1");
    TurnRef turn = answered("m2");
    answered("m3");

    assertThat(past.discard(turn, Said.by("Bob"))).isEqualTo(new DiscardOutcome.NotYours());
    assertThat(past.discard(turn, Said.by("Ada")))
        .isEqualTo(new DiscardOutcome.Discarded(Optional.of("posted m2")));
    assertThat(past.discard(turn, ADMIN)).isEqualTo(new DiscardOutcome.Gone());
    assertThat(remembered(Said.general())).containsExactly("m1", "m3");
  }
}
