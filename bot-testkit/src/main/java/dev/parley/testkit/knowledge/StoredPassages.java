package dev.parley.testkit.knowledge;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.FoundPassage;
import dev.parley.knowledge.KnowledgeBase;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.PassageIndex;
import dev.parley.usage.Booking;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Looks through all that a store has, for passages with any word that is searched for.
public final class StoredPassages implements KnowledgeBase {
  private final KnowledgeStore store;

  public StoredPassages(KnowledgeStore store) {
    this.store = store;
  }

  @Override
  public Found search(TenantId tenant, PassageIndex.Wanted wanted, Booking booking) {
    List<Document> all = store.documents(tenant);
    List<FoundPassage> found =
        all.stream()
            .filter(document -> wanted.viewers().maySee(document.audience()))
            .filter(document -> wanted.only().isEmpty() || wanted.only().contains(document.id()))
            .flatMap(document -> fitting(document, wanted.words()))
            .limit(wanted.most())
            .toList();
    return new Found(found, all.isEmpty());
  }

  private Stream<FoundPassage> fitting(Document document, String words) {
    return store.passages(document).stream()
        .map(EmbeddedPassage::passage)
        .filter(passage -> hasOne(passage.text().toLowerCase(Locale.ROOT), words))
        .map(passage -> new FoundPassage(document, passage, 1, true));
  }

  private static boolean hasOne(String text, String words) {
    return Stream.of(words.toLowerCase(Locale.ROOT).split("\\W+", -1))
        .anyMatch(word -> !word.isEmpty() && text.contains(word));
  }
}
