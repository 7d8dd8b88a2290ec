package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.identity.MessageId;
import dev.parley.inbox.Accepted;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.EditOutcome;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxListener;
import dev.parley.inbox.Lease;
import dev.parley.inbox.TurnLostException;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every inbox does with messages that their authors change or take back.
public abstract class CorrectionsContract extends StorageContract {
  private static InboundMessage edited(String id) {
    InboundMessage old = Said.message(id);
    return new InboundMessage(
        old.id(),
        old.place(),
        old.author(),
        old.addressing(),
        "better text of " + id,
        old.sentAt(),
        old.replyAddress());
  }

  private static List<String> texts(ClaimedTurn turn) {
    return turn.messages().stream().map(InboundMessage::text).toList();
  }

  private void withdraw(String id) {
    inbox.withdraw(Said.tenant("T1"), new MessageId(id));
  }

  private ClaimedTurn again() {
    List<ClaimedTurn> claimed = inbox.claimDue(Said.SPOKEN, 5);
    assertThat(claimed).hasSize(1);
    return claimed.getFirst();
  }

  @Test
  @DisplayName("An edit of a message that nobody handed in changes nothing")
  void unknownEdit() {
    assertThat(inbox.edit(edited("m1"))).isEqualTo(EditOutcome.UNKNOWN);

    assertThat(texts(begin(Said.message("m1")))).containsExactly("text of m1");
  }

  @Test
  @DisplayName("An edit of a waiting message replaces it where it waits")
  void waitingEdit() {
    ClaimedTurn first = begin(Said.message("m1"));
    wait(Said.message("m2"), Said.message("m3"));

    EditOutcome outcome = inbox.edit(edited("m2"));

    assertThat(outcome).isEqualTo(EditOutcome.REPLACED);
    assertThat(texts(finish(first).orElseThrow()))
        .containsExactly("better text of m2", "text of m3");
  }

  @Test
  @DisplayName("An edit while the turn runs takes it from its owner, and it begins anew at once")
  void runningEdit() {
    ClaimedTurn first = begin(Said.message("m1"));
    storage.journal().record(first.lease(), "round-0", "the old question's");
    storage.journal().record(first.lease(), "reply", "posted");
    inbox.stop(first.lease().turn(), Said.by("Ada"));

    EditOutcome outcome = inbox.edit(edited("m1"));
    ClaimedTurn anew = again();

    assertThat(outcome).isEqualTo(EditOutcome.REPLACED);
    assertThat(texts(anew)).containsExactly("better text of m1");
    assertThat(anew.progress().journal()).isEqualTo(Map.of("reply", "posted"));
    assertThat(anew.progress().stopRequested()).isFalse();
    assertThat(anew.progress().takeOvers()).isZero();
    assertThatThrownBy(() -> inbox.answered(first.lease(), Said.REPLY, Optional.empty()))
        .isInstanceOf(TurnLostException.class);
  }

  @Test
  @DisplayName("The owner of a turn that begins anew is told, wherever it is")
  void tellsTheOwner() {
    BlockingQueue<Lease> lost = new LinkedBlockingQueue<>();
    try (Inbox.Subscription _ = storage.inbox(SETTINGS).listen(onLost(lost))) {
      ClaimedTurn turn = begin(Said.message("m1"));

      inbox.edit(edited("m1"));

      Awaitility.await().atMost(HANG).until(() -> lost.contains(turn.lease()));
    }
  }

  private static InboxListener onLost(BlockingQueue<Lease> lost) {
    return new InboxListener() {
      @Override
      public void workReady() {}

      @Override
      public void stopRequested(TurnRef turn) {}

      @Override
      public void turnLost(Lease lease) {
        lost.add(lease);
      }
    };
  }

  @Test
  @DisplayName("The same edit again does not begin the turn anew again")
  void sameEdit() {
    begin(Said.message("m1"));
    inbox.edit(edited("m1"));
    ClaimedTurn anew = again();

    inbox.edit(edited("m1"));

    assertThat(inbox.claimDue(Said.SPOKEN, 5)).isEmpty();
    inbox.answered(anew.lease(), Said.REPLY, Optional.of(Said.turn(anew)));
  }

  @Test
  @DisplayName("An edit after the answer changes nothing")
  void lateEdit() {
    ClaimedTurn turn = begin(Said.message("m1"));
    inbox.answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn)));

    assertThat(inbox.edit(edited("m1"))).isEqualTo(EditOutcome.TOO_LATE);
    inbox.done(turn.lease(), Optional.empty(), true);
    assertThat(inbox.edit(edited("m1"))).isEqualTo(EditOutcome.TOO_LATE);
    assertThat(inbox.claimDue(Said.SPOKEN, 5)).isEmpty();
  }

  @Test
  @DisplayName("A waiting message that is taken back is never answered, nor handed in again")
  void waitingWithdrawal() {
    ClaimedTurn first = begin(Said.message("m1"));
    wait(Said.message("m2"), Said.message("m3"));

    withdraw("m2");

    assertThat(inbox.accept(Said.message("m2"), true)).isInstanceOf(Accepted.Duplicate.class);
    assertThat(ids(finish(first).orElseThrow())).containsExactly("m3");
  }

  @Test
  @DisplayName("A message that is taken back while its turn runs leaves only what is to be undone")
  void runningWithdrawal() {
    ClaimedTurn first = begin(Said.message("m1"));
    storage.journal().record(first.lease(), "reply", "posted");
    wait(Said.message("m2"));

    withdraw("m1");
    ClaimedTurn undoing = again();
    Optional<ClaimedTurn> next = inbox.done(undoing.lease(), Optional.empty(), true);

    assertThat(undoing.progress().withdrawn()).isTrue();
    assertThat(undoing.progress().journal()).isEqualTo(Map.of("reply", "posted"));
    assertThat(ids(next.orElseThrow())).containsExactly("m2");
    assertThat(remembered(Said.general())).isEmpty();
  }

  @Test
  @DisplayName("One of several messages that is taken back leaves the others to be answered")
  void oneOfSeveral() {
    ClaimedTurn first = begin(Said.message("m1"));
    wait(Said.message("m2"), Said.message("m3"));
    finish(first);

    withdraw("m2");
    ClaimedTurn anew = again();

    assertThat(ids(anew)).containsExactly("m3");
    assertThat(anew.progress().withdrawn()).isFalse();
    assertThat(finish(anew)).isEmpty();
  }

  @Test
  @DisplayName("A message that is taken back after its answer is forgotten with it")
  void lateWithdrawal() {
    finish(begin(Said.message("m1")));
    finish(begin(Said.message("m2")));

    withdraw("m1");

    assertThat(remembered(Said.general())).containsExactly("m2");
  }

  @Test
  @DisplayName("A message that is taken back before it comes is not taken any more")
  void earlyWithdrawal() {
    withdraw("m1");

    assertThat(inbox.accept(Said.message("m1"), true)).isInstanceOf(Accepted.Duplicate.class);
    assertThat(inbox.edit(edited("m1"))).isNotEqualTo(EditOutcome.REPLACED);
    assertThat(inbox.claimDue(Said.SPOKEN, 5)).isEmpty();
  }
}
