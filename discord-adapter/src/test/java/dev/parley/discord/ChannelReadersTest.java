package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.discord.event.Places;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.Readers;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.DiscordRole;
import dev.parley.testkit.discord.Permission;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Who reads in Discord's channels")
@Timeout(60)
final class ChannelReadersTest {
  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final TenantId tenant = Places.guild(harness.guild.id());
  private final DiscordChannel council = harness.guild.channel("council");
  private final DiscordRole smiths = harness.guild.role("smiths");
  private final DiscordRole carters = harness.guild.role("carters");
  private final DiscordPerson bob = harness.guild.person("Bob");
  private PlaceReaders readers;

  @BeforeEach
  void start() {
    harness.guild.role("lords", Permission.ADMINISTRATOR);
    readers = harness.started(harness.settings(), new RecordingHandler()).readers();
    soon(harness.general, new Readers.Everybody());
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private void soon(DiscordChannel channel, Readers expected) {
    await().atMost(DiscordHarness.LIMIT).until(() -> of(channel).equals(expected));
  }

  private Readers of(DiscordChannel channel) {
    return readers.of(new Place(tenant, channel.id(), Optional.empty(), false));
  }

  private static UserId id(DiscordPerson person) {
    return new UserId(person.id());
  }

  @Test
  @DisplayName("a channel that everyone sees is read by everybody")
  void publicChannel() {
    assertThat(of(council)).isEqualTo(new Readers.Everybody());
    assertThat(readers.everybodyReads(tenant, council.id())).isTrue();
    assertThat(readers.reads(tenant, id(bob), council.id())).isTrue();
    assertThat(readers.belongs(tenant, id(bob))).isTrue();
    assertThat(readers.belongs(tenant, new UserId("4242"))).isFalse();
  }

  @Test
  @DisplayName("a channel of roles is read by who has one of them; admins and bots do not count")
  void roles() {
    council.showsTo(smiths, carters);
    harness.guild.give(bob, smiths);

    soon(council, new Readers.Some(Set.of(smiths.id(), carters.id()), Set.of()));
    assertThat(readers.everybodyReads(tenant, council.id())).isFalse();
    assertThat(readers.reads(tenant, id(bob), council.id())).isTrue();
    assertThat(readers.reads(tenant, id(harness.ann), council.id())).isFalse();
  }

  @Test
  @DisplayName("people who see a channel by themselves are counted one by one")
  void persons() {
    council.showsTo(smiths);
    council.showsTo(bob);

    soon(council, new Readers.Some(Set.of(smiths.id()), Set.of(id(bob))));
  }

  @Test
  @DisplayName("where somebody is shut out, not everybody is sure to read")
  void shutOut() {
    council.deny(harness.ann, Permission.VIEW_CHANNEL);

    await().atMost(DiscordHarness.LIMIT).until(() -> !readers.everybodyReads(tenant, council.id()));
    assertThat(of(council)).isEqualTo(new Readers.Everybody());
    assertThat(readers.reads(tenant, id(harness.ann), council.id())).isFalse();
  }

  @Test
  @DisplayName("what is not known, or belongs to another server, anybody may read")
  void unknown() {
    Place elsewhere = new Place(Places.guild("4242"), council.id(), Optional.empty(), false);

    assertThat(readers.of(elsewhere)).isEqualTo(new Readers.Open());
    assertThat(readers.of(new Place(tenant, "no channel", Optional.empty(), false)))
        .isEqualTo(new Readers.Open());
    assertThat(readers.reads(tenant, id(bob), "4242")).isFalse();
    assertThat(readers.everybodyReads(tenant, "4242")).isFalse();
  }

  @Test
  @DisplayName("direct messages, and a bot that is brought along, belong to one person")
  void tenantsOfOne() {
    assertThat(readers.belongs(Places.person("42"), new UserId("42"))).isTrue();
    assertThat(readers.belongs(Places.person("42"), new UserId("43"))).isFalse();
    assertThat(readers.belongs(Places.direct("77"), id(bob))).isTrue();
  }
}
