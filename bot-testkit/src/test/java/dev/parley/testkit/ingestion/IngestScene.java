package dev.parley.testkit.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentSource;
import dev.parley.attachment.DocumentReader;
import dev.parley.fetch.Fetched;
import dev.parley.fetch.FetchedBytes;
import dev.parley.fetch.Fetcher;
import dev.parley.identity.Author;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.ingestion.IngestPace;
import dev.parley.ingestion.Ingester;
import dev.parley.ingestion.MaterialReader;
import dev.parley.ingestion.PassageVectors;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.Ingestion.Taken;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.KnowledgeSettings.WhenNothingFits;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Origin;
import dev.parley.testkit.attachment.InMemoryAttachmentStore;
import dev.parley.testkit.attachment.ScriptedDocuments;
import dev.parley.testkit.knowledge.InMemoryIngestQueue;
import dev.parley.testkit.knowledge.InMemoryKnowledgeStore;
import dev.parley.testkit.time.SteppedClock;
import dev.parley.usage.Payer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One instance that reads documents in, with all that is around it in memory.
final class IngestScene implements AutoCloseable {
  static final TenantId TENANT = new TenantId(new PlatformName("slack"), "T1");
  static final Author ANN = new Author(new UserId("U1"), "Ann");
  static final Payer PAYER = new Payer(TENANT, "C1", ANN.id(), "Ann", Set.of());
  static final Duration LIMIT = Duration.ofSeconds(30);
  static final IngestPace PACE = new IngestPace(Duration.ofSeconds(60), Duration.ofMillis(5));
  static final KnowledgeSettings SETTINGS =
      new KnowledgeSettings(
          new KnowledgeStore.Limits(10, 1_000_000),
          5,
          2,
          1 << 20,
          200_000,
          1_000,
          WhenNothingFits.ANSWER,
          Duration.ofDays(180),
          Duration.ofDays(1));

  final SteppedClock clock = new SteppedClock();
  final InMemoryIngestQueue queue = new InMemoryIngestQueue(clock);
  final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore(queue);
  final CountedEmbedder embedder = new CountedEmbedder("counted");
  final ScriptedDocuments documents = new ScriptedDocuments();
  final InMemoryAttachmentStore kept = new InMemoryAttachmentStore();
  final Map<String, Fetched> web = new ConcurrentHashMap<>();
  final Ingester ingester = ingester(store);
  private int jobs;

  /// Another instance.
  Ingester ingester(KnowledgeStore from) {
    return new Ingester(from, queue, reader(), vectors(from), SETTINGS, clock, PACE);
  }

  MaterialReader reader() {
    return reader(documents);
  }

  MaterialReader reader(DocumentReader read) {
    Fetcher fetcher =
        request ->
            web.getOrDefault(request.address().toString(), new Fetched.Failed("No such host."));
    return new MaterialReader(fetcher, read, AttachmentSource.NONE, kept, SETTINGS);
  }

  PassageVectors vectors(KnowledgeStore from) {
    return new PassageVectors(Optional.of(embedder), from);
  }

  static Fetched page(int status, String type, String body) {
    return new Fetched.Answer(
        status,
        URI.create("https://example.com/page"),
        Optional.of(type),
        Optional.empty(),
        new FetchedBytes(body.getBytes(StandardCharsets.UTF_8)),
        false);
  }

  static Material words(String key, String text) {
    return new Material.Words(
        new Origin(Origin.Kind.TEXT, key, Optional.empty()), "The " + key, text);
  }

  IngestJob job(Material material) {
    return job(material, Optional.empty());
  }

  IngestJob job(Material material, Optional<DocumentAudience> audience) {
    return new IngestJob(
        "job-" + ++jobs, TENANT, material, audience, Optional.of(ANN), PAYER, clock.instant());
  }

  /// Lets it be read, and waits until it is over.
  JobState read(Material material) {
    return read(job(material));
  }

  JobState read(IngestJob job) {
    assertThat(ingester.take(job)).isEqualTo(new Taken.Queued(job.id()));
    JobState state = ingester.await(TENANT, job.id(), LIMIT).orElseThrow();
    assertThat(state.isOver()).isTrue();
    return state;
  }

  Optional<Document> document(Material material) {
    return store.document(TENANT, DocumentId.of(material.origin()));
  }

  List<EmbeddedPassage> passages(Material material) {
    return store.passages(document(material).orElseThrow());
  }

  @Override
  public void close() {
    ingester.close();
  }
}
