package dev.parley.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.JobState.Stage;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.time.SteppedClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every queue of documents that are to be read in must do.
public abstract class IngestQueueContract {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration HANG = Duration.ofSeconds(30);

  private final SteppedClock clock = new SteppedClock();
  private final TenantId tenant = Said.tenant(UUID.randomUUID().toString());
  private IngestQueue queue = new InMemoryIngestQueue(clock);

  /// An empty queue.
  ///
  /// @param by which leases end
  protected abstract IngestQueue newQueue(SteppedClock by);

  @BeforeEach
  void open() {
    queue = newQueue(clock);
  }

  private IngestJob added(String id, String key) {
    IngestJob job = SomeKnowledge.job(tenant, id, key);
    assertThat(queue.add(job, 10)).isTrue();
    return job;
  }

  private ClaimedJob claimed() {
    return queue.claim(LEASE).orElseThrow();
  }

  private JobState state(String id) {
    return queue.state(tenant, id).orElseThrow();
  }

  @Test
  @DisplayName("has nothing to claim and nothing to tell where nothing was added")
  void nothing() {
    assertThat(queue.claim(LEASE)).isEmpty();
    assertThat(queue.state(tenant, "none")).isEmpty();
  }

  @Test
  @DisplayName("gives a job as it was added to one claimant alone")
  void claim() {
    IngestJob job = added("j1", "a");

    ClaimedJob claimed = claimed();

    assertThat(claimed.job()).isEqualTo(job);
    assertThat(claimed.attempts()).isEqualTo(1);
    assertThat(queue.claim(LEASE)).isEmpty();
  }

  @Test
  @DisplayName("gives each of many that claim at once another job, as long as there are any")
  void claimAtOnce() throws Exception {
    Stream.of("a", "b", "c", "d").forEach(key -> added(key, key));
    List<Callable<Optional<ClaimedJob>>> claims = Collections.nCopies(3, () -> queue.claim(LEASE));

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<String> first = ids(threads.invokeAll(claims));
      List<String> second = ids(threads.invokeAll(claims));

      assertThat(first).hasSize(3);
      assertThat(Stream.concat(first.stream(), second.stream()))
          .containsExactlyInAnyOrder("a", "b", "c", "d");
    }
  }

  private static List<String> ids(List<Future<Optional<ClaimedJob>>> claims) {
    return claims.stream()
        .flatMap(claim -> claim.resultNow().stream())
        .map(claimed -> claimed.job().id())
        .toList();
  }

  @Test
  @DisplayName("adds a job once, however often it is asked to")
  void twice() {
    added("j1", "a");
    ClaimedJob claimed = claimed();

    assertThat(queue.add(SomeKnowledge.job(tenant, "j1", "a"), 10)).isTrue();

    assertThat(queue.claim(LEASE)).isEmpty();
    assertThat(queue.progress(claimed, Stage.READING, 0, 0, LEASE)).isTrue();
  }

  @Test
  @DisplayName("puts a job in the place of another one for its document, also of one under way")
  void instead() {
    added("j1", "a");
    ClaimedJob first = claimed();
    added("j2", "a");
    IngestJob third = added("j3", "a");

    assertThat(queue.progress(first, Stage.READING, 0, 0, LEASE)).isFalse();
    ClaimedJob claimed = claimed();
    assertThat(claimed.job()).isEqualTo(third);
    assertThat(claimed.attempts()).isEqualTo(1);
    assertThat(queue.claim(LEASE)).isEmpty();
    assertThat(queue.states(tenant)).hasSize(1);
  }

  @Test
  @DisplayName("lets only so many wait in a tenant, those under way among them")
  void room() {
    IngestJob b = SomeKnowledge.job(tenant, "j2", "b");
    IngestJob c = SomeKnowledge.job(tenant, "j3", "c");

    assertThat(queue.add(SomeKnowledge.job(tenant, "j1", "a"), 2)).isTrue();
    assertThat(queue.add(b, 2)).isTrue();
    assertThat(queue.add(c, 2)).isFalse();
    assertThat(queue.add(SomeKnowledge.job(tenant, "j4", "a"), 2)).isTrue();
    assertThat(queue.add(SomeKnowledge.job(Said.tenant(tenant.id() + "x"), "j5", "c"), 2)).isTrue();
    queue.cancel(tenant, b.document());
    assertThat(queue.add(c, 2)).isTrue();
  }

  @Test
  @DisplayName("gives a job whose lease ran out to another one, and knows how often it was given")
  void takenOver() {
    added("j1", "a");
    ClaimedJob first = claimed();
    clock.step(LEASE.minusMillis(1));
    assertThat(queue.claim(LEASE)).isEmpty();
    clock.step(Duration.ofMillis(1));

    ClaimedJob second = claimed();

    assertThat(second.attempts()).isEqualTo(2);
    assertThat(queue.progress(first, Stage.EMBEDDING, 1, 2, LEASE)).isFalse();
    queue.end(first, Stage.FAILED, "Too late.");
    queue.postpone(first, Duration.ZERO);
    assertThat(queue.progress(second, Stage.EMBEDDING, 1, 2, LEASE)).isTrue();
  }

  @Test
  @DisplayName("keeps a job for whoever goes on with it, and tells how far it is")
  void progress() {
    added("j1", "a");
    ClaimedJob claimed = claimed();

    clock.step(LEASE.minusMillis(1));
    assertThat(queue.progress(claimed, Stage.EMBEDDING, 1, 4, LEASE)).isTrue();
    JobState begun = state("j1");
    clock.step(LEASE.minusMillis(1));
    assertThat(queue.progress(claimed, Stage.EMBEDDING, 3, 4, LEASE)).isTrue();

    assertThat(queue.claim(LEASE)).isEmpty();
    assertThat(state("j1"))
        .isEqualTo(new JobState(begun.job(), Stage.EMBEDDING, 3, 4, "", begun.since()));
  }

  @Test
  @DisplayName("tells how a job ended for a day")
  void end() {
    added("j1", "a");
    ClaimedJob claimed = claimed();
    queue.progress(claimed, Stage.EMBEDDING, 4, 4, LEASE);
    clock.step(Duration.ofSeconds(5));

    queue.end(claimed, Stage.DONE, "It is there.");
    queue.end(claimed, Stage.FAILED, "Again.");

    assertThat(state("j1"))
        .isEqualTo(
            new JobState(state("j1").job(), Stage.DONE, 4, 4, "It is there.", clock.instant()));
    assertThat(queue.progress(claimed, Stage.READING, 0, 0, LEASE)).isFalse();
    clock.step(Duration.ofHours(2));
    assertThat(queue.claim(LEASE)).isEmpty();
  }

  @Test
  @DisplayName("lets a job wait again for a time")
  void postponed() {
    added("j1", "a");
    ClaimedJob claimed = claimed();
    queue.progress(claimed, Stage.READING, 1, 2, LEASE);

    queue.postpone(claimed, Duration.ofSeconds(30));

    assertThat(state("j1").stage()).isEqualTo(Stage.WAITING);
    assertThat(queue.progress(claimed, Stage.READING, 1, 2, LEASE)).isFalse();
    assertThat(queue.claim(LEASE)).isEmpty();
    clock.step(Duration.ofSeconds(30));
    assertThat(claimed().attempts()).isEqualTo(2);
  }

  @Test
  @DisplayName("does away with what is cancelled")
  void cancelled() {
    IngestJob job = added("j1", "a");
    ClaimedJob claimed = claimed();

    queue.cancel(tenant, job.document());

    assertThat(queue.progress(claimed, Stage.READING, 0, 0, LEASE)).isFalse();
    queue.end(claimed, Stage.DONE, "It is there.");
    queue.postpone(claimed, Duration.ZERO);
    clock.step(LEASE.plusSeconds(1));
    assertThat(queue.claim(LEASE)).isEmpty();
    assertThat(queue.states(tenant)).isEmpty();
  }

  @Test
  @DisplayName("notes what never waited, but not over what waits")
  void noted() {
    IngestJob job = SomeKnowledge.job(tenant, "j1", "a");
    JobState failed = new JobState(job, Stage.FAILED, 0, 0, "It is a film.", clock.instant());
    queue.note(failed);

    assertThat(state("j1").told()).isEqualTo("It is a film.");
    assertThat(queue.claim(LEASE)).isEmpty();

    added("j2", "a");
    queue.note(failed);

    assertThat(queue.states(tenant)).extracting(JobState::stage).containsExactly(Stage.WAITING);
    assertThat(claimed().job().id()).isEqualTo("j2");
  }

  @Test
  @DisplayName("tells the latest first, and words to none but the claimant")
  void order() {
    added("j1", "a");
    clock.step(Duration.ofSeconds(1));
    added("j2", "b");
    clock.step(Duration.ofSeconds(1));
    ClaimedJob claimed = claimed();
    queue.progress(claimed, Stage.READING, 0, 0, LEASE);

    assertThat(claimed.job()).isEqualTo(SomeKnowledge.job(tenant, "j1", "a"));
    assertThat(queue.states(tenant))
        .extracting(state -> state.job().id())
        .containsExactly("j1", "j2");
    assertThat(queue.states(tenant))
        .noneMatch(state -> state.toString().contains("Words of"))
        .allMatch(state -> state.job().material().name().startsWith("About"));
  }

  @Test
  @DisplayName("lets tenants take turns")
  void fair() {
    TenantId other = Said.tenant(tenant.id() + "-other");
    Stream.of("a", "b", "c").forEach(key -> added("job for " + key, key));
    Stream.of("a", "b").forEach(key -> queue.add(SomeKnowledge.job(other, key, key), 10));

    List<TenantId> order = Stream.generate(() -> claimed().job().tenant()).limit(5).toList();

    assertThat(order.subList(0, 2)).containsExactlyInAnyOrder(tenant, other);
    assertThat(order.subList(2, 4)).containsExactlyInAnyOrder(tenant, other);
  }

  @Test
  @DisplayName("calls back where something was added, until it is told not to")
  void calls() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    try (AutoCloseable _ = queue.onAdded(heard::incrementAndGet)) {
      added("j1", "a");
      await().atMost(HANG).until(() -> heard.get() > 0);
    }
    heard.set(0);
    AtomicInteger others = new AtomicInteger();
    try (AutoCloseable _ = queue.onAdded(others::incrementAndGet)) {
      added("j2", "b");
      await().atMost(HANG).until(() -> others.get() > 0);
    }

    assertThat(heard).hasValue(0);
  }
}
