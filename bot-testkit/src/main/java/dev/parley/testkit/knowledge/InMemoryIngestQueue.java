package dev.parley.testkit.knowledge;

import dev.parley.conversation.Erased;
import dev.parley.conversation.PersonalRecords;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.JobState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// The documents that wait to be read in, in this process alone.
public final class InMemoryIngestQueue implements IngestQueue, PersonalRecords {
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Clock clock;
  private final Map<Key, Waiting> jobs = new LinkedHashMap<>();
  private final Map<TenantId, Integer> turns = new HashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private int turn;

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
  /// @param due when it may be claimed; never where it is over or was only noted
  private record Waiting(JobState state, String token, int attempts, Instant due) {
    boolean isOpen() {
      return due.isBefore(Instant.MAX);
    }

    TenantId tenant() {
      return state.job().tenant();
    }
  }

  @Override
  public boolean add(IngestJob job, int mostWaiting) {
    boolean added = put(job, mostWaiting);
    listeners.forEach(Runnable::run);
    return added;
  }

  private synchronized boolean put(IngestJob job, int mostWaiting) {
    forget();
    Waiting before = jobs.get(Key.of(job));
    if (before != null && before.state().job().id().equals(job.id())) {
      return true;
    }
    long others =
        jobs.entrySet().stream()
            .filter(other -> other.getKey().tenant().equals(job.tenant()))
            .filter(other -> !other.getKey().equals(Key.of(job)))
            .filter(other -> other.getValue().isOpen())
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
    jobs.values().removeIf(job -> !job.isOpen() && job.state().since().isBefore(oldest));
  }

  @Override
  public synchronized Optional<ClaimedJob> claim(Duration lease) {
    Instant now = clock.instant();
    Optional<Waiting> next =
        jobs.values().stream()
            .filter(job -> job.isOpen() && !job.due().isAfter(now))
            .min(
                Comparator.<Waiting>comparingInt(job -> turns.getOrDefault(job.tenant(), 0))
                    .thenComparing(Waiting::due));
    next.ifPresent(job -> turns.put(job.tenant(), ++turn));
    return next.map(job -> claimed(job, now.plus(lease)));
  }

  private ClaimedJob claimed(Waiting job, Instant till) {
    String token = UUID.randomUUID().toString();
    put(new Waiting(job.state(), token, job.attempts() + 1, till));
    return new ClaimedJob(job.state().job(), token, job.attempts() + 1);
  }

  private void put(Waiting waiting) {
    jobs.put(Key.of(waiting.state().job()), waiting);
  }

  private Optional<Waiting> owned(ClaimedJob claimed) {
    return Optional.ofNullable(jobs.get(Key.of(claimed.job())))
        .filter(job -> job.token().equals(claimed.token()) && job.isOpen());
  }

  /// Whether a job is the claimant's still.
  synchronized boolean holds(ClaimedJob claimed) {
    return owned(claimed).isPresent();
  }

  @Override
  public synchronized boolean progress(
      ClaimedJob claimed, JobState.Stage stage, int done, int of, Duration lease) {
    Optional<Waiting> owned = owned(claimed);
    owned.ifPresent(
        job ->
            put(
                new Waiting(
                    entered(job, stage, done, of, ""),
                    job.token(),
                    job.attempts(),
                    clock.instant().plus(lease))));
    return owned.isPresent();
  }

  private JobState entered(Waiting job, JobState.Stage stage, int done, int of, String told) {
    JobState before = job.state();
    Instant since = before.stage() == stage ? before.since() : clock.instant();
    return new JobState(before.job(), stage, done, of, told, since);
  }

  @Override
  public synchronized void end(ClaimedJob claimed, JobState.Stage stage, String told) {
    owned(claimed)
        .ifPresent(
            job -> {
              JobState state = job.state();
              JobState over = entered(job, stage, state.done(), state.of(), told);
              put(new Waiting(over, job.token(), job.attempts(), Instant.MAX));
            });
  }

  @Override
  public synchronized void postpone(ClaimedJob claimed, Duration wait, String told) {
    owned(claimed)
        .ifPresent(
            job ->
                put(
                    new Waiting(
                        entered(job, JobState.Stage.WAITING, 0, 0, told),
                        "",
                        job.attempts(),
                        clock.instant().plus(wait))));
  }

  @Override
  public synchronized void note(JobState state) {
    Waiting before = jobs.get(Key.of(state.job()));
    if (before == null || !before.isOpen()) {
      put(new Waiting(state, "", 0, Instant.MAX));
    }
  }

  @Override
  public synchronized void cancel(TenantId tenant, DocumentId document) {
    jobs.remove(new Key(tenant, document));
  }

  @Override
  public synchronized List<JobState> states(TenantId tenant) {
    forget();
    return jobs.values().stream()
        .filter(job -> job.tenant().equals(tenant))
        .map(job -> withoutWords(job.state()))
        .sorted(Comparator.comparing(JobState::since).reversed())
        .toList();
  }

  private static JobState withoutWords(JobState state) {
    IngestJob job = state.job();
    return new JobState(
        job.with(job.material().withoutWords()),
        state.stage(),
        state.done(),
        state.of(),
        state.told(),
        state.since());
  }

  @Override
  public AutoCloseable onAdded(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public synchronized Erased forget(TenantId tenant, UserId user) {
    int before = jobs.size();
    jobs.values().removeIf(job -> job.tenant().equals(tenant) && job.state().job().isOf(user));
    int erased = before - jobs.size();
    return erased == 0 ? Erased.NOTHING : new Erased(Map.of(Erased.Kind.DOCUMENT, erased), 0);
  }
}
