package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Compaction;
import dev.parley.conversation.Erased;
import dev.parley.conversation.PersonalRecords;
import dev.parley.conversation.Setting;
import dev.parley.conversation.Turn;
import dev.parley.conversation.Utterance;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Feedback;
import dev.parley.inbox.RegenerateOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How every storage forgets one person, and nobody else.
public abstract class PersonalRecordsContract extends StorageContract {
  private static final TenantId TENANT = Said.tenant("T1");
  private static final UserId ADA = Said.author("Ada").id();
  private static final Place OTHER = Said.channel("other");

  private PersonalRecords records;

  @BeforeEach
  void openRecords() {
    records = storage.personalRecords();
  }

  private Erased forgetAda() {
    return records.forget(TENANT, ADA);
  }

  @Test
  @DisplayName("Of a person of whom nothing is known, nothing is erased")
  void nothing() {
    finish(begin(Said.message("m1", Said.channel("general"), "Bob")));

    assertThat(forgetAda()).isEqualTo(Erased.NOTHING);
    assertThat(remembered(Said.general())).containsExactly("m1");
  }

  @Test
  @DisplayName("A person's questions go with their answers, others' stay, in other tenants too")
  void exchanges() {
    finish(begin(Said.message("m1")));
    finish(begin(Said.message("m2", Said.channel("general"), "Bob")));
    finish(begin(Said.message("m3", OTHER, "Ada")));
    finish(begin(Said.message("m4", Said.channelOf("T2", "general"), "Ada")));

    Erased erased = forgetAda();

    assertThat(erased.count(Erased.Kind.EXCHANGE)).isEqualTo(2);
    assertThat(erased.unfinished()).isZero();
    assertThat(remembered(Said.general())).containsExactly("m2");
    assertThat(begin(Said.message("m5", Said.channelOf("T2", "general"), "Ada")).conversation())
        .satisfies(other -> assertThat(ids(other)).containsExactly("m4"));
    assertThat(forgetAda()).isEqualTo(Erased.NOTHING);
  }

  @Test
  @DisplayName("Of what was read in a thread, what others said stays")
  void readings() {
    ClaimedTurn turn = begin(Said.message("m1", Said.thread("general", "root"), "Bob"));
    Utterance ofAda = new Utterance(new MessageId("s1"), Said.author("Ada"), "secret");
    Utterance ofBob = new Utterance(new MessageId("s2"), Said.author("Bob"), "open");
    inbox.beginWith(turn.lease(), read(turn, List.of(ofAda, ofBob)));
    finish(turn);

    Erased erased = forgetAda();

    assertThat(erased.counts()).isEqualTo(Map.of(Erased.Kind.READING, 1));
    List<Turn> left = storage.conversations().read(turn.conversation().id()).turns();
    assertThat(left).hasSize(2);
    assertThat(left.getFirst().questions()).containsExactly(ofBob);
  }

  private static Turn read(ClaimedTurn turn, List<Utterance> said) {
    Turn like = Said.turn(turn);
    return new Turn(
        said.getFirst().id(),
        Said.THEN,
        said,
        like.steps(),
        "I have read it.",
        List.of(),
        "",
        like.usage(),
        5,
        Optional.empty());
  }

  @Test
  @DisplayName("A person's questions wait no more, others' do")
  void waiting() {
    ClaimedTurn running = begin(Said.message("m1", Said.channel("general"), "Bob"));
    wait(Said.message("m2"), Said.message("m3", Said.channel("general"), "Eve"));

    Erased erased = forgetAda();

    assertThat(erased.counts()).isEqualTo(Map.of(Erased.Kind.WAITING, 1));
    assertThat(ids(finish(running).orElseThrow())).containsExactly("m3");
  }

  @Test
  @DisplayName("A running answer to a person is taken back and not remembered")
  void running() {
    ClaimedTurn turn = begin(Said.message("m1"));

    Erased erased = forgetAda();
    ClaimedTurn takenBack = inbox.claimDue(Said.SPOKEN, 1).getFirst();
    inbox.done(takenBack.lease(), Optional.empty(), false);

    assertThat(erased.counts()).isEqualTo(Map.of(Erased.Kind.WAITING, 1));
    assertThat(erased.unfinished()).isEqualTo(1);
    assertThat(takenBack.lease().turn()).isEqualTo(turn.lease().turn());
    assertThat(takenBack.progress().withdrawn()).isTrue();
    assertThat(forgetAda()).isEqualTo(Erased.NOTHING);
    assertThat(remembered(Said.general())).isEmpty();
  }

  @Test
  @DisplayName("An answer that is being posted is forgotten with its end")
  void answered() {
    ClaimedTurn turn = begin(Said.message("m1"));
    inbox.answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn)));

    Erased erased = forgetAda();
    inbox.done(turn.lease(), Optional.empty(), false);

    assertThat(erased.counts()).isEqualTo(Map.of(Erased.Kind.EXCHANGE, 1));
    assertThat(erased.unfinished()).isEqualTo(1);
    assertThat(forgetAda()).isEqualTo(Erased.NOTHING);
    assertThat(storage.pastTurns().regenerate(turn.lease().turn(), Said.by("Ada")))
        .isEqualTo(RegenerateOutcome.GONE);
  }

  @Test
  @DisplayName("A summary goes where it is made of the person's words, and no other")
  void summaries() {
    summarised("general", "Ada");
    summarised("other", "Bob");

    Erased erased = forgetAda();

    assertThat(erased.count(Erased.Kind.SUMMARY)).isEqualTo(1);
    assertThat(storage.conversations().read(Said.general()).summary()).isEmpty();
    assertThat(begin(Said.message("m9", OTHER, "Bob")).conversation().summary()).isPresent();
  }

  private void summarised(String channel, String author) {
    Place place = Said.channel(channel);
    finish(begin(Said.message(channel + "-1", place, author)));
    ClaimedTurn second = begin(Said.message(channel + "-2", place, "Bob"));
    inbox.answered(second.lease(), Said.REPLY, Optional.of(Said.turn(second)));
    Compaction compaction = new Compaction(1, author + " said something.");
    inbox.done(second.lease(), Optional.of(compaction), false);
  }

  @Test
  @DisplayName("Answers to a person cannot be come back to, and their opinions are gone")
  void past() {
    ClaimedTurn own = begin(Said.message("m1", OTHER, "Ada"));
    finish(own);
    ClaimedTurn others = begin(Said.message("m2", Said.channel("general"), "Bob"));
    finish(others);
    storage.pastTurns().rate(others.lease().turn(), ADA, Feedback.HELPFUL);

    Erased erased = forgetAda();

    assertThat(erased.count(Erased.Kind.PAST_TURN)).isEqualTo(1);
    assertThat(erased.count(Erased.Kind.RATING)).isEqualTo(1);
    assertThat(storage.pastTurns().regenerate(own.lease().turn(), Said.by("Ada")))
        .isEqualTo(RegenerateOutcome.GONE);
    assertThat(storage.pastTurns().regenerate(others.lease().turn(), Said.by("Bob")))
        .isEqualTo(RegenerateOutcome.STARTED);
  }

  @Test
  @DisplayName("Settings of a person's direct messages go, those of channels stay")
  void settings() {
    Place direct = new Place(TENANT, "D1", Optional.empty(), true);
    Place ofBob = new Place(TENANT, "D2", Optional.empty(), true);
    storage.conversations().override(direct, ADA, Setting.PERSONA, "Call me Ada");
    storage.conversations().override(direct, ADA, Setting.MODEL, "model-2");
    storage.conversations().override(OTHER, ADA, Setting.MODEL, "model-2");
    UserId bob = Said.author("Bob").id();
    storage.conversations().override(ofBob, bob, Setting.MODEL, "model-2");

    Erased erased = forgetAda();

    assertThat(erased.counts()).isEqualTo(Map.of(Erased.Kind.SETTING, 2));
    assertThat(storage.conversations().overrides(direct)).isEmpty();
    assertThat(storage.conversations().overrides(OTHER)).hasSize(1);
    assertThat(storage.conversations().overrides(ofBob)).hasSize(1);
  }
}
