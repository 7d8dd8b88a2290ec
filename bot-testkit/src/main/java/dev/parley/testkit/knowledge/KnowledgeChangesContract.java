package dev.parley.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Changes;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.KnowledgeStore.Limits;
import dev.parley.knowledge.KnowledgeStore.Published;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How every store of documents tells what changes, and what a job may change.
public abstract class KnowledgeChangesContract extends KnowledgeContract {
  private static final DocumentAudience FEW = DocumentAudience.of(AudienceTerm.channel("C1"));

  private Changes.Point now() {
    return store().changesSince(tenant, Changes.BEGINNING).until();
  }

  @Test
  @DisplayName("tells of nothing where there was nothing")
  void nothing() {
    Changes changes = store().changesSince(tenant, Changes.BEGINNING);

    assertThat(changes.documents()).isEmpty();
    assertThat(store().changesSince(tenant, changes.until()).documents()).isEmpty();
  }

  @Test
  @DisplayName("tells all documents to whoever comes from the beginning or from elsewhere")
  void all() {
    Document a = published("a", "v1", 1);
    Document b = published("b", "v1", 1);
    store().remove(tenant, published("c", "v1", 1).id());

    Changes changes = store().changesSince(tenant, Changes.BEGINNING);
    Changes elsewhere =
        store().changesSince(tenant, new Changes.Point("other", changes.until().number()));
    Changes ahead =
        store()
            .changesSince(
                tenant, new Changes.Point(changes.until().history(), changes.until().number() + 1));

    assertThat(changes.all()).isTrue();
    assertThat(changes.documents()).containsExactlyInAnyOrder(a.id(), b.id());
    assertThat(elsewhere).usingRecursiveComparison().ignoringCollectionOrder().isEqualTo(changes);
    assertThat(ahead.all()).isTrue();
  }

  @Test
  @DisplayName("tells what was added, changed and removed since a point, each once")
  void since() {
    published("a", "v1", 1);
    Document b = published("b", "v1", 1);
    Document c = published("c", "v1", 1);
    Changes.Point point = now();

    published("b", "v2", 1);
    store().changeAudience(tenant, b.id(), FEW);
    store().remove(tenant, c.id());
    Document d = published("d", "v1", 1);
    Changes changes = store().changesSince(tenant, point);

    assertThat(changes.all()).isFalse();
    assertThat(changes.documents()).containsExactlyInAnyOrder(b.id(), c.id(), d.id());
    assertThat(store().changesSince(tenant, changes.until()).documents()).isEmpty();
    assertThat(changes.until().number()).isGreaterThan(point.number());
    assertThat(changes.until().history()).isEqualTo(point.history());
  }

  @Test
  @DisplayName("does not tell of uses, of looks at origins, nor of what was refused")
  void unchanged() {
    Document document = published("a", "v1", 1);
    Changes.Point point = now();

    store().used(tenant, List.of(document.id()), SomeKnowledge.THEN);
    store().checked(document, SomeKnowledge.THEN.plusSeconds(1));
    publish(SomeKnowledge.document(tenant, "b", "v1", 1), new Limits(1, 1_000));

    assertThat(store().changesSince(tenant, point)).isEqualTo(new Changes(point, false, List.of()));
  }

  @Test
  @DisplayName("calls back for the tenant in which something changed, until it is told not to")
  void calls() throws Exception {
    List<TenantId> heard = new CopyOnWriteArrayList<>();
    Document document;
    try (AutoCloseable _ = store().onChange(heard::add)) {
      document = published("a", "v1", 1);
      await().atMost(HANG).until(() -> heard.contains(tenant));
      heard.clear();
      store().changeAudience(tenant, document.id(), FEW);
      await().atMost(HANG).until(() -> heard.contains(tenant));
    }
    heard.clear();
    List<TenantId> others = new CopyOnWriteArrayList<>();
    try (AutoCloseable _ = store().onChange(others::add)) {
      store().remove(tenant, document.id());
      await().atMost(HANG).until(() -> others.contains(tenant));
    }

    assertThat(heard).isEmpty();
  }

  private ClaimedJob claimed(String key) {
    queue().add(SomeKnowledge.job(tenant, "job for " + key, key), 10);
    ClaimedJob claimed = queue().claim(LEASE).orElseThrow();
    assertThat(claimed.job().tenant()).isEqualTo(tenant);
    return claimed;
  }

  private Published publishFor(ClaimedJob claimed, Document document) {
    return store()
        .publish(
            document,
            SomeKnowledge.passages(document.version(), document.passages()),
            PLENTY,
            Optional.of(claimed));
  }

  @Test
  @DisplayName("publishes for a job while it is the claimant's, and not once it was cancelled")
  void cancelled() {
    Document document = SomeKnowledge.document(tenant, "a", "v1", 1);
    ClaimedJob claimed = claimed("a");

    Published first = publishFor(claimed, document);
    queue().cancel(tenant, document.id());
    store().remove(tenant, document.id());
    Published second = publishFor(claimed, document);

    assertThat(first).isEqualTo(Published.DONE);
    assertThat(second).isEqualTo(Published.NOT_WANTED);
    assertThat(store().documents(tenant)).isEmpty();
  }

  @Test
  @DisplayName("keeps, where a job says nothing of it, what others did to the document meanwhile")
  void meanwhile() {
    Document before = published("a", "v1", 1);
    ClaimedJob claimed = claimed("a");
    store().changeAudience(tenant, before.id(), FEW);

    Published published = publishFor(claimed, SomeKnowledge.document(tenant, "a", "v2", 2));

    assertThat(published).isEqualTo(Published.DONE);
    assertThat(store().document(tenant, before.id()))
        .contains(SomeKnowledge.document(tenant, "a", "v2", 2).withAudience(FEW));
  }
}
