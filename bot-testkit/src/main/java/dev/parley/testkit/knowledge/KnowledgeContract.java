package dev.parley.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.PersonalRecords;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.KnowledgeStore.Limits;
import dev.parley.knowledge.KnowledgeStore.Published;
import dev.parley.testkit.inbox.Said;
import java.time.Duration;
import java.util.UUID;

/// What the specifications of stores of documents share.
public abstract class KnowledgeContract {
  static final Limits PLENTY = new Limits(1_000, 1_000_000_000);
  static final Duration HANG = Duration.ofSeconds(30);
  static final Duration LEASE = Duration.ofMinutes(1);

  /// Each test has one of its own.
  protected final TenantId tenant = Said.tenant(UUID.randomUUID().toString());

  /// What is under test; always the same documents and jobs.
  protected abstract Knowledge knowledge();

  /// A store with the queue beside it.
  ///
  /// @param records what is kept of single people in both
  public record Knowledge(KnowledgeStore store, IngestQueue queue, PersonalRecords records) {}

  KnowledgeStore store() {
    return knowledge().store();
  }

  IngestQueue queue() {
    return knowledge().queue();
  }

  PersonalRecords records() {
    return knowledge().records();
  }

  Document published(String key, String version, int passages) {
    return published(SomeKnowledge.document(tenant, key, version, passages));
  }

  Document published(Document document) {
    assertThat(publish(document, PLENTY)).isEqualTo(Published.DONE);
    return document;
  }

  Published publish(Document document, Limits limits) {
    return store()
        .publish(document, SomeKnowledge.passages(document.version(), document.passages()), limits);
  }
}
