package dev.parley.redis;

import dev.parley.conversation.Erased;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.IngestJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes a person out of the knowledge base of a tenant: documents that are theirs alone, what was
/// to be read in for them, and their name with all others.
final class DocumentErasure {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final StoredDocuments documents;
  private final UnnamedFiles files;

  DocumentErasure(Scripts scripts, RedisKeys keys, Duration patience, UnnamedFiles files) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
    this.files = files;
    documents = new StoredDocuments(scripts, keys, patience);
  }

  /// The documents, of which one may be added at that moment: the next pass finds it.
  void erase(Person person, Tally tally) {
    for (StoredDocument stored : documents.all(person.tenant())) {
      Document document = stored.document();
      Optional<Document> left = document.without(person.user());
      if (left.isEmpty()) {
        cancel(person, document);
        tally.add(Erased.Kind.DOCUMENT, documents.remove(person.tenant(), document.id()) ? 1 : 0);
      } else if (!left.get().equals(document)) {
        boolean there =
            documents.edit(
                person.tenant(), document.id(), true, it -> it.without(person.user()).orElse(it));
        tally.add(Erased.Kind.DOCUMENT_NAME, there ? 1 : 0);
      }
    }
  }

  /// Or what reads it anew would bring it back.
  private void cancel(Person person, Document document) {
    run(Script.INGEST_CANCEL, person, document.id().value());
  }

  /// Jobs, by the ids of their documents.
  void eraseJobs(Person person, List<String> ids, Tally tally) {
    if (ids.isEmpty()) {
      return;
    }
    run(Script.INGEST_STATES, person, ids.toArray(String[]::new)).list().stream()
        .map(state -> state.texts().getFirst())
        .filter(job -> isOf(person, job))
        .forEach(job -> files.note(person.tenant(), job));
    List<String> arguments = new ArrayList<>(List.of(person.id()));
    arguments.addAll(ids);
    Answer erased = run(Script.PERSON_INGEST, person, arguments.toArray(String[]::new));
    tally.add(Erased.Kind.DOCUMENT, erased.number());
  }

  private static boolean isOf(Person person, String json) {
    return Stream.of(json)
        .flatMap(text -> StoredJson.readAll(List.of(text), IngestJob.class).stream())
        .anyMatch(job -> job.isOf(person.user()));
  }

  private Answer run(Script script, Person person, String... arguments) {
    return scripts.run(script, patience, keys.tenant(person.tenant()), arguments);
  }
}
