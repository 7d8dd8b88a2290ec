package dev.parley.testkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.Readers;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentWanted;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How the bot reads what was said lately, on each platform.
abstract class RecentContract extends UnaskedContract {
  private Recent recent(InboundMessage message, Instant since, int most) {
    return stage
        .adapter()
        .recent(
            new RecentWanted(message.place().outsideThread(), message.author().id(), since, most));
  }

  private Recent.Told told(InboundMessage message, Instant since, int most) {
    Recent recent = recent(message, since, most);
    assertThat(recent).isInstanceOf(Recent.Told.class);
    return (Recent.Told) recent;
  }

  private ReplyTarget answered(String question, String answer) {
    ReplyTarget target = asked(question);
    try (ReplyChannel channel = stage.adapter().replyTo(target)) {
      channel.finish(Reply.answer(answer));
    }
    return target;
  }

  @Test
  @DisplayName("What was said is read where it is asked, oldest first, with who said it when")
  void reads() {
    answered("The first", "So be it.");
    InboundMessage last = asked("The second").message();

    List<Recent.Line> said = told(last, Instant.EPOCH, 100).said();

    assertThat(said).hasSize(3);
    assertThat(said.getFirst().text()).contains("The first");
    assertThat(said.getLast().text()).contains("The second");
    assertThat(said.getLast().id()).isEqualTo(last.id());
    assertThat(said.getLast().author()).isEqualTo(last.author());
    assertThat(said.getLast().at().getEpochSecond()).isEqualTo(last.sentAt().getEpochSecond());
    assertThat(said)
        .filteredOn(Recent.Line::own)
        .singleElement()
        .extracting(Recent.Line::text)
        .asString()
        .contains("So be it.");
  }

  @Test
  @DisplayName("Of what was said, the latest is read, and not what is too old")
  void bounds() {
    asked("The first");
    InboundMessage last = asked("The second").message();

    Recent.Told one = told(last, Instant.EPOCH, 1);
    Recent.Told none = told(last, last.sentAt().plusSeconds(3_600), 100);

    assertThat(one.said()).extracting(Recent.Line::id).containsExactly(last.id());
    assertThat(one.complete()).isFalse();
    assertThat(none.said()).isEmpty();
    assertThat(none.complete()).isTrue();
  }

  @Test
  @DisplayName("What was said where nobody can look is not told, in a sentence for people")
  void nowhereToRead() {
    InboundMessage message = asked("Hello").message();
    Place nowhere = new Place(message.place().tenant(), "no such channel", Optional.empty(), false);

    Recent recent =
        stage
            .adapter()
            .recent(new RecentWanted(nowhere, message.author().id(), Instant.EPOCH, 100));

    assertThat(recent)
        .isInstanceOfSatisfying(
            Recent.NotReadable.class, why -> assertThat(why.reason()).endsWith("."));
  }

  @Test
  @DisplayName(
      "Whoever talks to the bot belongs there; of places that nobody knows, nothing is told")
  void readers() {
    InboundMessage message = asked("Hello").message();
    TenantId tenant = message.place().tenant();
    UserId asker = message.author().id();
    Place nowhere = new Place(tenant, "@no such channel", Optional.empty(), false);
    PlaceReaders readers = stage.adapter().readers();

    assertThat(readers.belongs(tenant, asker)).isTrue();
    assertThat(readers.of(nowhere)).isEqualTo(new Readers.Open());
    assertThat(readers.reads(tenant, asker, nowhere.channel())).isFalse();
    assertThat(readers.everybodyReads(tenant, nowhere.channel())).isFalse();
  }

  @Test
  @DisplayName("Whoever talks in a place that everybody reads can read it")
  void readsWhereItTalks() {
    InboundMessage message = asked("Hello").message();
    Place place = message.place();
    PlaceReaders readers = stage.adapter().readers();

    boolean direct = place.direct();
    assertThat(direct || readers.reads(place.tenant(), message.author().id(), place.channel()))
        .isTrue();
    assertThat(direct || !(readers.of(place) instanceof Readers.Open)).isTrue();
  }
}
