package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Compaction;
import dev.parley.conversation.Setting;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.UserId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxListener;
import dev.parley.inbox.Lease;
import dev.parley.inbox.Renewal;
import dev.parley.inbox.StopOutcome;
import dev.parley.inbox.TurnLostException;
import dev.parley.inbox.TurnProgress;
import dev.parley.inbox.TurnRef;
import dev.parley.message.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every inbox does with turns whose owner is lost, stopped, or gives them back.
public abstract class TakeOverContract extends StorageContract {
  private static final Reply LATE = Reply.answer("Too late.");

  @Test
  @DisplayName("Work of a platform is left to the instances that can answer there")
  void leavesOtherPlatforms() {
    inbox.accept(Said.message("m1"), false);

    List<ClaimedTurn> elsewhere = inbox.claimDue(Set.of(new PlatformName("elsewhere")), 5);
    List<ClaimedTurn> here = inbox.claimDue(Said.SPOKEN, 5);

    assertThat(elsewhere).isEmpty();
    assertThat(here).hasSize(1);
  }

  @Test
  @DisplayName("A turn is taken over once its owner's lease has ended, and goes on where it was")
  void takesOver() {
    Inbox dying = storage.inbox(SHORT_LEASE);
    ClaimedTurn lost = begin(dying, Said.message("m1"));
    storage.journal().record(lost.lease(), "tool/1", "42");
    storage.journal().record(lost.lease(), "tool/1", "43");
    storage.journal().replace(lost.lease(), "reply", "a");
    storage.journal().replace(lost.lease(), "reply", "a b");
    dying.answered(lost.lease(), Said.REPLY, Optional.of(Said.turn(lost)));

    ClaimedTurn turn = takenOver(inbox);

    assertThat(turn.lease().turn()).isEqualTo(lost.lease().turn());
    assertThat(turn.lease().token()).isGreaterThan(lost.lease().token());
    assertThat(turn.messages()).isEqualTo(lost.messages());
    assertThat(turn.progress())
        .isEqualTo(
            new TurnProgress(
                1, false, Map.of("tool/1", "42", "reply", "a b"), Optional.of(Said.REPLY), false));
    assertThat(ids(turn.conversation())).containsExactly("m1");
  }

  @Test
  @DisplayName("Nobody takes a turn whose lease is renewed")
  void keepsRenewed() {
    Inbox owner = storage.inbox(SHORT_LEASE);
    ClaimedTurn turn = begin(owner, Said.message("m1"));

    Renewal renewal = inbox.renew(List.of(turn.lease()));

    assertThat(renewal).isEqualTo(new Renewal(Set.of(), Set.of()));
    Awaitility.await()
        .during(SHORT_LEASE.lease().multipliedBy(2))
        .atMost(HANG)
        .until(() -> inbox.claimDue(Said.SPOKEN, 1).isEmpty());
  }

  @Test
  @DisplayName("What an owner of old does is refused and changes nothing")
  void fencesOldOwners() {
    Inbox paused = storage.inbox(SHORT_LEASE);
    Lease old = begin(paused, Said.message("m1")).lease();
    ClaimedTurn turn = takenOver(inbox);
    wait(Said.message("m2"));

    assertThatThrownBy(() -> paused.answered(old, LATE, Optional.of(Said.turn(turn))))
        .isInstanceOf(TurnLostException.class);
    assertThatThrownBy(() -> storage.journal().record(old, "tool/1", "late"))
        .isInstanceOf(TurnLostException.class);
    assertThatThrownBy(() -> storage.journal().replace(old, "reply", "late"))
        .isInstanceOf(TurnLostException.class);
    assertThat(paused.done(old, Optional.of(new Compaction(1, "late")), true)).isEmpty();
    paused.release(old);
    assertThat(paused.renew(List.of(old))).isEqualTo(new Renewal(Set.of(old.turn()), Set.of()));

    assertThat(storage.conversations().read(Said.general()).isEmpty()).isTrue();
    assertThat(inbox.claimDue(Said.SPOKEN, 1)).isEmpty();
    assertThat(finish(turn).map(StorageContract::ids)).contains(List.of("m2"));
    assertThat(remembered(Said.general())).containsExactly("m1");
  }

  @Test
  @DisplayName("An ended turn counts as lost")
  void endedIsLost() {
    ClaimedTurn turn = begin(Said.message("m1"));
    finish(turn);

    assertThat(inbox.renew(List.of(turn.lease())).lost()).containsExactly(turn.lease().turn());
    assertThatThrownBy(() -> inbox.answered(turn.lease(), LATE, Optional.empty()))
        .isInstanceOf(TurnLostException.class);
    assertThatThrownBy(() -> storage.journal().record(turn.lease(), "a", "b"))
        .isInstanceOf(TurnLostException.class);
  }

  @Test
  @DisplayName("An owner whose lease has ended goes on where nobody took its turn")
  void lateButNotLost() {
    Inbox slow = storage.inbox(SHORT_LEASE);
    ClaimedTurn turn = begin(slow, Said.message("m1"));
    Awaitility.await()
        .pollDelay(SHORT_LEASE.lease().multipliedBy(2))
        .atMost(HANG)
        .until(() -> slow.renew(List.of(turn.lease())).lost().isEmpty());

    slow.answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn)));
    slow.done(turn.lease(), Optional.empty(), true);

    assertThat(remembered(Said.general())).containsExactly("m1");
  }

  @Test
  @DisplayName("A turn that is given back is anybody's at once, and no owner counts as lost")
  void releases() {
    ClaimedTurn turn = begin(Said.message("m1"));
    storage.journal().record(turn.lease(), "posted", "1");

    inbox.release(turn.lease());
    inbox.release(turn.lease());
    List<ClaimedTurn> claimed = storage.inbox(SETTINGS).claimDue(Said.SPOKEN, 1);

    assertThat(claimed).hasSize(1);
    assertThat(claimed.getFirst().progress())
        .isEqualTo(new TurnProgress(0, false, Map.of("posted", "1"), Optional.empty(), false));
    assertThatThrownBy(() -> inbox.answered(turn.lease(), LATE, Optional.empty()))
        .isInstanceOf(TurnLostException.class);
  }

  @Test
  @DisplayName("A turn that ends each of its owners is given up, and its conversation goes on")
  void givesUpPoison() {
    Inbox dying = storage.inbox(SHORT_LEASE);
    begin(dying, Said.message("poison"));
    wait(Said.message("m2"));

    for (int lost = 1; lost <= SHORT_LEASE.mostTakeOvers() + 1; lost++) {
      ClaimedTurn turn = takenOver(dying);
      assertThat(ids(turn)).containsExactly("poison");
      assertThat(turn.progress().takeOvers()).isEqualTo(lost);
    }
    ClaimedTurn next = takenOver(inbox);

    assertThat(ids(next)).containsExactly("m2");
    assertThat(next.progress()).isEqualTo(TurnProgress.FRESH);
    assertThat(finish(next)).isEmpty();
    assertThat(remembered(Said.general())).containsExactly("m2");
  }

  @Test
  @DisplayName("A given-up turn that nobody waits behind leaves its conversation idle")
  void givesUpPoisonAlone() {
    Inbox dying = storage.inbox(SHORT_LEASE);
    begin(dying, Said.message("poison"));
    for (int lost = 1; lost <= SHORT_LEASE.mostTakeOvers() + 1; lost++) {
      takenOver(dying);
    }

    Awaitility.await()
        .pollDelay(SHORT_LEASE.lease().multipliedBy(2))
        .atMost(HANG)
        .until(() -> dying.claimDue(Said.SPOKEN, 1).isEmpty());

    begin(Said.message("m2"));
  }

  @Test
  @DisplayName("The asker may stop a turn: its owner hears of it, and the next one knows")
  void stops() throws InterruptedException {
    BlockingQueue<TurnRef> heard = new LinkedBlockingQueue<>();
    Inbox owner = storage.inbox(SHORT_LEASE);
    ClaimedTurn turn = begin(owner, Said.message("m1"));
    TurnRef ref = turn.lease().turn();
    try (Inbox.Subscription _ = owner.listen(noting(heard))) {
      Awaitility.await()
          .atMost(HANG)
          .until(
              () ->
                  inbox.stop(ref, Said.by("Ada")) == StopOutcome.STOPPING && heard.peek() != null);

      assertThat(heard.take()).isEqualTo(ref);
      assertThat(owner.renew(List.of(turn.lease())).stopped()).containsExactly(ref);
      assertThat(takenOver(inbox).progress().stopRequested()).isTrue();
    }
  }

  private static InboxListener noting(BlockingQueue<TurnRef> heard) {
    return new InboxListener() {
      @Override
      public void workReady() {}

      @Override
      public void stopRequested(TurnRef turn) {
        heard.add(turn);
      }

      @Override
      public void turnLost(Lease lease) {}
    };
  }

  @Test
  @DisplayName("Nobody else stops a turn, and nobody one that has its answer, ended, or never was")
  void refusesToStop() {
    ClaimedTurn turn = begin(Said.message("m1"));
    TurnRef ref = turn.lease().turn();
    TurnRef unknown = new TurnRef(Said.general(), Said.message("m0").id());

    assertThat(inbox.stop(ref, Said.by("Bob"))).isEqualTo(StopOutcome.NOT_YOURS);
    assertThat(inbox.stop(unknown, Said.by("Ada"))).isEqualTo(StopOutcome.NOT_RUNNING);
    assertThat(inbox.renew(List.of(turn.lease())).stopped()).isEmpty();
    inbox.answered(turn.lease(), Said.REPLY, Optional.empty());
    assertThat(inbox.stop(ref, Said.by("Ada"))).isEqualTo(StopOutcome.NOT_RUNNING);
    inbox.done(turn.lease(), Optional.empty(), true);
    assertThat(inbox.stop(ref, Said.by("Ada"))).isEqualTo(StopOutcome.NOT_RUNNING);
  }

  @Test
  @DisplayName("The turn that runs in a place is found there, whatever shares its memory")
  void findsWhatRuns() {
    Place thread = Said.thread("general", "root");
    Place other = Said.thread("general", "elsewhere");
    UserId ada = Said.by("Ada").user();
    ClaimedTurn turn = begin(Said.message("m1", thread, "Ada"));

    assertThat(inbox.running(thread, ada)).contains(turn.lease().turn());
    assertThat(inbox.running(thread, Said.by("Bob").user())).contains(turn.lease().turn());
    assertThat(inbox.running(other, ada)).isEmpty();
    assertThat(inbox.running(Said.channel("general"), ada)).isEmpty();
    inbox.answered(turn.lease(), Said.REPLY, Optional.empty());
    assertThat(inbox.running(thread, ada)).isEmpty();
  }

  @Test
  @DisplayName("A turn is found by the channel too, where all its threads share one memory")
  void findsWhatRunsInAChannel() {
    storage
        .conversations()
        .override(Said.channel("general"), Said.author("Ada").id(), Setting.SCOPE, "channel");
    Place thread = Said.thread("general", "root");
    ClaimedTurn turn = begin(Said.message("m1", thread, "Ada"));

    assertThat(inbox.running(thread, Said.by("Ada").user())).contains(turn.lease().turn());
    assertThat(inbox.running(Said.thread("general", "x"), Said.by("Ada").user())).isEmpty();
  }

  @Test
  @DisplayName("Leases of several tenants and conversations are renewed together")
  void renewsAll() {
    ClaimedTurn one = begin(Said.message("m1", Said.channel("one"), "Ada"));
    ClaimedTurn two = begin(Said.message("m2", Said.channel("two"), "Ada"));
    ClaimedTurn other = begin(Said.message("m1", Said.channelOf("T2", "one"), "Ada"));
    finish(two);
    inbox.stop(other.lease().turn(), Said.by("Ada"));

    Renewal renewal = inbox.renew(List.of(one.lease(), two.lease(), other.lease()));

    assertThat(renewal.lost()).containsExactly(two.lease().turn());
    assertThat(renewal.stopped()).containsExactly(other.lease().turn());
    assertThat(inbox.renew(List.of())).isEqualTo(new Renewal(Set.of(), Set.of()));
  }
}
