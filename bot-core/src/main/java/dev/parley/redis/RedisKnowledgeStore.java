package dev.parley.redis;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.Changes;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.model.Embedding;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redisson.api.RSet;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/// Documents in Redis. A version's passages are written under a key of its own, which nobody knows
/// of; then one script makes that version current.
final class RedisKnowledgeStore implements KnowledgeStore {
  /// Who reads the version before can read it to the end.
  private static final Duration LINGERS = Duration.ofMinutes(1);

  private static final int MOST_WRITES = 3;
  private static final String BETWEEN = "\u001f";

  private final Scripts scripts;
  private final RedisKeys keys;
  private final RedisSettings settings;
  private final Topic topic;
  private final StoredDocuments stored;
  private final StoredPassages storedPassages;
  private final KeptVectors vectors;

  RedisKnowledgeStore(Scripts scripts, RedisKeys keys, RedisSettings settings, Topic topic) {
    this.scripts = scripts;
    this.keys = keys;
    this.settings = settings;
    this.topic = topic;
    stored = new StoredDocuments(scripts, keys, settings.shortPatience());
    storedPassages = new StoredPassages(scripts, keys, settings);
    vectors = new KeptVectors(scripts, keys, settings.shortPatience());
  }

  @Override
  public Set<TenantId> tenants() {
    return scripts
        .ask(settings.shortPatience(), redisson -> tenants(redisson).readAllAsync())
        .stream()
        .map(Tenants::named)
        .collect(Collectors.toSet());
  }

  private RSet<String> tenants(RedissonClient redisson) {
    return redisson.getSet(keys.knowledgeTenants(), StringCodec.INSTANCE);
  }

  @Override
  public List<Document> documents(TenantId tenant) {
    return stored.all(tenant).stream().map(StoredDocument::document).toList();
  }

  @Override
  public boolean isEmpty(TenantId tenant) {
    return stored.count(tenant) == 0;
  }

  @Override
  public Map<DocumentId, Document> documents(TenantId tenant, Collection<DocumentId> ids) {
    return stored.some(tenant, ids).stream()
        .map(StoredDocument::document)
        .collect(Collectors.toMap(Document::id, document -> document));
  }

  @Override
  public List<EmbeddedPassage> passages(Document document) {
    return stored
        .one(document.tenant(), document.id())
        .filter(there -> there.document().version().equals(document.version()))
        .map(there -> storedPassages.read(document.tenant(), there.token(), there.passages()))
        .orElse(List.of());
  }

  @Override
  public Published publish(
      Document document,
      List<EmbeddedPassage> passages,
      Limits limits,
      Optional<ClaimedJob> claimed) {
    return published(
        document,
        passages,
        limits,
        claimed.map(ClaimedJob::token),
        before ->
            Optional.of(
                before
                    .flatMap(there -> claimed.map(it -> document.inPlaceOf(there, it.job())))
                    .orElse(document)));
  }

  @Override
  public Published publish(
      Optional<Document> known, Document document, List<EmbeddedPassage> passages, Limits limits) {
    return published(
        document,
        passages,
        limits,
        Optional.empty(),
        before -> isSame(known, before) ? Optional.of(document) : Optional.empty());
  }

  private static boolean isSame(Optional<Document> known, Optional<Document> there) {
    return known.map(Document::version).equals(there.map(Document::version))
        && known.map(Document::audience).equals(there.map(Document::audience));
  }

  /// What a document is to be where another one is; nothing where it must not take its place.
  @FunctionalInterface
  private interface Place extends Function<Optional<Document>, Optional<Document>> {}

  private Published published(
      Document document,
      List<EmbeddedPassage> passages,
      Limits limits,
      Optional<String> claim,
      Place place) {
    TenantId tenant = document.tenant();
    scripts.ask(settings.longPatience(), redisson -> tenants(redisson).addAsync(tenant.toString()));
    for (int writes = 0; writes < MOST_WRITES; writes++) {
      String token = UUID.randomUUID().toString();
      storedPassages.write(tenant, token, passages);
      StoredDocument written = StoredDocument.of(document, token, passages.size());
      Optional<Published> published = current(written, limits, claim, place);
      if (published.isPresent()) {
        return published.get();
      }
    }
    throw new StoreUnavailableException("Redis loses what is written, or is too slow", null);
  }

  /// @return nothing where the passages have gone before they were published
  private Optional<Published> current(
      StoredDocument written, Limits limits, Optional<String> claim, Place place) {
    while (true) {
      String told = toldOf(written, limits, claim, place);
      if (told.equals("LOST")) {
        return Optional.empty();
      }
      if (!told.equals("CHANGED")) {
        return Optional.of(Published.valueOf(told));
      }
    }
  }

  private String toldOf(
      StoredDocument written, Limits limits, Optional<String> claim, Place place) {
    Document document = written.document();
    Optional<StoredDocument> before = stored.one(document.tenant(), document.id());
    Optional<Document> placed = place.apply(before.map(StoredDocument::document));
    if (placed.isEmpty()) {
      return Published.OVERTAKEN.name();
    }
    return stored.run(
        Script.KNOWLEDGE_PUBLISH,
        document.tenant(),
        Stream.of(
            document.id().value(),
            written.with(placed.get()).text(),
            before.map(StoredDocument::text).orElse(""),
            claim.orElse(""),
            Integer.toString(limits.documents()),
            Long.toString(limits.characters()),
            Long.toString(LINGERS.toMillis())));
  }

  @Override
  public void checked(Document document, Instant when) {
    stored.edit(
        document.tenant(),
        document.id(),
        false,
        there -> there.version().equals(document.version()) ? there.checkedAt(when) : there);
  }

  @Override
  public boolean remove(TenantId tenant, DocumentId id) {
    return stored.remove(tenant, id);
  }

  @Override
  public boolean changeAudience(TenantId tenant, DocumentId id, DocumentAudience audience) {
    return stored.edit(tenant, id, true, there -> there.withAudience(audience));
  }

  @Override
  public Changes changesSince(TenantId tenant, Changes.Point point) {
    List<Answer> told =
        run(Script.KNOWLEDGE_CHANGES, tenant, point.history(), Long.toString(point.number()))
            .list();
    return new Changes(
        new Changes.Point(told.get(0).text(), told.get(1).number()),
        told.get(2).text().equals("all"),
        told.get(3).texts().stream().map(DocumentId::new).toList());
  }

  @Override
  public AutoCloseable onChange(Consumer<TenantId> listener) {
    Runnable end =
        topic.hear(
            message -> {
              if (!message.equals(Topic.PERHAPS_MISSED)) {
                Thread.ofVirtual()
                    .name("hearing of documents")
                    .start(() -> listener.accept(Tenants.named(message)));
              }
            });
    return end::run;
  }

  @Override
  public void used(TenantId tenant, Collection<DocumentId> documents, Instant when) {
    Stream<String> call =
        Stream.of(UUID.randomUUID().toString(), Long.toString(when.toEpochMilli()));
    Stream<String> ids = documents.stream().distinct().map(DocumentId::value);
    run(Script.KNOWLEDGE_USED, tenant, Stream.concat(call, ids).toArray(String[]::new));
  }

  @Override
  public Map<DocumentId, Use> uses(TenantId tenant) {
    Map<DocumentId, Use> uses = new HashMap<>();
    scripts
        .ask(
            settings.shortPatience(),
            redisson ->
                redisson
                    .<String, String>getMap(
                        keys.tenant(tenant) + ":documents-used", StringCodec.INSTANCE)
                    .readAllMapAsync())
        .forEach((id, use) -> uses.put(new DocumentId(id), use(use.split(BETWEEN))));
    return uses;
  }

  private static Use use(String[] parts) {
    return new Use(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
  }

  @Override
  public Map<String, Embedding> embeddings(
      TenantId tenant, String space, Collection<String> hashes) {
    return vectors.find(tenant, space, hashes);
  }

  @Override
  public void keepEmbeddings(TenantId tenant, String space, Map<String, Embedding> embeddings) {
    vectors.keep(tenant, space, embeddings);
  }

  private Answer run(Script script, TenantId tenant, String... arguments) {
    return scripts.run(script, settings.shortPatience(), keys.tenant(tenant), arguments);
  }
}
