package dev.parley.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.KnowledgeStore.Limits;
import dev.parley.knowledge.KnowledgeStore.Published;
import dev.parley.knowledge.KnowledgeStore.Use;
import dev.parley.model.Embedding;
import dev.parley.testkit.inbox.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every store of documents must do.
public abstract class KnowledgeStoreContract extends KnowledgeContract {
  private static final int MANY = 300;

  @Test
  @DisplayName("has nothing of a tenant that published nothing")
  void nothing() {
    Document unknown = SomeKnowledge.document(tenant, "a", "v1", 1);

    assertThat(store().documents(tenant)).isEmpty();
    assertThat(store().document(tenant, unknown.id())).isEmpty();
    assertThat(store().passages(unknown)).isEmpty();
    assertThat(store().uses(tenant)).isEmpty();
    assertThat(store().remove(tenant, unknown.id())).isFalse();
    assertThat(store().changeAudience(tenant, unknown.id(), unknown.audience())).isFalse();
    assertThat(store().tenants()).doesNotContain(tenant);
  }

  @Test
  @DisplayName("has a document as it was published, with all its passages and vectors in order")
  void published() {
    Document document = published("a", "v1", MANY);

    assertThat(store().documents(tenant)).containsExactly(document);
    assertThat(store().document(tenant, document.id())).contains(document);
    assertThat(store().passages(document)).isEqualTo(SomeKnowledge.passages("v1", MANY));
    assertThat(store().tenants()).contains(tenant);
    assertThat(store().isEmpty(tenant)).isFalse();
  }

  @Test
  @DisplayName("has and removes a document without passages")
  void empty() {
    Document document = published("a", "v1", 0);

    assertThat(store().document(tenant, document.id())).contains(document);
    assertThat(store().passages(document)).isEmpty();
    assertThat(store().remove(tenant, document.id())).isTrue();
    assertThat(store().documents(tenant)).isEmpty();
    assertThat(store().isEmpty(tenant)).isTrue();
  }

  @Test
  @DisplayName("keeps tenants apart")
  void tenants() {
    TenantId other = Said.tenant(tenant.id() + "-other");
    Document mine = published("a", "v1", 2);
    Document theirs = published(SomeKnowledge.document(other, "a", "v2", 3));

    store().remove(tenant, mine.id());

    assertThat(store().documents(tenant)).isEmpty();
    assertThat(store().documents(other)).containsExactly(theirs);
    assertThat(store().passages(theirs)).hasSize(3);
  }

  @Test
  @DisplayName("puts a version in the place of the one before, of which nothing is told any more")
  void replaced() {
    Document first = published("a", "v1", 5);
    Document second = published("a", "v2", 3);

    assertThat(store().documents(tenant)).containsExactly(second);
    assertThat(store().passages(second)).isEqualTo(SomeKnowledge.passages("v2", 3));
    assertThat(store().passages(first)).isEmpty();
  }

  @Test
  @DisplayName("tells those that are there of some")
  void some() {
    Document a = published("a", "v1", 1);
    published("b", "v1", 1);
    Document gone = SomeKnowledge.document(tenant, "c", "v1", 1);

    assertThat(store().documents(tenant, List.of(a.id(), gone.id(), a.id())))
        .isEqualTo(Map.of(a.id(), a));
    assertThat(store().documents(tenant, List.of())).isEmpty();
  }

  @Test
  @DisplayName("removes a document with its passages and its use")
  void removed() {
    Document document = published("a", "v1", 3);
    store().used(tenant, List.of(document.id()), SomeKnowledge.THEN);

    boolean there = store().remove(tenant, document.id());

    assertThat(there).isTrue();
    assertThat(store().remove(tenant, document.id())).isFalse();
    assertThat(store().documents(tenant)).isEmpty();
    assertThat(store().passages(document)).isEmpty();
    assertThat(store().uses(tenant)).isEmpty();
  }

  @Test
  @DisplayName("takes no more documents than a tenant may have, but others in their places")
  void tooMany() {
    Limits two = new Limits(2, 10_000);
    Document a = published("a", "v1", 1);
    Document b = published("b", "v1", 1);

    assertThat(publish(SomeKnowledge.document(tenant, "c", "v1", 1), two))
        .isEqualTo(Published.TOO_MANY_DOCUMENTS);
    assertThat(publish(SomeKnowledge.document(tenant, "b", "v2", 2), two))
        .isEqualTo(Published.DONE);
    assertThat(store().remove(tenant, a.id())).isTrue();
    assertThat(publish(SomeKnowledge.document(tenant, "c", "v1", 1), two))
        .isEqualTo(Published.DONE);
    assertThat(store().documents(tenant)).extracting(Document::version).contains("v1", "v2");
    assertThat(store().document(tenant, b.id())).isPresent();
  }

  @Test
  @DisplayName("takes no more characters than a tenant may have, to the last one")
  void tooLong() {
    Limits five = new Limits(100, 5L * SomeKnowledge.CHARACTERS_EACH);
    published("a", "v1", 3);

    assertThat(publish(SomeKnowledge.document(tenant, "b", "v1", 3), five))
        .isEqualTo(Published.TOO_MANY_CHARACTERS);
    assertThat(publish(SomeKnowledge.document(tenant, "b", "v1", 2), five))
        .isEqualTo(Published.DONE);
    assertThat(publish(SomeKnowledge.document(tenant, "a", "v2", 4), five))
        .isEqualTo(Published.TOO_MANY_CHARACTERS);
    assertThat(publish(SomeKnowledge.document(tenant, "a", "v2", 1), five))
        .isEqualTo(Published.DONE);
    assertThat(publish(SomeKnowledge.document(tenant, "c", "v1", 2), five))
        .isEqualTo(Published.DONE);
  }

  @Test
  @DisplayName("notes when the origin of that very version was looked at")
  void checked() {
    Document first = published("a", "v1", 1);
    Document second = published("a", "v2", 1);

    store().checked(first, SomeKnowledge.THEN.plusSeconds(5));
    assertThat(store().document(tenant, first.id())).contains(second);
    store().checked(second, SomeKnowledge.THEN.plusSeconds(9));

    assertThat(store().document(tenant, first.id()))
        .contains(second.checkedAt(SomeKnowledge.THEN.plusSeconds(9)));
    assertThat(store().passages(second)).hasSize(1);
  }

  @Test
  @DisplayName("changes an audience at once, and leaves the passages as they are")
  void audience() {
    Document document = published("a", "v1", 2);
    DocumentAudience few =
        DocumentAudience.of(
            AudienceTerm.channel("C1"), AudienceTerm.person(Said.author("Bob").id()));

    boolean there = store().changeAudience(tenant, document.id(), few);

    assertThat(there).isTrue();
    assertThat(store().document(tenant, document.id())).contains(document.withAudience(few));
    assertThat(store().passages(document)).hasSize(2);
  }

  @Test
  @DisplayName("counts uses of documents that are there, and knows the last one")
  void uses() {
    Document a = published("a", "v1", 1);
    Document b = published("b", "v1", 1);
    Document gone = SomeKnowledge.document(tenant, "c", "v1", 1);

    store().used(tenant, List.of(a.id(), gone.id()), SomeKnowledge.THEN.plusSeconds(9));
    store().used(tenant, List.of(a.id(), a.id()), SomeKnowledge.THEN);
    published("a", "v2", 2);

    assertThat(store().uses(tenant))
        .isEqualTo(Map.of(a.id(), new Use(SomeKnowledge.THEN.plusSeconds(9), 2)))
        .doesNotContainKey(b.id());
  }

  @Test
  @DisplayName("keeps vectors by the hashes of their texts, for one tenant and space alone")
  void embeddings() {
    Map<String, Embedding> many = new HashMap<>();
    IntStream.range(0, MANY).forEach(i -> many.put("h" + i, SomeKnowledge.vector(i)));

    store().keepEmbeddings(tenant, "space:3", many);

    Set<String> wanted = Set.of("h0", "h150", "h299", "none");
    assertThat(store().embeddings(tenant, "space:3", wanted))
        .isEqualTo(Map.of("h0", vector(0), "h150", vector(150), "h299", vector(299)));
    assertThat(store().embeddings(tenant, "space:3", many.keySet())).isEqualTo(many);
    assertThat(store().embeddings(tenant, "space:4", wanted)).isEmpty();
    assertThat(store().embeddings(Said.tenant("elsewhere"), "space:3", wanted)).isEmpty();
    assertThat(store().embeddings(tenant, "space:3", List.of())).isEmpty();
  }

  private static Embedding vector(int number) {
    return SomeKnowledge.vector(number);
  }
}
