package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.consultation.Consultant;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.Changes;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.KnowledgeBase;
import dev.parley.knowledge.KnowledgeSettings.WhenNothingFits;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.model.Embedding;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.knowledge.InMemoryKnowledgeStore;
import dev.parley.testkit.knowledge.KnownPassages;
import dev.parley.testkit.time.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whether there are documents")
class DocumentChecksTest {
  private static final TenantId TENANT = Said.tenant("T1");

  private final CountingStore store = new CountingStore();
  private final SteppedClock clock = new SteppedClock();
  private final Consultant consultant =
      new Consultant(
          KnowledgeBase.NONE,
          store,
          new Reading(),
          new Consultant.Terms(100, WhenNothingFits.ANSWER),
          clock);

  /// A store that counts what it is asked, and may be away.
  private static final class CountingStore implements KnowledgeStore {
    private final InMemoryKnowledgeStore all = new InMemoryKnowledgeStore();
    private int looks;
    private int readings;
    private boolean away;

    private void add(String title) {
      Document document =
          new KnownPassages(TENANT)
              .with(title, "", DocumentAudience.EVERYONE, title)
              .documents()
              .getFirst();
      all.publish(document, List.of(), new Limits(10, 1_000));
    }

    @Override
    public Published publish(
        Optional<Document> before,
        Document document,
        List<EmbeddedPassage> passages,
        Limits limits) {
      return all.publish(before, document, passages, limits);
    }

    @Override
    public Map<String, Embedding> embeddings(
        TenantId tenant, String space, Collection<String> hashes) {
      return all.embeddings(tenant, space, hashes);
    }

    @Override
    public void keepEmbeddings(TenantId tenant, String space, Map<String, Embedding> embeddings) {
      all.keepEmbeddings(tenant, space, embeddings);
    }

    @Override
    public Changes changesSince(TenantId tenant, Changes.Point point) {
      if (away) {
        throw new StoreUnavailableException("away", null);
      }
      looks++;
      return all.changesSince(tenant, point);
    }

    @Override
    public List<Document> documents(TenantId tenant) {
      readings++;
      return all.documents(tenant);
    }

    @Override
    public Set<TenantId> tenants() {
      return all.tenants();
    }

    @Override
    public Map<DocumentId, Document> documents(TenantId tenant, Collection<DocumentId> ids) {
      return all.documents(tenant, ids);
    }

    @Override
    public List<EmbeddedPassage> passages(Document document) {
      return all.passages(document);
    }

    @Override
    public Published publish(
        Document document,
        List<EmbeddedPassage> passages,
        Limits limits,
        Optional<ClaimedJob> claimed) {
      return all.publish(document, passages, limits, claimed);
    }

    @Override
    public void checked(Document document, Instant when) {
      all.checked(document, when);
    }

    @Override
    public boolean remove(TenantId tenant, DocumentId id) {
      return all.remove(tenant, id);
    }

    @Override
    public boolean changeAudience(TenantId tenant, DocumentId id, DocumentAudience audience) {
      return all.changeAudience(tenant, id, audience);
    }

    @Override
    public AutoCloseable onChange(Consumer<TenantId> listener) {
      return all.onChange(listener);
    }

    @Override
    public void used(TenantId tenant, Collection<DocumentId> documents, Instant when) {
      all.used(tenant, documents, when);
    }

    @Override
    public Map<DocumentId, Use> uses(TenantId tenant) {
      return all.uses(tenant);
    }
  }

  private boolean has() {
    return consultant.hasDocuments(TENANT);
  }

  @Test
  @DisplayName("is asked once a second, and read only where something changed")
  void cheap() {
    assertThat(has()).isFalse();
    assertThat(has()).isFalse();
    assertThat(store.looks).isEqualTo(1);

    store.add("Handbook");
    clock.step(Duration.ofSeconds(2));
    assertThat(has()).isTrue();
    clock.step(Duration.ofSeconds(2));
    assertThat(has()).isTrue();

    assertThat(store.looks).isEqualTo(3);
    assertThat(store.readings).isEqualTo(1);
  }

  @Test
  @DisplayName("is seen soon after the last one went")
  void removed() {
    store.add("Handbook");
    assertThat(has()).isTrue();

    store.all.documents(TENANT).forEach(document -> store.remove(TENANT, document.id()));
    clock.step(Duration.ofSeconds(2));

    assertThat(has()).isFalse();
  }

  @Test
  @DisplayName("is as it was last where the store is away, and no where nobody ever knew")
  void away() {
    store.away = true;
    assertThat(has()).isFalse();

    store.away = false;
    store.add("Handbook");
    assertThat(has()).isTrue();
    store.away = true;
    clock.step(Duration.ofSeconds(2));

    assertThat(has()).isTrue();
  }
}
