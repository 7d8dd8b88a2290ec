package dev.parley.testkit.knowledge;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.JobState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The documents that wait to be read in, in this process alone.
public final class InMemoryIngestQueue implements IngestQueue {
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Clock clock;
  private final Map<Key, Waiting> jobs = new LinkedHashMap<>();

  public InMemoryIngestQueue(Clock clock) {
    this.clock = clock;
  }

  private record Key(TenantId tenant, DocumentId document) {
    static Key of(IngestJob job) {
      return new Key(job.tenant(), job.document());
    }
  }

  /// A job with its state.
  ///
  /// @param due when it may be claimed
  private record Waiting(JobState state, String token, int attempts, Instant due) {}

  @Override
  public synchronized boolean add(IngestJob job, int mostWaiting) {
    forget();
    Waiting before = jobs.get(Key.of(job));
    if (before != null && before.state().job().id().equals(job.id())) {
      return true;
    }
    long others =
        jobs.entrySet().stream()
            .filter(other -> other.getKey().tenant().equals(job.tenant()))
            .filter(other -> !other.getKey().equals(Key.of(job)))
            .filter(other -> !other.getValue().state().isOver())
            .count();
    if (others >= mostWaiting) {
      return false;
    }
    JobState state = new JobState(job, JobState.Stage.WAITING, 0, 0, "", clock.instant());
    jobs.put(Key.of(job), new Waiting(state, "", 0, clock.instant()));
    return true;
  }

  private void forget() {
    Instant oldest = clock.instant().minus(REMEMBERED);
    jobs.values().removeIf(job -> job.state().isOver() && job.state().since().isBefore(oldest));
  }

  @Override
  public synchronized Optional<ClaimedJob> claim(Duration lease) {
    Instant now = clock.instant();
    return jobs.values().stream()
        .filter(job -> !job.state().isOver() && !job.due().isAfter(now))
        .findFirst()
        .map(
            job -> {
              String token = UUID.randomUUID().toString();
              put(new Waiting(job.state(), token, job.attempts() + 1, now.plus(lease)));
              return new ClaimedJob(job.state().job(), token, job.attempts() + 1);
            });
  }

  private void put(Waiting waiting) {
    jobs.put(Key.of(waiting.state().job()), waiting);
  }

  private Optional<Waiting> owned(ClaimedJob claimed) {
    return Optional.ofNullable(jobs.get(Key.of(claimed.job())))
        .filter(job -> job.token().equals(claimed.token()) && !job.state().isOver());
  }

  @Override
  public synchronized boolean progress(
      ClaimedJob claimed, JobState.Stage stage, int done, int of, Duration lease) {
    Optional<Waiting> owned = owned(claimed);
    owned.ifPresent(
        job ->
            put(
                new Waiting(
                    new JobState(claimed.job(), stage, done, of, "", clock.instant()),
                    job.token(),
                    job.attempts(),
                    clock.instant().plus(lease))));
    return owned.isPresent();
  }

  @Override
  public synchronized void end(ClaimedJob claimed, JobState.Stage stage, String told) {
    owned(claimed)
        .ifPresent(
            job ->
                put(
                    new Waiting(
                        new JobState(
                            claimed.job(),
                            stage,
                            job.state().done(),
                            job.state().of(),
                            told,
                            clock.instant()),
                        job.token(),
                        job.attempts(),
                        Instant.MAX)));
  }

  @Override
  public synchronized void postpone(ClaimedJob claimed, Duration wait) {
    owned(claimed)
        .ifPresent(
            job ->
                put(
                    new Waiting(
                        new JobState(
                            claimed.job(), JobState.Stage.WAITING, 0, 0, "", clock.instant()),
                        "",
                        job.attempts(),
                        clock.instant().plus(wait))));
  }

  @Override
  public synchronized void note(JobState state) {
    put(new Waiting(state, "", 0, Instant.MAX));
  }

  @Override
  public synchronized void cancel(TenantId tenant, DocumentId document) {
    jobs.remove(new Key(tenant, document));
  }

  @Override
  public synchronized List<JobState> states(TenantId tenant) {
    forget();
    return jobs.entrySet().stream()
        .filter(job -> job.getKey().tenant().equals(tenant))
        .map(job -> job.getValue().state())
        .sorted(Comparator.comparing(JobState::since).reversed())
        .toList();
  }
}
