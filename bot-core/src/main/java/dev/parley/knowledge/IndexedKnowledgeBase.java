package dev.parley.knowledge;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.PassageIndex.Hit;
import dev.parley.knowledge.PassageIndex.Wanted;
import dev.parley.model.Embedder;
import dev.parley.model.Embedding;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelException;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.usage.Booking;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Searches an index, and shows of what it finds only what the store still has and lets all viewers
/// see: the index may be behind.
public final class IndexedKnowledgeBase implements KnowledgeBase {
  private static final Logger log = LoggerFactory.getLogger(IndexedKnowledgeBase.class);

  /// More is searched for than is wanted, since some is left out.
  private static final int MORE = 4;

  private final PassageIndex index;
  private final KnowledgeStore store;
  private final Optional<Embedder> embedder;
  private final Relevance relevance;
  private final AtomicBoolean embedderFails = new AtomicBoolean();
  private final AtomicBoolean searchFails = new AtomicBoolean();

  /// @param embedder of the vectors that the index has; empty: words alone are searched for
  public IndexedKnowledgeBase(
      PassageIndex index, KnowledgeStore store, Optional<Embedder> embedder) {
    this.index = index;
    this.store = store;
    this.embedder = embedder;
    this.relevance = new Relevance(embedder.map(Embedder::relevantFrom));
  }

  /// @throws ModelCancelledException where it is interrupted while the question's vector is made
  @Override
  public Found search(TenantId tenant, Wanted wanted, Booking booking) {
    try {
      Found found = find(tenant, wanted, booking);
      recovered(searchFails, "Documents are searched again");
      return found;
    } catch (StoreUnavailableException | IndexUnavailableException away) {
      failed(searchFails, "Documents cannot be searched", away);
      return Found.UNAVAILABLE;
    }
  }

  private Found find(TenantId tenant, Wanted wanted, Booking booking) {
    if (wanted.words().isBlank() || wanted.most() < 1) {
      return new Found(List.of(), store.isEmpty(tenant));
    }
    List<Hit> hits = index.search(tenant, more(wanted), meaning(wanted.words(), booking));
    if (hits.isEmpty()) {
      return new Found(List.of(), store.isEmpty(tenant));
    }
    List<DocumentId> ids = hits.stream().map(Hit::document).distinct().toList();
    List<FoundPassage> current = current(hits, store.documents(tenant, ids), wanted);
    return new Found(new Choice(wanted).of(current), false);
  }

  private static Wanted more(Wanted wanted) {
    return new Wanted(wanted.words(), wanted.viewers(), wanted.only(), wanted.most() * MORE);
  }

  private Optional<Embedding> meaning(String words, Booking booking) {
    try {
      Optional<Embedding> meaning = embedder.map(model -> model.question(words, booking));
      recovered(embedderFails, "Documents are searched by meaning again");
      return meaning;
    } catch (ModelCancelledException interrupted) {
      throw interrupted;
    } catch (ModelUnaffordableException refused) {
      log.debug("Documents are searched by words alone", refused);
      return Optional.empty();
    } catch (ModelException away) {
      failed(embedderFails, "Documents are searched by words alone", away);
      return Optional.empty();
    }
  }

  /// Said once until it works again.
  private static void failed(AtomicBoolean before, String sentence, RuntimeException why) {
    if (before.compareAndSet(false, true)) {
      log.warn(sentence, why);
    }
  }

  private static void recovered(AtomicBoolean before, String sentence) {
    if (before.compareAndSet(true, false)) {
      log.info(sentence);
    }
  }

  private List<FoundPassage> current(
      List<Hit> hits, Map<DocumentId, Document> documents, Wanted wanted) {
    return hits.stream()
        .flatMap(hit -> current(hit, Optional.ofNullable(documents.get(hit.document()))).stream())
        .filter(passage -> wanted.viewers().maySee(passage.document().audience()))
        .toList();
  }

  private Optional<FoundPassage> current(Hit hit, Optional<Document> document) {
    return document
        .filter(there -> there.version().equals(hit.version()))
        .map(there -> new FoundPassage(there, hit.passage(), hit.score(), relevance.isGiven(hit)));
  }
}
