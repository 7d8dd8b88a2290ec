package dev.parley.consultation;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.FoundPassage;
import dev.parley.knowledge.KnowledgeBase;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.PassageIndex;
import dev.parley.knowledge.Readership;
import dev.parley.knowledge.Viewers;
import dev.parley.model.ModelCancelledException;
import dev.parley.usage.Booking;
import dev.parley.usage.Purpose;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks up in a tenant's documents what they have to say to a question: never more than all may
/// see who will see the answer.
public final class Consultant {
  /// Where there are no documents.
  public static final Consultant NONE =
      new Consultant(
          KnowledgeBase.NONE,
          KnownDocuments.NONE,
          (_, _) -> {},
          new Readers(NoReadership.NONE),
          new Terms(0, KnowledgeSettings.WhenNothingFits.ANSWER));

  private static final Logger log = LoggerFactory.getLogger(Consultant.class);
  private static final int MOST_FOUND = 12;

  private final KnowledgeBase base;
  private final KnownDocuments documents;
  private final BiConsumer<TenantId, Set<DocumentId>> using;
  private final Readers readers;
  private final Terms terms;

  /// How documents are consulted.
  ///
  /// @param passageTokens that the passages for one question may have together
  /// @param whenNothingFits what becomes of a question that no document has to do with
  public record Terms(int passageTokens, KnowledgeSettings.WhenNothingFits whenNothingFits) {
    public static Terms of(KnowledgeSettings settings) {
      return new Terms(settings.passageTokens(), settings.whenNothingFits());
    }
  }

  public Consultant(
      KnowledgeBase base, KnowledgeStore store, Readership readership, Terms terms, Clock clock) {
    this(
        base,
        new FollowedDocuments(store, clock),
        (tenant, used) -> store.used(tenant, used, clock.instant()),
        new Readers(readership),
        terms);
  }

  /// For programs that keep conversations themselves, and of which nobody knows to whom they show
  /// the answers.
  public static Consultant forAnybody(
      KnowledgeBase base, KnowledgeStore store, Terms terms, Clock clock) {
    return new Consultant(base, store, NoReadership.NONE, terms, clock);
  }

  private Consultant(
      KnowledgeBase base,
      KnownDocuments documents,
      BiConsumer<TenantId, Set<DocumentId>> using,
      Readers readers,
      Terms terms) {
    this.base = base;
    this.documents = documents;
    this.using = using;
    this.readers = readers;
    this.terms = terms;
  }

  /// Whether a tenant has any documents, as far as is known. Mostly answers at once.
  public boolean hasDocuments(TenantId tenant) {
    return !known(tenant).isEmpty();
  }

  /// Whether it matters in a tenant which groups people are in.
  public boolean namesGroups(TenantId tenant) {
    return known(tenant).stream()
        .flatMap(document -> document.audience().terms().stream())
        .anyMatch(term -> term.kind() == AudienceTerm.Kind.GROUP);
  }

  private List<Document> known(TenantId tenant) {
    try {
      return documents.of(tenant);
    } catch (StoreUnavailableException away) {
      log.warn("nobody knows the documents of {}: {}", tenant, away.getMessage());
      return List.of();
    }
  }

  /// What the documents say to a question. Blocks; an interrupt ends it.
  public Consultation consult(Asker asker, Question question, Booking booking) {
    List<Document> known = known(asker.tenant());
    if (known.isEmpty()) {
      return Consultation.none();
    }
    if (!question.informative()) {
      return new Consultation.NothingAsked();
    }
    try {
      return found(asker, question, readers.of(asker, known), booking);
    } catch (ModelCancelledException ended) {
      throw ended;
    } catch (RuntimeException failure) {
      log.warn("the documents of {} could not be searched", asker.tenant(), failure);
      return new Consultation.OutOfReach(terms.whenNothingFits());
    }
  }

  private Consultation found(Asker asker, Question question, Viewers viewers, Booking booking) {
    KnowledgeBase.Found first = search(asker, question.words(), viewers, Set.of(), booking);
    if (first.empty()) {
      return Consultation.none();
    }
    List<FoundPassage> relevant =
        question
            .wider()
            .filter(_ -> first.relevant().isEmpty())
            .map(wider -> search(asker, wider, viewers, Set.of(), booking).relevant())
            .orElseGet(first::relevant);
    return relevant.isEmpty()
        ? new Consultation.NothingFits(terms.whenNothingFits())
        : new Consultation.Given(fitting(relevant), terms.whenNothingFits());
  }

  /// @throws StoreUnavailableException where nothing could be looked for, which says nothing about
  ///     what there is
  private KnowledgeBase.Found search(
      Asker asker, String words, Viewers viewers, Set<DocumentId> only, Booking booking) {
    KnowledgeBase.Found found =
        base.search(
            asker.tenant(),
            new PassageIndex.Wanted(words, viewers, only, MOST_FOUND),
            booking.forPurpose(Purpose.EMBEDDING));
    if (found.unavailable()) {
      throw new StoreUnavailableException("documents cannot be searched", null);
    }
    return found;
  }

  private List<QuotedPassage> fitting(List<FoundPassage> found) {
    return PassageFrame.fitting(
        found.stream().map(QuotedPassage::of).toList(), terms.passageTokens());
  }

  /// What the documents of these names say to some words; names are ids or titles, none means all.
  /// Empty where no document has one of these names that all may see who will see the answer.
  /// Blocks; an interrupt ends it.
  Optional<List<QuotedPassage>> look(
      Asker asker, String words, List<String> names, Booking booking) {
    List<Document> known = documents.of(asker.tenant());
    Viewers viewers = readers.of(asker, known);
    Set<DocumentId> only = new HashSet<>();
    names.forEach(name -> only.addAll(named(name, known, viewers)));
    return only.isEmpty() && !names.isEmpty()
        ? Optional.empty()
        : Optional.of(fitting(search(asker, words, viewers, only, booking).relevant()));
  }

  private static List<DocumentId> named(String name, List<Document> known, Viewers viewers) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(document -> viewers.maySee(document.audience()))
        .filter(
            document ->
                document.id().value().equals(wanted)
                    || document.title().toLowerCase(Locale.ROOT).contains(wanted))
        .map(Document::id)
        .toList();
  }

  /// Whether there are documents that the asker may see and not everybody who will see the answer.
  public boolean keepsBack(Asker asker) {
    return !keptBack(asker, known(asker.tenant())).isEmpty();
  }

  private Set<DocumentId> keptBack(Asker asker, List<Document> known) {
    if (known.isEmpty() || asker.sight() != Asker.Sight.PLACE) {
      return Set.of();
    }
    Viewers all = readers.of(asker, known);
    Viewers alone = readers.alone(asker, known);
    return known.stream()
        .filter(it -> alone.maySee(it.audience()) && !all.maySee(it.audience()))
        .map(Document::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What such documents say to a question. Blocks.
  public List<QuotedPassage> keptBack(Asker asker, Question question, Booking booking) {
    List<Document> known = known(asker.tenant());
    Set<DocumentId> only = keptBack(asker, known);
    if (only.isEmpty() || !question.informative()) {
      return List.of();
    }
    Viewers alone = readers.alone(asker, known);
    return search(asker, question.words(), alone, only, booking).relevant().stream()
        .filter(found -> only.contains(found.document().id()))
        .map(QuotedPassage::of)
        .toList();
  }

  /// Notes, without waiting for it, that an answer was taken from passages.
  public void used(TenantId tenant, List<QuotedPassage> passages) {
    Set<DocumentId> used =
        passages.stream().map(QuotedPassage::document).collect(Collectors.toUnmodifiableSet());
    if (!used.isEmpty()) {
      Thread.ofVirtual().name("documents used").start(() -> note(tenant, used));
    }
  }

  private void note(TenantId tenant, Set<DocumentId> used) {
    try {
      using.accept(tenant, used);
    } catch (StoreUnavailableException away) {
      log.warn("nobody will know that {} of {} were used: {}", used, tenant, away.getMessage());
    }
  }
}
