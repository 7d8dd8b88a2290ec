package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Compaction;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Setting;
import dev.parley.identity.ConversationId;
import dev.parley.identity.Place;
import dev.parley.identity.SessionScope;
import dev.parley.identity.UserId;
import dev.parley.inbox.Accepted;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.TurnProgress;
import dev.parley.inbox.TurnRef;
import dev.parley.message.Addressing;
import dev.parley.message.Wish;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every inbox adds to conversations, and what turns find there.
public abstract class MemoryContract extends StorageContract {
  private static final Place CHANNEL = Said.channel("general");

  @Test
  @DisplayName("What is not said to the bot is left alone, by what is set for its place")
  void leavesAlone() {
    Place channel = Said.channel("general");
    Place thread = Said.thread("general", "m1");
    inbox.accept(Said.message("m1"), true);

    assertThat(accepted("m2", channel, Addressing.OVERHEARD)).isEqualTo(new Accepted.Ignored());
    assertThat(accepted("m3", thread, Addressing.THREAD)).isInstanceOf(Accepted.Waiting.class);
    assertThat(accepted("m4", Said.thread("general", "x"), Addressing.THREAD))
        .isEqualTo(new Accepted.Ignored());
    storage.conversations().override(channel, Said.author("Ada").id(), Setting.ANSWERS, "mention");
    assertThat(accepted("m5", thread, Addressing.THREAD)).isEqualTo(new Accepted.Ignored());
    storage.conversations().override(channel, Said.author("Ada").id(), Setting.ANSWERS, "always");
    assertThat(accepted("m2", channel, Addressing.OVERHEARD)).isInstanceOf(Accepted.Waiting.class);
    assertThat(accepted("m2", channel, Addressing.OVERHEARD)).isEqualTo(new Accepted.Duplicate());
  }

  private Accepted accepted(String id, Place place, Addressing addressing) {
    return inbox.accept(Said.message(id, place, "Ada", addressing), false);
  }

  @Test
  @DisplayName("A turn finds the turns before it, as they were, and the settings of its place")
  void remembers() {
    ClaimedTurn first = begin(Said.message("m1"));
    finish(first);
    storage.conversations().override(CHANNEL, Said.author("Ada").id(), Setting.MODEL, "model-2");

    ClaimedTurn second = begin(Said.message("m2"));

    assertThat(second.conversation().turns()).containsExactly(Said.turn(first));
    assertThat(second.overrides()).isEqualTo(Map.of(Setting.MODEL, "model-2"));
  }

  @Test
  @DisplayName("An answer is stored once, however often it is handed in")
  void answersOnce() {
    ClaimedTurn turn = begin(Said.message("m1"));

    inbox.answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn)));
    inbox.answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn)));

    assertThat(remembered(Said.general())).containsExactly("m1");
  }

  @Test
  @DisplayName("An answer with nothing to remember leaves the conversation as it was")
  void remembersNothing() {
    ClaimedTurn turn = begin(Said.message("m1"));

    inbox.answered(turn.lease(), Said.REPLY, Optional.empty());
    inbox.done(turn.lease(), Optional.empty(), true);

    assertThat(remembered(Said.general())).isEmpty();
  }

  @Test
  @DisplayName("A block of old turns gives way to its summary at the end of a turn")
  void compacts() {
    for (int i = 1; i <= 3; i++) {
      finish(begin(Said.message("m" + i)));
    }
    ClaimedTurn turn = begin(Said.message("m4"));
    inbox.answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn)));

    Optional<Compaction> compaction = Optional.of(new Compaction(2, "They said m1 and m2."));
    inbox.done(turn.lease(), compaction, true);
    inbox.done(turn.lease(), compaction, true);

    Conversation conversation = begin(Said.message("m5")).conversation();
    assertThat(ids(conversation)).containsExactly("m3", "m4");
    assertThat(conversation.summary()).contains("They said m1 and m2.");
    assertThat(storage.conversations().read(Said.general())).isEqualTo(conversation);
  }

  @Test
  @DisplayName("The answer of a turn that ran during a reset is not remembered, the next one is")
  void resetsDuringATurn() {
    finish(begin(Said.message("m1")));
    ClaimedTurn turn = begin(Said.message("m2"));
    wait(Said.message("m3"));

    storage.conversations().reset(Said.general());
    inbox.answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn)));
    ClaimedTurn next =
        inbox.done(turn.lease(), Optional.of(new Compaction(1, "gone")), true).orElseThrow();

    assertThat(next.conversation()).isEqualTo(Conversation.empty(Said.general()));
    finish(next);
    assertThat(remembered(Said.general())).containsExactly("m3");
  }

  @Test
  @DisplayName("A turn that is taken over after a reset is not remembered either")
  void resetsBeforeATakeOver() {
    begin(storage.inbox(SHORT_LEASE), Said.message("m1"));
    storage.conversations().reset(Said.general());

    finish(takenOver(inbox));

    assertThat(remembered(Said.general())).isEmpty();
  }

  @Test
  @DisplayName("A thread begins with the exchange that it hangs from, and keeps it")
  void threadBeginsWithItsExchange() {
    ClaimedTurn asked = begin(Said.message("m1"));
    finish(asked);
    finish(begin(Said.message("m2")));
    Place thread = Said.thread("general", "m1");

    ClaimedTurn first = begin(Said.message("t1", thread, "Bob"));
    finish(first);
    ClaimedTurn second = begin(Said.message("t2", thread, "Bob"));

    assertThat(first.conversation().turns()).containsExactly(Said.turn(asked));
    assertThat(ids(second.conversation())).containsExactly("m1", "t1");
    assertThat(remembered(Said.general())).containsExactly("m1", "m2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reply-to-m1", "rest-of-m1"})
  @DisplayName("A thread may hang from the bot's answer, also where its first message waited")
  void threadHangsFromTheAnswer(String reply) {
    finish(begin(Said.message("m1")));
    Place thread = Said.thread("general", reply);
    inbox.accept(Said.message("t1", thread, "Bob"), false);

    ClaimedTurn turn = inbox.claimDue(Said.SPOKEN, 1).getFirst();

    assertThat(ids(turn.conversation())).containsExactly("m1");
    assertThat(turn.progress()).isEqualTo(TurnProgress.FRESH);
  }

  @Test
  @DisplayName("A thread that hangs from what the bot had no part in begins empty")
  void threadOfOthers() {
    finish(begin(Said.message("m1")));

    ClaimedTurn turn = begin(Said.message("t1", Said.thread("general", "x"), "Bob"));

    assertThat(turn.conversation().isEmpty()).isTrue();
  }

  @Test
  @DisplayName("A thread that was reset stays empty")
  void threadStaysReset() {
    finish(begin(Said.message("m1")));
    Place thread = Said.thread("general", "m1");
    ClaimedTurn turn = begin(Said.message("t1", thread, "Bob"));
    finish(turn);

    storage.conversations().reset(turn.conversation().id());

    assertThat(begin(Said.message("t2", thread, "Bob")).conversation().isEmpty()).isTrue();
  }

  @Test
  @DisplayName("By default a channel and each of its threads have a memory of their own")
  void scopeThread() {
    assertThat(conversation("m1", CHANNEL, "Ada")).isEqualTo(Said.general());
    assertThat(conversation("m2", Said.thread("general", "m1"), "Ada"))
        .isEqualTo(Said.thread("general", "m1").conversation(SessionScope.THREAD, ada()));
  }

  @Test
  @DisplayName("Set to channel, its threads share the channel's memory")
  void scopeChannel() {
    storage.conversations().override(CHANNEL, Said.author("Ada").id(), Setting.SCOPE, "channel");
    finish(begin(Said.message("m1")));

    ClaimedTurn turn = begin(Said.message("t1", Said.thread("general", "m1"), "Bob"));

    assertThat(turn.conversation().id()).isEqualTo(Said.general());
    assertThat(ids(turn.conversation())).containsExactly("m1");
  }

  @Test
  @DisplayName("Set to user, each person has a memory, and her threads begin with her exchanges")
  void scopeUser() {
    storage.conversations().override(CHANNEL, Said.author("Ada").id(), Setting.SCOPE, "user");
    finish(begin(Said.message("m1")));
    Place thread = Said.thread("general", "m1");

    ClaimedTurn hers = begin(Said.message("t1", thread, "Ada"));
    ClaimedTurn his = begin(Said.message("t2", thread, "Bob"));

    assertThat(hers.conversation().id()).isEqualTo(thread.conversation(SessionScope.USER, ada()));
    assertThat(ids(hers.conversation())).containsExactly("m1");
    assertThat(his.conversation().isEmpty()).isTrue();
  }

  @Test
  @DisplayName("A scope that this version does not know counts as the default")
  void scopeUnknown() {
    storage.conversations().override(CHANNEL, Said.author("Ada").id(), Setting.SCOPE, "galaxy");

    assertThat(conversation("m1", CHANNEL, "Ada")).isEqualTo(Said.general());
  }

  private ConversationId conversation(String id, Place place, String author) {
    return begin(Said.message(id, place, author)).conversation().id();
  }

  private static UserId ada() {
    return Said.author("Ada").id();
  }

  @Test
  @DisplayName("What wishes a picture is answered by itself, and is found where it runs")
  void keepsWishesApart() {
    ClaimedTurn first = begin(Said.message("m1"));
    wait(
        Said.message("m2"),
        Said.message("p3").wishing(Wish.PICTURE, "a fox"),
        Said.message("m4"),
        Said.message("p5").wishing(Wish.PICTURE, "a hen"));

    ClaimedTurn second = finish(first).orElseThrow();
    ClaimedTurn third = finish(second).orElseThrow();
    Optional<TurnRef> running = inbox.running(Said.channel("general"), Said.author("Ada").id());
    ClaimedTurn fourth = finish(third).orElseThrow();

    assertThat(ids(second)).containsExactly("m2", "m4");
    assertThat(ids(third)).containsExactly("p3");
    assertThat(third.firstMessage().wish()).isEqualTo(Wish.PICTURE);
    assertThat(running).contains(third.lease().turn());
    assertThat(ids(fourth)).containsExactly("p5");
  }
}
