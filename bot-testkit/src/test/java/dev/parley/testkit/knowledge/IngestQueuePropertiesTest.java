package dev.parley.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.knowledge.IngestQueue;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.testkit.time.SteppedClock;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

@Label("Jobs that are added, claimed and given up in any order")
final class IngestQueuePropertiesTest {
  private static @Nullable RedisForTests server;
  private static @Nullable RedisStore store;

  @BeforeContainer
  static void start() {
    RedisForTests started = RedisForTests.started();
    server = started;
    store = RedisStore.open(started.settings());
  }

  @AfterContainer
  static void stop() {
    Optional.ofNullable(store).orElseThrow().close();
    Optional.ofNullable(server).orElseThrow().close();
  }

  @Provide
  Arbitrary<List<IngestStory.Step>> stories() {
    return Arbitraries.of(IngestStory.Deed.values())
        .flatMap(
            deed -> Arbitraries.integers().between(0, 9).map(at -> new IngestStory.Step(deed, at)))
        .list()
        .ofMinSize(5)
        .ofMaxSize(60);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  @Label("are one claimant's at a time, and are lost by none, in Redis")
  void inRedis(@ForAll("stories") List<IngestStory.Step> story) {
    SteppedClock clock = new SteppedClock();
    Optional.ofNullable(server).orElseThrow().command("FLUSHALL");
    IngestQueue queue = Optional.ofNullable(store).orElseThrow().ingestQueue(clock);

    assertThat(new IngestStory(queue, clock).told(story)).isEmpty();
  }

  @Property(tries = 500)
  @Label("are one claimant's at a time, and are lost by none, in memory")
  void inMemory(@ForAll("stories") List<IngestStory.Step> story) {
    SteppedClock clock = new SteppedClock();

    assertThat(new IngestStory(new InMemoryIngestQueue(clock), clock).told(story)).isEmpty();
  }
}
