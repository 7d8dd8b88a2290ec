package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.Material;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Jobs in Redis, each a hash of its own under its document. Words that are to be read in are kept
/// beside the job, so that those who only look at it do not read them.
final class RedisIngestQueue implements IngestQueue {
  private static final Duration REMEMBERED = Duration.ofDays(1);

  /// Tenants that are looked at in vain before a claim gives up until the next one.
  private static final int MOST_LOOKS = 16;

  private static final int PAGE = 100;

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final Topic topic;
  private final Clock clock;
  private final IngestTenants tenants;

  RedisIngestQueue(Scripts scripts, RedisKeys keys, Duration patience, Topic topic, Clock clock) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
    this.topic = topic;
    this.clock = clock;
    tenants = new IngestTenants(scripts, keys, patience);
  }

  @Override
  public boolean add(IngestJob job, int mostWaiting) {
    // before and after: whoever looks in between may have found nothing
    tenants.wake(job.tenant(), clock.instant());
    boolean added =
        run(
                Script.INGEST_ADD,
                job.tenant(),
                job.document().value(),
                job.id(),
                json(job),
                words(job.material()),
                by(job),
                job.payer().user().value(),
                millis(clock.instant()),
                Integer.toString(mostWaiting),
                topic.name())
            .text()
            .equals("1");
    tenants.wake(job.tenant(), clock.instant());
    return added;
  }

  private static String json(IngestJob job) {
    return StoredJson.written(job.with(job.material().withoutWords()));
  }

  private static String words(Material material) {
    return switch (material) {
      case Material.Words words -> words.text();
      case Material.Link _, Material.Attached _, Material.Kept _ -> "";
    };
  }

  private static String by(IngestJob job) {
    return job.by().map(author -> author.id().value()).orElse("");
  }

  @Override
  public Optional<ClaimedJob> claim(Duration lease) {
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      Optional<IngestTenants.Looked> looked = tenants.next(clock.instant());
      if (looked.isEmpty()) {
        return Optional.empty();
      }
      Optional<ClaimedJob> claimed = claim(looked.get(), lease);
      if (claimed.isPresent()) {
        return claimed;
      }
    }
    return Optional.empty();
  }

  private Optional<ClaimedJob> claim(IngestTenants.Looked looked, Duration lease) {
    String token = UUID.randomUUID().toString();
    Instant now = clock.instant();
    List<String> claimed =
        run(
                Script.INGEST_CLAIM,
                looked.tenant(),
                token,
                millis(now),
                Long.toString(lease.toMillis()))
            .texts();
    Optional<Instant> soonest =
        Optional.of(claimed.getFirst())
            .filter(due -> !due.isEmpty())
            .map(due -> Instant.ofEpochMilli(Long.parseLong(due)));
    tenants.settle(looked, soonest, now);
    return claimed.size() == 1
        ? Optional.empty()
        : read(looked.tenant(), token, claimed.subList(1, claimed.size()));
  }

  /// A job that cannot be read cannot be done either.
  private Optional<ClaimedJob> read(TenantId tenant, String token, List<String> stored) {
    Optional<ClaimedJob> job =
        StoredJson.readAll(List.of(stored.get(1)), IngestJob.class).stream()
            .map(it -> it.with(withWords(it.material(), stored.get(2))))
            .map(it -> new ClaimedJob(it, token, Integer.parseInt(stored.get(3))))
            .findFirst();
    if (job.isEmpty()) {
      cancel(tenant, new DocumentId(stored.getFirst()));
    }
    return job;
  }

  private static Material withWords(Material material, String text) {
    return switch (material) {
      case Material.Words words -> new Material.Words(words.origin(), words.title(), text);
      case Material.Link _, Material.Attached _, Material.Kept _ -> material;
    };
  }

  @Override
  public boolean progress(
      ClaimedJob claimed, JobState.Stage stage, int done, int of, Duration lease) {
    Instant now = clock.instant();
    return run(
            Script.INGEST_PROGRESS,
            claimed.job().tenant(),
            claimed.job().document().value(),
            claimed.token(),
            stage.name(),
            Integer.toString(done),
            Integer.toString(of),
            millis(now),
            millis(now.plus(lease)))
        .text()
        .equals("kept");
  }

  @Override
  public void end(ClaimedJob claimed, JobState.Stage stage, String told) {
    run(
        Script.INGEST_END,
        claimed.job().tenant(),
        claimed.job().document().value(),
        claimed.token(),
        stage.name(),
        told,
        millis(clock.instant()),
        Long.toString(REMEMBERED.toMillis()));
  }

  @Override
  public void postpone(ClaimedJob claimed, Duration wait, String told) {
    Instant now = clock.instant();
    run(
        Script.INGEST_POSTPONE,
        claimed.job().tenant(),
        claimed.job().document().value(),
        claimed.token(),
        millis(now),
        millis(now.plus(wait)),
        told);
    tenants.wake(claimed.job().tenant(), now.plus(wait));
  }

  @Override
  public void note(JobState state) {
    IngestJob job = state.job();
    run(
        Script.INGEST_NOTE,
        job.tenant(),
        job.document().value(),
        job.id(),
        json(job),
        by(job),
        job.payer().user().value(),
        state.stage().name(),
        Integer.toString(state.done()),
        Integer.toString(state.of()),
        state.told(),
        millis(state.since()),
        Long.toString(REMEMBERED.toMillis()));
  }

  @Override
  public void cancel(TenantId tenant, DocumentId document) {
    run(Script.INGEST_CANCEL, tenant, document.value());
  }

  @Override
  public List<JobState> states(TenantId tenant) {
    List<String> known = run(Script.INGEST_KNOWN, tenant).texts();
    List<JobState> states = new ArrayList<>();
    for (int from = 0; from < known.size(); from += PAGE) {
      List<String> page = known.subList(from, Math.min(from + PAGE, known.size()));
      run(Script.INGEST_STATES, tenant, page.toArray(String[]::new))
          .list()
          .forEach(state -> state(state.texts()).ifPresent(states::add));
    }
    return List.copyOf(states);
  }

  @Override
  public Optional<JobState> state(TenantId tenant, String job) {
    return state(run(Script.INGEST_STATE, tenant, job).texts());
  }

  private static Optional<JobState> state(List<String> stored) {
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    return StoredJson.readAll(stored.subList(0, 1), IngestJob.class).stream()
        .map(
            job ->
                new JobState(
                    job,
                    JobState.Stage.valueOf(stored.get(1)),
                    Integer.parseInt(stored.get(2)),
                    Integer.parseInt(stored.get(3)),
                    stored.get(4),
                    Instant.ofEpochMilli(Long.parseLong(stored.get(5)))))
        .findFirst();
  }

  @Override
  public AutoCloseable onAdded(Runnable listener) {
    Runnable end = topic.hear(_ -> Thread.ofVirtual().name("hearing of jobs").start(listener));
    return end::run;
  }

  private Answer run(Script script, TenantId tenant, String... arguments) {
    return scripts.run(script, patience, keys.tenant(tenant), arguments);
  }

  private static String millis(Instant time) {
    return Long.toString(time.toEpochMilli());
  }
}
