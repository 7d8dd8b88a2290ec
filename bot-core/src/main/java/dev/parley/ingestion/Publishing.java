package dev.parley.ingestion;

import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.JobState.Stage;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.KnowledgeStore.Published;
import dev.parley.knowledge.Passage;
import dev.parley.model.Embedding;
import dev.parley.model.ModelRejectedException;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.model.VectorSpace;
import dev.parley.quota.Refusal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts what was read into the knowledge base, unless it is there as it is.
final class Publishing {
  private static final Logger log = LoggerFactory.getLogger(Publishing.class);

  private final KnowledgeStore store;
  private final PassageVectors vectors;
  private final KnowledgeSettings settings;
  private final Clock clock;

  Publishing(
      KnowledgeStore store, PassageVectors vectors, KnowledgeSettings settings, Clock clock) {
    this.store = store;
    this.vectors = vectors;
    this.settings = settings;
    this.clock = clock;
  }

  /// Blocks; an interrupt ends it.
  ///
  /// @throws dev.parley.model.ModelException where vectors cannot be had now
  ///
  /// @param claimed as which it is published, as long as that is this instance's; empty: the
  /// document     never waited
  Ending publish(IngestJob job, Optional<ClaimedJob> claimed, SourceText text, Progress progress) {
    SplitText split = PassageSplitter.split(text);
    if (split.passages().isEmpty()) {
      return new Ending.Failed(Reading.because("there are no words in it"));
    }
    Optional<Document> before = store.document(job.tenant(), job.document());
    Draft draft = new Draft(job, text, split, clock.instant());
    Optional<Ending> unneeded = before.isPresent() ? unchanged(draft, before.get()) : twin(draft);
    return unneeded.orElseGet(() -> published(draft, claimed, before, progress));
  }

  /// Where it says what it said before.
  private Optional<Ending> unchanged(Draft draft, Document before) {
    Optional<String> space = vectors.space().map(VectorSpace::toString);
    if (!draft.saysSame(before) || !before.space().equals(space)) {
      return Optional.empty();
    }
    store.checked(before, clock.instant());
    DocumentAudience audience = draft.audience(Optional.of(before));
    if (audience.equals(before.audience())) {
      return Optional.of(new Ending.Unchanged("It is as it was before."));
    }
    return store.changeAudience(before.tenant(), before.id(), audience)
        ? Optional.of(new Ending.Done("It is as it was before, for other people now."))
        : Optional.empty();
  }

  /// Where another document says the same to the same people.
  private Optional<Ending> twin(Draft draft) {
    return store.documents(draft.job().tenant()).stream()
        .filter(draft::saysSameWords)
        .filter(other -> other.audience().equals(draft.audience(Optional.empty())))
        .findFirst()
        .map(
            other ->
                new Ending.Unchanged(
                    "The same text is there already, as “%s” (%s)."
                        .formatted(other.title(), other.id())));
  }

  private Ending published(
      Draft draft, Optional<ClaimedJob> claimed, Optional<Document> known, Progress progress) {
    Embedded embedded = embedded(draft, known, progress);
    int passages = embedded.passages().size();
    progress.report(Stage.EMBEDDING, passages, passages);
    return switch (put(draft, claimed, known, embedded)) {
      case DONE -> new Ending.Done(embedded.told());
      case OVERTAKEN ->
          Retries.after(1, Optional.empty(), "Somebody else changed it at the same time.");
      case NOT_WANTED -> throw new JobLostException(draft.job().id());
      case TOO_MANY_DOCUMENTS ->
          noRoom("there may be " + Amounts.of(settings.limits().documents(), "document"));
      case TOO_MANY_CHARACTERS ->
          noRoom(
              "all documents together may say "
                  + Amounts.of(settings.limits().characters(), "character"));
    };
  }

  private Published put(
      Draft draft, Optional<ClaimedJob> claimed, Optional<Document> known, Embedded embedded) {
    Document document = draft.document(known, embedded.space());
    return claimed.isPresent()
        ? store.publish(document, embedded.passages(), settings.limits(), claimed)
        : store.publish(known, document, embedded.passages(), settings.limits());
  }

  private static Ending noRoom(String limit) {
    return new Ending.Failed("There is no room for it: " + limit + ". Please remove others first.");
  }

  /// What goes into the store.
  ///
  /// @param space of the vectors; empty where there are none
  /// @param told about them
  private record Embedded(List<EmbeddedPassage> passages, Optional<String> space, String told) {}

  private Embedded embedded(Draft draft, Optional<Document> before, Progress progress) {
    List<Passage> passages = draft.split().passages();
    String told = "It is in the knowledge base, in " + Amounts.of(passages.size(), "passage") + ".";
    PassageVectors.Wanted wanted =
        new PassageVectors.Wanted(
            draft.job().tenant(),
            draft.split().title(),
            passages,
            known(draft, before),
            draft.job().payer());
    try {
      List<EmbeddedPassage> embedded =
          vectors.of(wanted, done -> progress.report(Stage.EMBEDDING, done, passages.size()));
      return new Embedded(embedded, vectors.space().map(VectorSpace::toString), told);
    } catch (ModelRejectedException refused) {
      log.warn("no vectors for the job {}: {}", draft.job().id(), refused.getMessage());
    } catch (ModelUnaffordableException refused) {
      if (!(refused.refusal() instanceof Refusal.UnknownPrice(String model))) {
        throw refused;
      }
      log.warn("no vectors for the job {}: {} has no price", draft.job().id(), model);
    }
    List<EmbeddedPassage> bare =
        passages.stream().map(passage -> new EmbeddedPassage(passage, Optional.empty())).toList();
    return new Embedded(
        bare,
        Optional.empty(),
        told + " No vectors could be made, so it is found by its words alone.");
  }

  /// Vectors that the version has which is there now.
  private Map<String, Embedding> known(Draft draft, Optional<Document> before) {
    Map<String, Embedding> known = new HashMap<>();
    before
        .filter(document -> document.title().equals(draft.split().title()))
        .filter(document -> document.space().equals(vectors.space().map(VectorSpace::toString)))
        .ifPresent(
            document ->
                store
                    .passages(document)
                    .forEach(
                        there ->
                            there
                                .embedding()
                                .ifPresent(vector -> known.put(there.passage().hash(), vector))));
    return known;
  }
}
