package dev.parley.launcher;

import dev.parley.consultation.Consultant;
import dev.parley.consultation.SearchKnowledgeTool;
import dev.parley.engine.Platforms;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.ingestion.Duties;
import dev.parley.ingestion.FolderShelf;
import dev.parley.ingestion.FolderWatch;
import dev.parley.ingestion.Ingester;
import dev.parley.ingestion.LinkRefresh;
import dev.parley.ingestion.MaterialReader;
import dev.parley.ingestion.NewVectors;
import dev.parley.ingestion.PassageVectors;
import dev.parley.knowledge.IndexedKnowledgeBase;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.KnowledgeBase;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.Readership;
import dev.parley.launcher.settings.KnowledgeSection;
import dev.parley.launcher.settings.Settings;
import dev.parley.lucene.IndexFollower;
import dev.parley.lucene.LucenePassageIndex;
import dev.parley.model.Embedder;
import dev.parley.redis.RedisStore;
import dev.parley.tool.ToolSource;
import dev.parley.usage.Payer;
import dev.parley.web.WebAdapter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The documents that answers are taken from: where they are, how they are found, and how they come
/// in.
final class KnowledgeParts {
  private static final String FOLDER = "knowledge";

  /// Of Discord, which has no server there.
  private static final Pattern OF_ONE_PERSON = Pattern.compile("^(dm|user|token)-");

  private final KnowledgeSection settings;
  private final RedisStore redis;
  private final KnowledgeStore store;
  private final IngestQueue queue;
  private final Optional<Embedder> embedder;
  private final KnowledgeBase base;
  private final Consultant forCallers;
  private final Clock clock;

  private KnowledgeParts(
      KnowledgeSection settings,
      RedisStore store,
      LucenePassageIndex index,
      Optional<Embedder> embedder,
      Clock clock) {
    this.settings = settings;
    this.redis = store;
    this.store = store.knowledge();
    this.queue = store.ingestQueue(clock);
    this.embedder = embedder;
    this.base = new IndexedKnowledgeBase(index, this.store, embedder);
    this.forCallers = Consultant.forAnybody(base, this.store, terms(), clock);
    this.clock = clock;
  }

  private Consultant.Terms terms() {
    return Consultant.Terms.of(settings.settings());
  }

  /// Empty where the knowledge base is turned off.
  static Optional<KnowledgeParts> make(
      Settings settings, RedisStore store, ModelChoice model, Lifetime lifetime, Clock clock) {
    if (!settings.knowledge().enabled()) {
      return Optional.empty();
    }
    Optional<Embedder> embedder = EmbedderChoice.of(settings).open(settings, model, lifetime);
    LucenePassageIndex index =
        lifetime.holds(
            "the index of documents", index(settings.dataDirectory().resolve(FOLDER), embedder));
    KnowledgeParts parts = new KnowledgeParts(settings.knowledge(), store, index, embedder, clock);
    lifetime.holds("what follows the documents", new IndexFollower(parts.store, index).start());
    return Optional.of(parts);
  }

  private static LucenePassageIndex index(Path folder, Optional<Embedder> embedder) {
    try {
      return LucenePassageIndex.open(folder, embedder.map(Embedder::space));
    } catch (IOException unwritable) {
      throw new StartException(
          "The index of documents cannot be kept in %s: %s. Choose another data-directory."
              .formatted(folder, unwritable.getMessage()),
          unwritable);
    }
  }

  /// For callers of the HTTP API.
  Consultant forCallers() {
    return forCallers;
  }

  /// Whether it matters in a tenant which groups people are in.
  boolean groupsWanted(TenantId tenant) {
    return forCallers.namesGroups(tenant);
  }

  /// For people on platforms.
  Consultant inConversations(Readership readership) {
    return new Consultant(base, store, readership, terms(), clock);
  }

  /// The workspaces and servers that have or may have documents: the web chat's, those with
  /// messages, and those with documents.
  static List<TenantId> tenants(RedisStore store) {
    return Stream.of(
            Stream.of(WebAdapter.tenant()),
            store.tenants().stream().filter(tenant -> !OF_ONE_PERSON.matcher(tenant.id()).find()),
            store.knowledge().tenants().stream())
        .flatMap(some -> some)
        .distinct()
        .toList();
  }

  /// The model's own way to look something up.
  static ToolSource tools(Consultant consultant) {
    return ToolSource.of(List.of(new SearchKnowledgeTool(consultant)));
  }

  /// Begins to read documents in, and gives what manages them.
  KnowledgeDeskParts desk(
      FetchParts fetch,
      FileParts files,
      Platforms platforms,
      Readership readership,
      Lifetime lifetime) {
    MaterialReader reader =
        new MaterialReader(
            fetch.ofPages(),
            files.documents(),
            platforms,
            files.intake().store(),
            settings.settings());
    PassageVectors vectors = new PassageVectors(embedder, store);
    upkeep(reader, vectors, lifetime);
    Ingester ingester =
        lifetime.holds(
            "the reading in of documents",
            new Ingester(store, queue, reader, vectors, settings.settings(), clock));
    ingester.begin();
    KnowledgeDesk desk =
        new KnowledgeDesk(store, ingester, base, settings.settings().staleAfter(), clock);
    return new KnowledgeDeskParts(desk, settings, redis, platforms, readership, clock);
  }

  /// Begins to see to what documents are from, and to their vectors.
  private void upkeep(MaterialReader reader, PassageVectors vectors, Lifetime lifetime) {
    KnowledgeSettings limits = settings.settings();
    Duties duties = redis.duties();
    FolderShelf shelf =
        new FolderShelf(store, queue, reader, vectors, KnowledgeParts::own, limits, clock);
    FolderWatch folders =
        lifetime.holds(
            "the folders of documents",
            new FolderWatch(
                settings.folders(), () -> Set.copyOf(tenants(redis)), shelf, duties, clock));
    LinkRefresh links =
        lifetime.holds(
            "the links of documents",
            new LinkRefresh(store, queue, KnowledgeParts::own, limits, clock));
    NewVectors renewal =
        lifetime.holds(
            "the vectors of documents",
            new NewVectors(store, vectors, duties, KnowledgeParts::own, limits, clock));
    folders.begin();
    links.begin();
    renewal.begin();
  }

  /// The bot's own account in a tenant.
  private static Payer own(TenantId tenant) {
    return new Payer(tenant, FOLDER, new UserId(FOLDER), "Knowledge base", Set.of());
  }
}
