package dev.parley.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.PlatformReadership;
import dev.parley.engine.Platforms;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Viewers;
import dev.parley.platform.PlatformCapabilities;
import dev.parley.testkit.engine.FakePlatform;
import dev.parley.testkit.engine.FakeWall;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Who sees what is said")
@Timeout(60)
final class PlatformReadershipTest {
  private static final TenantId TENANT = new TenantId(new PlatformName("fake"), "t1");
  private static final UserId ANN = new UserId("ann");
  private static final UserId BOB = new UserId("bob");

  private final TownReaders town =
      new TownReaders()
          .open("square")
          .open("market")
          .of("council", "ann", "bob")
          .ofGroups("workshop", "smiths", "carters");
  private final FakePlatform platform =
      new FakePlatform(
          TENANT.platform(), new PlatformCapabilities(true, true, true, true), new FakeWall());
  private final PlatformReadership readership =
      new PlatformReadership(new Platforms(List.of(platform)));

  @BeforeEach
  void tell() {
    platform.isReadBy(town);
  }

  private static Place place(String channel) {
    return new Place(TENANT, channel, Optional.empty(), false);
  }

  private static Set<AudienceTerm> terms(String... texts) {
    return Arrays.stream(texts)
        .map(text -> AudienceTerm.parse(text).orElseThrow())
        .collect(Collectors.toSet());
  }

  private Viewers in(String channel, String... channels) {
    return readership.in(place(channel), ANN, Set.of("smiths"), Set.of(channels));
  }

  @Test
  @DisplayName("In a public channel: everybody, who all read it and the other public channels")
  void publicChannel() {
    Viewers viewers = in("square", "square", "market", "council");

    assertThat(viewers.each()).containsExactly(terms("*", "c:square", "c:market"));
  }

  @Test
  @DisplayName("In a private channel: each of its people, with their groups and channels")
  void privateChannel() {
    platform.joins(BOB, "carters");
    town.of("tower", "bob");

    Viewers viewers = in("council", "council", "tower", "market");

    assertThat(viewers.each())
        .containsExactlyInAnyOrder(
            terms("*", "u:ann", "g:smiths", "c:council", "c:market"),
            terms("*", "u:bob", "g:carters", "c:council", "c:market", "c:tower"));
  }

  @Test
  @DisplayName("In a channel of groups: the people of each group")
  void channelOfGroups() {
    assertThat(in("workshop", "workshop").each())
        .containsExactlyInAnyOrder(
            terms("*", "c:workshop", "g:smiths"), terms("*", "c:workshop", "g:carters"));
  }

  @Test
  @DisplayName("A guest who reads along is not everyone")
  void guest() {
    town.of("council", "ann", "guest").outsider("guest");

    assertThat(in("council").each())
        .containsExactlyInAnyOrder(
            terms("*", "u:ann", "g:smiths", "c:council"), terms("u:guest", "c:council"));
  }

  @Test
  @DisplayName("Where strangers read, all that is true of readers is that they read it")
  void strangers() {
    assertThat(in("border", "border", "market").each()).containsExactly(terms("c:border"));
  }

  @Test
  @DisplayName("Where more people read than are told apart, only that they read it")
  void crowd() {
    town.of("fair", IntStream.range(0, 101).mapToObj(n -> "person" + n).toArray(String[]::new));

    assertThat(in("fair", "market").each()).containsExactly(terms("c:fair"));
  }

  @Test
  @DisplayName("In a direct message: who asks, alone")
  void directMessage() {
    Place direct = new Place(TENANT, "d1", Optional.empty(), true);

    Viewers viewers = readership.in(direct, ANN, Set.of("smiths"), Set.of("council", "tower"));

    assertThat(viewers.each())
        .containsExactly(terms("*", "u:ann", "g:smiths", "c:council", "c:d1"));
  }

  @Test
  @DisplayName("One person alone, with the channels that they read")
  void alone() {
    town.outsider("guest");

    assertThat(readership.alone(TENANT, ANN, Set.of("smiths"), Set.of("council", "tower")).each())
        .containsExactly(terms("*", "u:ann", "g:smiths", "c:council"));
    assertThat(readership.alone(TENANT, new UserId("guest"), Set.of(), Set.of("market")).each())
        .containsExactly(terms("u:guest"));
  }

  @Test
  @DisplayName("Whether everybody reads a place: not where it is private, direct or unknown")
  void forEverybody() {
    assertThat(readership.isForEverybody(place("square"))).isTrue();
    assertThat(readership.isForEverybody(place("council"))).isFalse();
    assertThat(readership.isForEverybody(place("border"))).isFalse();
    assertThat(readership.isForEverybody(new Place(TENANT, "square", Optional.empty(), true)))
        .isFalse();
  }

  @Test
  @DisplayName("Where the platform fails, only what is true anyway")
  void failing() {
    town.fail();

    assertThat(in("square", "market").each()).containsExactly(terms("c:square"));
    assertThat(readership.alone(TENANT, ANN, Set.of("smiths"), Set.of("market")).each())
        .containsExactly(terms("u:ann", "g:smiths"));
    assertThat(readership.isForEverybody(place("square"))).isFalse();
  }

  @Test
  @DisplayName("Where the platform does not answer, nobody waits for ever")
  void silent() {
    town.keepSilent();

    assertThat(in("square", "market").each()).containsExactly(terms("c:square"));
  }

  @Test
  @DisplayName("On a platform that this instance does not speak to, only what is true anyway")
  void unknownPlatform() {
    PlatformReadership nobody = new PlatformReadership(new Platforms(List.of()));

    assertThat(nobody.in(place("square"), ANN, Set.of(), Set.of("market")).each())
        .containsExactly(terms("c:square"));
  }
}
