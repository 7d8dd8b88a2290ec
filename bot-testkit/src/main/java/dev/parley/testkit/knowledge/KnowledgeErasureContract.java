package dev.parley.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Erased;
import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Changes;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.KnowledgeStore.Published;
import dev.parley.knowledge.Origin;
import dev.parley.testkit.inbox.Said;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How every store of documents forgets one person, and nobody else.
public abstract class KnowledgeErasureContract extends KnowledgeContract {
  private static final UserId ADA = Said.author("Ada").id();
  private static final UserId BOB = Said.author("Bob").id();
  private static final AudienceTerm FOR_ADA = AudienceTerm.person(ADA);
  private static final AudienceTerm CHANNEL = AudienceTerm.channel("C1");

  private Document published(Origin.Kind kind, String key, AudienceTerm... terms) {
    return published(
        SomeKnowledge.document(
            tenant, SomeKnowledge.origin(kind, key), "v1", 2, DocumentAudience.of(terms)));
  }

  private Erased forget(UserId person) {
    return records().forget(tenant, person);
  }

  @Test
  @DisplayName("takes a person's name from the documents that they added for others")
  void name() {
    Document document = published(Origin.Kind.FILE, "a", AudienceTerm.EVERYONE);

    Erased erased = forget(ADA);

    assertThat(erased.counts()).isEqualTo(Map.of(Erased.Kind.DOCUMENT_NAME, 1));
    assertThat(left(document).addedBy()).isEmpty();
    assertThat(left(document).audience()).isEqualTo(DocumentAudience.EVERYONE);
    assertThat(store().passages(document)).hasSize(2);
    assertThat(forget(ADA)).isEqualTo(Erased.NOTHING);
  }

  private Document left(Document document) {
    return store().document(tenant, document.id()).orElseThrow();
  }

  @Test
  @DisplayName("removes what is for a person alone, and tells that it changed")
  void alone() {
    Document document = published(Origin.Kind.FILE, "a", FOR_ADA);
    Changes.Point point = store().changesSince(tenant, Changes.BEGINNING).until();

    Erased erased = forget(ADA);

    assertThat(erased.counts()).isEqualTo(Map.of(Erased.Kind.DOCUMENT, 1));
    assertThat(store().documents(tenant)).isEmpty();
    assertThat(store().passages(document)).isEmpty();
    assertThat(store().changesSince(tenant, point).documents()).containsExactly(document.id());
  }

  @Test
  @DisplayName("takes a person from among those that a document is for, and tells that it changed")
  void among() {
    Document document = published(Origin.Kind.FILE, "a", FOR_ADA, CHANNEL);
    Changes.Point point = store().changesSince(tenant, Changes.BEGINNING).until();

    forget(ADA);

    assertThat(left(document).audience()).isEqualTo(DocumentAudience.of(CHANNEL));
    assertThat(store().changesSince(tenant, point).documents()).containsExactly(document.id());
  }

  @Test
  @DisplayName("removes messages that a person added, whoever may see them")
  void messages() {
    published(Origin.Kind.MESSAGE, "a", AudienceTerm.EVERYONE);

    Erased erased = forget(ADA);

    assertThat(erased.count(Erased.Kind.DOCUMENT)).isEqualTo(1);
    assertThat(store().documents(tenant)).isEmpty();
  }

  @Test
  @DisplayName("leaves alone what has nothing to do with the person")
  void others() {
    Document document = published(Origin.Kind.MESSAGE, "a", CHANNEL);
    queue().add(SomeKnowledge.job(tenant, "j1", "b", Said.author("Ada")), 10);

    assertThat(forget(BOB)).isEqualTo(Erased.NOTHING);
    assertThat(left(document)).isEqualTo(document);
    assertThat(queue().states(tenant)).hasSize(1);
  }

  @Test
  @DisplayName("does away with jobs of a person, waiting, under way or over, and no others")
  void jobs() {
    queue().add(SomeKnowledge.job(tenant, "j1", "a"), 10);
    ClaimedJob over = queue().claim(LEASE).orElseThrow();
    queue().end(over, JobState.Stage.DONE, "Ada's is there.");
    queue().add(SomeKnowledge.job(tenant, "j2", "b"), 10);
    ClaimedJob underWay = queue().claim(LEASE).orElseThrow();
    queue().add(SomeKnowledge.job(tenant, "j3", "c"), 10);
    queue().add(SomeKnowledge.job(tenant, "j4", "d", Said.author("Bob")), 10);

    Erased erased = forget(ADA);

    assertThat(erased.counts()).isEqualTo(Map.of(Erased.Kind.DOCUMENT, 3));
    assertThat(queue().states(tenant)).extracting(state -> state.job().id()).containsExactly("j4");
    assertThat(queue().progress(underWay, JobState.Stage.READING, 0, 0, LEASE)).isFalse();
    Document late = SomeKnowledge.document(tenant, "b", "v1", 1);
    assertThat(
            store().publish(late, SomeKnowledge.passages("v1", 1), PLENTY, Optional.of(underWay)))
        .isEqualTo(Published.NOT_WANTED);
  }

  @Test
  @DisplayName("does not let a job of somebody else bring a forgotten name back")
  void broughtBack() {
    Document document = published(Origin.Kind.TEXT, "a", AudienceTerm.EVERYONE);
    queue().add(SomeKnowledge.job(tenant, "j1", "a", Said.author("Bob")), 10);
    ClaimedJob claimed = queue().claim(LEASE).orElseThrow();

    forget(ADA);
    Published published =
        store().publish(document, SomeKnowledge.passages("v1", 2), PLENTY, Optional.of(claimed));

    assertThat(published).isEqualTo(Published.DONE);
    assertThat(left(document).addedBy()).isEmpty();
  }
}
