package dev.parley.testkit.knowledge;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.Ingestion;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Passage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Reads documents in at once, or when it is told to; those whose name says so fail.
final class ScriptedIngestion implements Ingestion {
  private static final String FAILING = "broken";

  private final KnowledgeStore store;
  private final Map<DocumentId, JobState> states = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean slow;
  private boolean full;

  ScriptedIngestion(KnowledgeStore store) {
    this.store = store;
  }

  /// From now on, documents wait until [#readAll()].
  void becomeSlow() {
    slow = true;
  }

  /// From now on, nothing is taken.
  void becomeFull() {
    full = true;
  }

  /// Reads all that wait.
  void readAll() {
    lock.lock();
    try {
      List.copyOf(states.values()).stream()
          .filter(state -> !state.isOver())
          .forEach(state -> read(state.job()));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Taken take(IngestJob job) {
    if (full) {
      return new Taken.Refused("Too many documents wait already.");
    }
    lock.lock();
    try {
      note(job, JobState.Stage.WAITING, "");
      if (!slow) {
        read(job);
      }
      return new Taken.Queued(job.id());
    } finally {
      lock.unlock();
    }
  }

  private void note(IngestJob job, JobState.Stage stage, String told) {
    states.put(job.document(), new JobState(job, stage, 0, 0, told, job.at()));
  }

  private void read(IngestJob job) {
    if (job.material().name().contains(FAILING)) {
      note(job, JobState.Stage.FAILED, "It cannot be read.");
      return;
    }
    Optional<Document> before = store.document(job.tenant(), job.document());
    DocumentAudience audience =
        job.audience().or(() -> before.map(Document::audience)).orElse(DocumentAudience.EVERYONE);
    String text = job.material() instanceof Material.Words words ? words.text() : "What it says.";
    String hash = "0".repeat(64);
    Passage passage =
        new Passage(0, text, List.of("Top", "Part"), Optional.empty(), Optional.empty(), hash);
    store.publish(
        new Document(
            job.document(),
            job.tenant(),
            job.material().origin(),
            job.material().name(),
            "text/markdown",
            audience,
            before.flatMap(Document::addedBy).or(job::by),
            job.at(),
            job.at(),
            hash,
            job.id(),
            Optional.empty(),
            1,
            text.length()),
        List.of(new EmbeddedPassage(passage, Optional.empty())),
        new KnowledgeStore.Limits(1_000, 1_000_000));
    note(job, JobState.Stage.DONE, "It has 1 passage.");
  }

  @Override
  public List<JobState> states(TenantId tenant) {
    lock.lock();
    try {
      return states.values().stream().filter(state -> state.job().tenant().equals(tenant)).toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<JobState> await(TenantId tenant, String job, Duration most) {
    long left = most.toNanos();
    lock.lock();
    try {
      Optional<JobState> state = state(job);
      while (state.filter(JobState::isOver).isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
        state = state(job);
      }
      return state;
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return state(job);
    } finally {
      lock.unlock();
    }
  }

  private Optional<JobState> state(String job) {
    return states.values().stream().filter(state -> state.job().id().equals(job)).findFirst();
  }

  @Override
  public void cancel(TenantId tenant, DocumentId document) {
    lock.lock();
    try {
      states.remove(document);
    } finally {
      lock.unlock();
    }
  }
}
