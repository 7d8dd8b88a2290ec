package dev.parley.testkit.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentStore;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.Ingestion;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.JobState.Stage;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Passage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// Reads documents at once, a passage for each paragraph, or when a test tells it to. What contains
/// the word `unreadable` fails.
public final class StagedIngestion implements Ingestion {
  private static final KnowledgeStore.Limits LIMITS = new KnowledgeStore.Limits(1_000, 10_000_000);
  private static final Pattern PARAGRAPHS = Pattern.compile("\\n{2,}");
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final KnowledgeStore store;
  private final AttachmentStore files;
  private final Clock clock;
  private final InMemoryIngestQueue queue;
  private final List<IngestJob> taken = new CopyOnWriteArrayList<>();
  private volatile Optional<ClaimedJob> begun = Optional.empty();
  private volatile boolean held;
  private volatile int mostWaiting = 100;

  public StagedIngestion(KnowledgeStore store, AttachmentStore files, Clock clock) {
    this.store = store;
    this.files = files;
    this.clock = clock;
    this.queue = new InMemoryIngestQueue(clock);
  }

  /// Lets all that comes wait from now on, so many at most.
  public void hold(int most) {
    held = true;
    mostWaiting = most;
  }

  /// Reads what waits, and all that comes from now on.
  public void release() {
    held = false;
    begun.ifPresent(this::read);
    begun = Optional.empty();
    readAll();
  }

  /// Begins the first document that waits and gets half way, where it stays.
  public void beginNext() {
    ClaimedJob claimed = queue.claim(LEASE).orElseThrow();
    queue.progress(claimed, Stage.EMBEDDING, 5, 10, LEASE);
    begun = Optional.of(claimed);
  }

  /// All that were taken, the oldest first.
  public List<IngestJob> taken() {
    return List.copyOf(taken);
  }

  @Override
  public Taken take(IngestJob job) {
    if (!queue.add(job, mostWaiting)) {
      return new Taken.Refused("Too many documents wait to be read. Please try again later.");
    }
    taken.add(job);
    if (!held) {
      readAll();
    }
    return new Taken.Queued(job.id());
  }

  private synchronized void readAll() {
    for (Optional<ClaimedJob> next = queue.claim(LEASE);
        next.isPresent();
        next = queue.claim(LEASE)) {
      read(next.get());
    }
  }

  private void read(ClaimedJob claimed) {
    String text = text(claimed.job());
    if (text.contains("unreadable")) {
      queue.end(claimed, Stage.FAILED, "There is no text in this document.");
      return;
    }
    List<EmbeddedPassage> passages = passages(text);
    store.publish(document(claimed.job(), text, passages.size()), passages, LIMITS);
    queue.end(claimed, Stage.DONE, passages.size() + " passages are in the knowledge base.");
  }

  private String text(IngestJob job) {
    return switch (job.material()) {
      case Material.Words words -> words.text();
      case Material.Link link -> "What stands at " + link.address();
      case Material.Attached attached -> attached.file().name();
      case Material.Kept kept ->
          files
              .find(job.tenant(), kept.sha256())
              .map(content -> new String(content.bytes(), UTF_8))
              .orElse("unreadable");
    };
  }

  private static List<EmbeddedPassage> passages(String text) {
    List<EmbeddedPassage> passages = new ArrayList<>();
    for (String paragraph : PARAGRAPHS.split(text, -1)) {
      passages.add(
          new EmbeddedPassage(
              new Passage(
                  passages.size(),
                  paragraph,
                  List.of(),
                  Optional.empty(),
                  Optional.empty(),
                  hash(paragraph)),
              Optional.empty()));
    }
    return passages;
  }

  private static String hash(String text) {
    return AttachmentContent.of(text.getBytes(UTF_8)).sha256();
  }

  private Document document(IngestJob job, String text, int passages) {
    Optional<Document> before = store.document(job.tenant(), job.document());
    DocumentAudience audience =
        job.audience().or(() -> before.map(Document::audience)).orElse(DocumentAudience.EVERYONE);
    String name = job.material().name();
    return new Document(
        job.document(),
        job.tenant(),
        job.material().origin(),
        name.isBlank() ? text.lines().findFirst().orElse(name) : name,
        "text/markdown",
        audience,
        job.by(),
        before.map(Document::addedAt).orElseGet(clock::instant),
        clock.instant(),
        hash(text),
        hash(text),
        Optional.empty(),
        passages,
        text.length());
  }

  @Override
  public List<JobState> states(TenantId tenant) {
    return queue.states(tenant);
  }

  /// What is held stays as it is for as long as anybody waits.
  @Override
  public Optional<JobState> await(TenantId tenant, String job, Duration most) {
    return queue.state(tenant, job);
  }

  @Override
  public void cancel(TenantId tenant, DocumentId document) {
    queue.cancel(tenant, document);
  }
}
