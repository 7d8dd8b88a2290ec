package dev.parley.ingestion;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.Ingestion;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.KnowledgeStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads documents in that wait, several side by side. What another instance leaves behind is
/// taken over once its lease is out.
public final class Ingester implements Ingestion, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Ingester.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final IngestQueue queue;
  private final JobWorker worker;
  private final KnowledgeSettings settings;
  private final IngestPace pace;
  private final Bell bell = new Bell();
  private final List<Thread> threads = new ArrayList<>();
  private Optional<AutoCloseable> added = Optional.empty();

  public Ingester(
      KnowledgeStore store,
      IngestQueue queue,
      MaterialReader reader,
      PassageVectors vectors,
      KnowledgeSettings settings,
      Clock clock) {
    this(store, queue, reader, vectors, settings, clock, IngestPace.USUAL);
  }

  /// The same at another pace.
  public Ingester(
      KnowledgeStore store,
      IngestQueue queue,
      MaterialReader reader,
      PassageVectors vectors,
      KnowledgeSettings settings,
      Clock clock,
      IngestPace pace) {
    JobRun run = new JobRun(store, reader, new Publishing(store, vectors, settings, clock), clock);
    this.queue = queue;
    this.worker = new JobWorker(queue, run, pace, bell);
    this.settings = settings;
    this.pace = pace;
  }

  /// Begins to read in what waits.
  public synchronized void begin() {
    added = Optional.of(queue.onAdded(bell::ring));
    for (int at = 0; at < settings.atOnce(); at++) {
      threads.add(Thread.ofVirtual().name("ingest-" + at).start(worker));
    }
  }

  @Override
  public Taken take(IngestJob job) {
    Optional<String> obstacle = Obstacles.to(job.material(), settings);
    if (obstacle.isPresent()) {
      return new Taken.Refused(obstacle.get());
    }
    if (!queue.add(job, settings.mostWaiting())) {
      return new Taken.Refused(
          "%s wait already to be read. Please add it later."
              .formatted(Amounts.of(settings.mostWaiting(), "document")));
    }
    bell.ring();
    return new Taken.Queued(job.id());
  }

  @Override
  public List<JobState> states(TenantId tenant) {
    return queue.states(tenant);
  }

  @Override
  public Optional<JobState> await(TenantId tenant, String job, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    Optional<JobState> state = queue.state(tenant, job);
    try {
      while (state.filter(JobState::isOver).isEmpty() && System.nanoTime() < end) {
        Duration rest = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        bell.await(rest.compareTo(pace.look()) < 0 ? rest : pace.look());
        state = queue.state(tenant, job);
      }
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
    }
    return state;
  }

  @Override
  public void cancel(TenantId tenant, DocumentId document) {
    queue.cancel(tenant, document);
  }

  /// Stops reading; what was begun is left to other instances at once.
  @Override
  public synchronized void close() {
    worker.stop();
    added.ifPresent(Ingester::unsubscribe);
    added = Optional.empty();
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(LONGEST_STOP);
      }
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void unsubscribe(AutoCloseable subscription) {
    try {
      subscription.close();
    } catch (Exception broken) {
      log.debug("it may be told of more documents to read", broken);
    }
  }
}
