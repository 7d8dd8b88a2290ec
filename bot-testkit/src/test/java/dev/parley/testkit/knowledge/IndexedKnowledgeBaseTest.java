package dev.parley.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.FoundPassage;
import dev.parley.knowledge.IndexUnavailableException;
import dev.parley.knowledge.IndexedKnowledgeBase;
import dev.parley.knowledge.KnowledgeBase.Found;
import dev.parley.knowledge.PassageIndex;
import dev.parley.knowledge.PassageIndex.Hit;
import dev.parley.knowledge.PassageIndex.Wanted;
import dev.parley.knowledge.Viewers;
import dev.parley.model.CallRefusal;
import dev.parley.model.Embedding;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.model.ModelUnreachableException;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The knowledge base")
class IndexedKnowledgeBaseTest {
  private static final TenantId TENANT = new TenantId(new PlatformName("slack"), "T1");
  private static final Viewers ANYBODY = Viewers.alike(Set.of(AudienceTerm.EVERYONE));
  private static final Booking BOOKING =
      new Booking(
          new Payer(TENANT, "C1", new UserId("U1"), "Ann", Set.of()),
          Purpose.EMBEDDING,
          Optional.empty());

  private final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore();
  private final Outage outage = new Outage(store);
  private final WordEmbedder embedder = new WordEmbedder();
  private final Remembered index = new Remembered();
  private final IndexedKnowledgeBase base =
      new IndexedKnowledgeBase(index, outage.store(), Optional.of(embedder));

  /// An index that says what it was told, whatever has become of it since.
  private static final class Remembered implements PassageIndex {
    private final List<Hit> hits = new ArrayList<>();
    private Optional<Embedding> meaning = Optional.empty();
    private boolean broken;

    @Override
    public List<Hit> search(TenantId tenant, Wanted wanted, Optional<Embedding> searched) {
      if (broken) {
        throw new IndexUnavailableException("broken", null);
      }
      meaning = searched;
      return hits.stream().limit(wanted.most()).toList();
    }
  }

  private DraftDocument published(DraftDocument draft) {
    draft.publishTo(store);
    Document document = draft.document();
    for (EmbeddedPassage passage : draft.passages()) {
      double score = 1.0 / (1 + index.hits.size());
      index.hits.add(
          new Hit(
              document.id(), document.version(), passage.passage(), score, 1, Optional.empty()));
    }
    return draft;
  }

  private static DraftDocument draft(String title) {
    return DraftDocument.of(TENANT, title);
  }

  private Found search() {
    return search(ANYBODY, 10);
  }

  private Found search(Viewers viewers, int most) {
    return base.search(TENANT, new Wanted("words", viewers, Set.of(), most), BOOKING);
  }

  private static List<String> texts(Found found) {
    return found.passages().stream().map(passage -> passage.passage().text()).toList();
  }

  @Test
  @DisplayName("gives passages with their documents, the best first, and asks for what they mean")
  void finds() {
    DraftDocument draft = published(draft("Handbook").says("one").says("two"));

    Found found = search();

    assertThat(texts(found)).containsExactly("one", "two");
    assertThat(found.passages()).extracting(FoundPassage::document).containsOnly(draft.document());
    assertThat(found.empty()).isFalse();
    assertThat(found.unavailable()).isFalse();
    assertThat(index.meaning).contains(WordEmbedder.meaning("words"));
  }

  @Nested
  @DisplayName("whose index is behind")
  class Behind {
    private final DraftDocument draft = published(draft("Handbook").says("secret"));

    @Test
    @DisplayName("shows nothing of a removed document")
    void removed() {
      store.remove(TENANT, draft.id());

      assertThat(search().passages()).isEmpty();
    }

    @Test
    @DisplayName("shows nothing of an older version")
    void otherVersion() {
      draft("Handbook").version("2").says("public").publishTo(store);

      assertThat(search().passages()).isEmpty();
    }

    @Test
    @DisplayName("shows nothing that one of the viewers may not see any more")
    void otherAudience() {
      AudienceTerm ann = AudienceTerm.person(new UserId("ann"));
      store.changeAudience(TENANT, draft.id(), DocumentAudience.of(ann));
      Viewers annAndBob =
          new Viewers(List.of(Set.of(ann, AudienceTerm.EVERYONE), Set.of(AudienceTerm.EVERYONE)));

      assertThat(search(annAndBob, 10).passages()).isEmpty();
      assertThat(search(Viewers.alike(Set.of(ann)), 10).passages()).hasSize(1);
    }
  }

  @Test
  @DisplayName("shows the same passage of several documents once")
  void duplicates() {
    published(draft("one").says("same"));
    published(draft("two").says("same").says("other"));

    assertThat(texts(search())).containsExactly("same", "other");
  }

  @Test
  @DisplayName("lets one document have no more than four passages of ten while there are others")
  void crowding() {
    DraftDocument large = draft("large");
    for (int at = 0; at < 20; at++) {
      large = large.says("large " + at);
    }
    published(large);
    IntStream.range(0, 8).forEach(at -> published(draft("small " + at).says("small " + at)));

    List<String> texts = texts(search());

    assertThat(texts).hasSize(10).filteredOn(text -> text.startsWith("large")).hasSize(4);
    assertThat(texts.subList(0, 5))
        .containsExactly("large 0", "large 1", "large 2", "large 3", "small 0");
  }

  @Test
  @DisplayName("fills up with passages of one document where there are no others")
  void noOthers() {
    DraftDocument large = draft("large");
    for (int at = 0; at < 20; at++) {
      large = large.says("large " + at);
    }
    published(large);
    published(draft("small").says("small"));

    List<String> texts = texts(search());

    assertThat(texts).hasSize(10).startsWith("large 0", "large 1").endsWith("small");
  }

  @Test
  @DisplayName(
      "takes passages to be relevant that are similar, or have most of the words; where nothing else tells, fewer do")
  void relevant() {
    DraftDocument draft = draft("a").says("neither").says("similar").says("worded").says("bare");
    draft.publishTo(store);
    hit(draft, 0, 0.3, Optional.of(0.1));
    hit(draft, 1, 0.0, Optional.of(embedder.relevantFrom()));
    hit(draft, 2, 0.9, Optional.of(0.0));
    hit(draft, 3, 0.5, Optional.empty());

    Found found = search();

    assertThat(found.passages()).hasSize(4);
    assertThat(found.relevant())
        .extracting(passage -> passage.passage().text())
        .containsExactly("similar", "worded", "bare");
  }

  private void hit(DraftDocument draft, int at, double words, Optional<Double> similarity) {
    index.hits.add(
        new Hit(
            draft.id(), draft.version(), draft.passages().get(at).passage(), 1, words, similarity));
  }

  @Test
  @DisplayName("searches by words alone where no vector can be had or paid for")
  void wordsAlone() {
    published(draft("a").says("one"));

    embedder.fail(Optional.of(new ModelUnreachableException("away", null)));
    assertThat(texts(search())).containsExactly("one");
    assertThat(index.meaning).isEmpty();
    embedder.fail(Optional.of(new ModelUnaffordableException(new CallRefusal() {})));
    assertThat(texts(search())).containsExactly("one");
    assertThat(index.meaning).isEmpty();
    embedder.fail(Optional.empty());
    search();
    assertThat(index.meaning).isPresent();
  }

  @Test
  @DisplayName("ends where it is interrupted")
  void interrupted() {
    published(draft("a").says("one"));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> search()).isInstanceOf(ModelCancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  @DisplayName("tells that it is empty from that nothing fits, and from that it could not look")
  void nothing() {
    assertThat(search()).isEqualTo(new Found(List.of(), true));

    draft("a").says("one").publishTo(store);
    assertThat(search()).isEqualTo(new Found(List.of(), false));

    outage.begin();
    assertThat(search()).isEqualTo(Found.UNAVAILABLE);
    outage.end();
    index.broken = true;
    assertThat(search()).isEqualTo(Found.UNAVAILABLE);
  }

  @Test
  @DisplayName("finds nothing for no words, and asks nobody what they mean")
  void blank() {
    published(draft("a").says("one"));

    Found found = base.search(TENANT, new Wanted(" ", ANYBODY, Set.of(), 10), BOOKING);

    assertThat(found.passages()).isEmpty();
    assertThat(embedder.bookings()).isEmpty();
  }
}
