package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.AnswerPolicy;
import dev.parley.conversation.Conversation;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.Accepted;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxListener;
import dev.parley.inbox.InboxSettings;
import dev.parley.inbox.Lease;
import dev.parley.inbox.TurnProgress;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every inbox does with messages: each is answered once, in order.
public abstract class InboxContract extends StorageContract {
  @Test
  @DisplayName("A message to an idle conversation is claimed at once, with all it needs")
  void claimsAtOnce() {
    InboundMessage message = Said.message("m1");

    ClaimedTurn turn = begin(message);

    assertThat(turn.messages()).containsExactly(message);
    assertThat(turn.lease().turn()).isEqualTo(new TurnRef(Said.general(), message.id()));
    assertThat(turn.conversation()).isEqualTo(Conversation.empty(Said.general()));
    assertThat(turn.overrides()).isEmpty();
    assertThat(turn.progress()).isEqualTo(TurnProgress.FRESH);
  }

  @Test
  @DisplayName("A message that comes again is a duplicate: while it runs, waits, and after its end")
  void dropsDuplicates() {
    ClaimedTurn turn = begin(Said.message("m1"));
    wait(Said.message("m2"));

    assertThat(inbox.accept(Said.message("m1"), true)).isEqualTo(new Accepted.Duplicate());
    assertThat(inbox.accept(Said.message("m2"), true)).isEqualTo(new Accepted.Duplicate());
    finish(finish(turn).orElseThrow());

    assertThat(inbox.accept(Said.message("m1"), true)).isEqualTo(new Accepted.Duplicate());
    assertThat(inbox.accept(Said.message("m2"), false)).isEqualTo(new Accepted.Duplicate());
  }

  @Test
  @DisplayName("The same id in another tenant is another message")
  void tenantsDoNotMeet() {
    begin(Said.message("m1"));
    InboundMessage elsewhere = Said.message("m1", Said.channelOf("T2", "general"), "Ada");

    ClaimedTurn turn = begin(elsewhere);

    assertThat(turn.messages()).containsExactly(elsewhere);
  }

  @Test
  @DisplayName("A message that the instance has no room for waits until somebody claims it")
  void waitsWhereThereIsNoRoom() {
    Accepted accepted = inbox.accept(Said.message("m1"), false);

    List<ClaimedTurn> claimed = storage.inbox(SETTINGS).claimDue(Said.SPOKEN, 5);

    assertThat(accepted).isEqualTo(new Accepted.Waiting(Said.general()));
    assertThat(claimed).singleElement().satisfies(t -> assertThat(ids(t)).containsExactly("m1"));
    assertThat(claimed.getFirst().progress()).isEqualTo(TurnProgress.FRESH);
    assertThat(inbox.claimDue(Said.SPOKEN, 5)).isEmpty();
  }

  @Test
  @DisplayName("What one author says during a turn is answered together, others in their order")
  void mergesWaiting() {
    ClaimedTurn first = begin(Said.message("m1"));
    wait(
        Said.message("a2"),
        Said.message("b3", Said.channel("general"), "Bob"),
        Said.message("a4"),
        Said.message("c5", Said.channel("general"), "Cid"),
        Said.message("b6", Said.channel("general"), "Bob"));

    ClaimedTurn second = finish(first).orElseThrow();
    ClaimedTurn third = finish(second).orElseThrow();
    ClaimedTurn fourth = finish(third).orElseThrow();
    Optional<ClaimedTurn> none = finish(fourth);

    assertThat(ids(second)).containsExactly("a2", "a4");
    assertThat(ids(third)).containsExactly("b3", "b6");
    assertThat(ids(fourth)).containsExactly("c5");
    assertThat(none).isEmpty();
    assertThat(remembered(Said.general())).containsExactly("m1", "a2", "b3", "c5");
  }

  @Test
  @DisplayName("At most twenty messages are answered together")
  void mergesBounded() {
    ClaimedTurn first = begin(Said.message("m0"));
    IntStream.rangeClosed(1, 25).forEach(i -> wait(Said.message("m" + i)));

    ClaimedTurn second = finish(first).orElseThrow();
    ClaimedTurn third = finish(second).orElseThrow();

    assertThat(second.messages()).hasSize(20);
    assertThat(ids(third)).containsExactly("m21", "m22", "m23", "m24", "m25");
  }

  @Test
  @DisplayName("What is said in different threads of one memory is not answered together")
  void mergesInOnePlaceOnly() {
    inbox = storage.inbox(with(true, 100, SessionScope.CHANNEL));
    ClaimedTurn first = begin(Said.message("m1"));
    wait(
        Said.message("m2"),
        Said.message("t3", Said.thread("general", "m0"), "Ada"),
        Said.message("m4"));

    ClaimedTurn second = finish(first).orElseThrow();
    ClaimedTurn third = finish(second).orElseThrow();

    assertThat(ids(second)).containsExactly("m2", "m4");
    assertThat(ids(third)).containsExactly("t3");
  }

  @Test
  @DisplayName("Where messages are answered one by one, each is a turn")
  void answersEach() {
    inbox = storage.inbox(with(false, 100, SessionScope.THREAD));
    ClaimedTurn first = begin(Said.message("m1"));
    wait(Said.message("m2"), Said.message("m3"));

    ClaimedTurn second = finish(first).orElseThrow();
    ClaimedTurn third = finish(second).orElseThrow();

    assertThat(ids(second)).containsExactly("m2");
    assertThat(ids(third)).containsExactly("m3");
  }

  private static InboxSettings with(boolean merge, int mostWaiting, SessionScope scope) {
    return with(merge, mostWaiting, scope, Duration.ofHours(1));
  }

  private static InboxSettings with(
      boolean merge, int mostWaiting, SessionScope scope, Duration remembered) {
    Duration lease = Duration.ofMinutes(1);
    return new InboxSettings(lease, 3, mostWaiting, merge, remembered, scope, AnswerPolicy.THREAD);
  }

  @Test
  @DisplayName("A message that finds too many waiting is not stored, and may come again")
  void refusesWhenFull() {
    inbox = storage.inbox(with(true, 2, SessionScope.THREAD));
    ClaimedTurn turn = begin(Said.message("m1"));
    wait(Said.message("m2"), Said.message("m3"));

    Accepted refused = inbox.accept(Said.message("m4"), true);
    finish(turn);

    assertThat(refused).isEqualTo(new Accepted.Full(2));
    wait(Said.message("m4"));
  }

  @Test
  @DisplayName("A message's id is forgotten after its time")
  void forgetsIds() {
    inbox = storage.inbox(with(true, 9, SessionScope.THREAD, Duration.ofMillis(1)));
    finish(begin(Said.message("m1")));

    Awaitility.await()
        .atMost(HANG)
        .until(() -> inbox.accept(Said.message("m1"), true) instanceof Accepted.Claimed);
  }

  @Test
  @DisplayName("Conversations run side by side, up to the room that an instance has")
  void runsSideBySide() {
    for (int i = 0; i < 5; i++) {
      inbox.accept(Said.message("m" + i, Said.channel("c" + i), "Ada"), false);
    }

    List<ClaimedTurn> three = inbox.claimDue(Said.SPOKEN, 3);
    List<ClaimedTurn> two = storage.inbox(SETTINGS).claimDue(Said.SPOKEN, 3);

    assertThat(three).hasSize(3);
    assertThat(two).hasSize(2);
    assertThat(inbox.claimDue(Said.SPOKEN, 0)).isEmpty();
    assertThat(Stream.concat(three.stream(), two.stream()).map(StorageContract::ids))
        .containsExactlyInAnyOrder(
            List.of("m0"), List.of("m1"), List.of("m2"), List.of("m3"), List.of("m4"));
  }

  @Test
  @DisplayName("Work of every tenant is found, also by an instance that knew none of them")
  void findsWorkOfAllTenants() {
    for (int i = 0; i < 4; i++) {
      inbox.accept(Said.message("m" + i, Said.channelOf("T" + i, "general"), "Ada"), false);
    }

    List<ClaimedTurn> three = storage.inbox(SETTINGS).claimDue(Said.SPOKEN, 3);
    List<ClaimedTurn> one = storage.inbox(SETTINGS).claimDue(Said.SPOKEN, 3);

    assertThat(three).hasSize(3);
    assertThat(one).hasSize(1);
    assertThat(inbox.claimDue(Said.SPOKEN, 3)).isEmpty();
  }

  @Test
  @DisplayName("The next turn is left to others where its instance has no room")
  void leavesTheNextTurn() {
    ClaimedTurn first = begin(Said.message("m1"));
    wait(Said.message("m2"));

    Optional<ClaimedTurn> next = inbox.done(first.lease(), Optional.empty(), false);
    List<ClaimedTurn> claimed = storage.inbox(SETTINGS).claimDue(Said.SPOKEN, 5);

    assertThat(next).isEmpty();
    assertThat(claimed).singleElement().satisfies(t -> assertThat(ids(t)).containsExactly("m2"));
  }

  @Test
  @DisplayName("The end of a turn, asked for again, gives the same next turn again")
  void repeatsDone() {
    ClaimedTurn first = begin(Said.message("m1"));
    wait(Said.message("m2"));

    ClaimedTurn next = inbox.done(first.lease(), Optional.empty(), true).orElseThrow();
    ClaimedTurn again = inbox.done(first.lease(), Optional.empty(), true).orElseThrow();
    Optional<ClaimedTurn> none = inbox.done(next.lease(), Optional.empty(), true);

    assertThat(again).isEqualTo(next);
    assertThat(none).isEmpty();
    assertThat(inbox.done(next.lease(), Optional.empty(), true)).isEmpty();
    assertThat(inbox.done(first.lease(), Optional.empty(), true)).isEmpty();
  }

  @Test
  @DisplayName("Each claim of a conversation has a greater token")
  void tokensGrow() {
    ClaimedTurn first = begin(Said.message("m1"));
    wait(Said.message("m2"));

    ClaimedTurn second = finish(first).orElseThrow();
    finish(second);
    ClaimedTurn third = begin(Said.message("m3"));

    assertThat(second.lease().token()).isGreaterThan(first.lease().token());
    assertThat(third.lease().token()).isGreaterThan(second.lease().token());
  }

  @Test
  @DisplayName("Instances hear of each conversation that has become claimable")
  void tellsOfWork() throws InterruptedException {
    Semaphore woken = new Semaphore(0);
    try (Inbox.Subscription _ = storage.inbox(SETTINGS).listen(waking(woken))) {
      Awaitility.await()
          .atMost(HANG)
          .until(() -> leaveWork() && woken.tryAcquire(50, TimeUnit.MILLISECONDS));
      woken.drainPermits();

      for (int i = 0; i < 10; i++) {
        leaveWork();
      }

      assertThat(woken.tryAcquire(10, HANG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  private static InboxListener waking(Semaphore woken) {
    return new InboxListener() {
      @Override
      public void workReady() {
        woken.release();
      }

      @Override
      public void stopRequested(TurnRef turn) {}

      @Override
      public void turnLost(Lease lease) {}
    };
  }

  private boolean leaveWork() {
    String id = UUID.randomUUID().toString();
    inbox.accept(Said.message(id, Said.channel(id), "Ada"), false);
    return true;
  }
}
