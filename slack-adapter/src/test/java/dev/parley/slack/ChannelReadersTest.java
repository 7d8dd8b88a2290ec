package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.Readers;
import dev.parley.testkit.slack.ApiFault;
import dev.parley.testkit.slack.SlackPerson;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Who reads in Slack's channels")
@Timeout(60)
class ChannelReadersTest {
  private static final TenantId TENANT = new TenantId(new PlatformName("slack"), "T1");

  private final SlackHarness harness = SlackHarness.overHttp();
  private final PlaceReaders readers = harness.adapter.readers();
  private final String general = harness.workspace.channel("general");
  private final String council = harness.workspace.privateChannel("council");
  private final SlackPerson bob = harness.workspace.person("Bob");
  private final SlackPerson guest = harness.workspace.outsider("Gus", SlackPerson.Standing.GUEST);

  @AfterEach
  void close() {
    harness.close();
  }

  private Readers of(String channel) {
    return readers.of(new Place(TENANT, channel, Optional.empty(), false));
  }

  private static UserId id(SlackPerson person) {
    return new UserId(person.id());
  }

  @Test
  @DisplayName("a public channel is read by everybody in the workspace")
  void publicChannel() {
    harness.ann.joins(general);

    assertThat(of(general)).isEqualTo(new Readers.Everybody());
    assertThat(readers.everybodyReads(TENANT, general)).isTrue();
    assertThat(readers.reads(TENANT, id(bob), general)).isTrue();
  }

  @Test
  @DisplayName("guests who may not use the bot are not everybody, and read what they are in")
  void guests() {
    guest.joins(general);
    harness.ann.joins(general);

    assertThat(of(general)).isEqualTo(new Readers.Open());
    assertThat(readers.belongs(TENANT, id(guest))).isFalse();
    assertThat(readers.belongs(TENANT, id(bob))).isTrue();
    assertThat(readers.reads(TENANT, id(guest), general)).isTrue();
    assertThat(readers.reads(TENANT, id(guest), harness.workspace.channel("other"))).isFalse();
  }

  @Test
  @DisplayName("a private channel and a group message are read by who is in it")
  void privateChannel() {
    harness.ann.joins(council);
    String group = harness.workspace.groupDm("ann-bob");
    harness.ann.joins(group);
    bob.joins(group);

    assertThat(of(council)).isEqualTo(new Readers.Some(Set.of(), Set.of(id(harness.ann))));
    assertThat(of(group)).isEqualTo(new Readers.Some(Set.of(), Set.of(id(harness.ann), id(bob))));
    assertThat(readers.everybodyReads(TENANT, council)).isFalse();
    assertThat(readers.reads(TENANT, id(harness.ann), council)).isTrue();
    assertThat(readers.reads(TENANT, id(bob), council)).isFalse();
  }

  @Test
  @DisplayName("people of a large private channel are not told apart")
  void crowd() {
    for (int number = 0; number < 101; number++) {
      harness.workspace.person("Person " + number).joins(council);
    }

    assertThat(of(council)).isEqualTo(new Readers.Everybody());

    String other = harness.workspace.privateChannel("other");
    guest.joins(other);
    for (int number = 0; number < 101; number++) {
      harness.workspace.person("Person " + number).joins(other);
    }
    assertThat(of(other)).isEqualTo(new Readers.Open());
  }

  @Test
  @DisplayName("a channel that other companies share is read by strangers")
  void shared() {
    harness.workspace.share(general);

    assertThat(of(general)).isEqualTo(new Readers.Open());
    assertThat(readers.everybodyReads(TENANT, general)).isFalse();
  }

  @Test
  @DisplayName("where Slack does not tell, anybody may read, and nobody is known to")
  void untold() {
    harness.ann.joins(council);
    harness.slack.failNext("conversations.info", new ApiFault.Refused("missing_scope"));

    assertThat(of(general)).isEqualTo(new Readers.Open());
    harness.slack.failNext("conversations.members", new ApiFault.Refused("missing_scope"));
    assertThat(of(council)).isEqualTo(new Readers.Open());
    assertThat(readers.reads(TENANT, id(harness.ann), council)).isFalse();
    assertThat(of("CNOWHERE")).isEqualTo(new Readers.Open());
  }

  @Test
  @DisplayName("what was told is remembered for some seconds")
  void remembered() {
    harness.ann.joins(council);

    of(council);
    of(council);
    readers.reads(TENANT, id(bob), council);

    assertThat(harness.slack.calls("conversations.info")).hasSize(1);
    assertThat(harness.slack.calls("conversations.members")).hasSize(1);
  }
}
