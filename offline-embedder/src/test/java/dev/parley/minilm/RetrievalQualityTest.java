package dev.parley.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.FoundPassage;
import dev.parley.knowledge.IndexedKnowledgeBase;
import dev.parley.knowledge.KnowledgeBase;
import dev.parley.knowledge.PassageIndex.Wanted;
import dev.parley.knowledge.Viewers;
import dev.parley.lucene.IndexFollower;
import dev.parley.lucene.LucenePassageIndex;
import dev.parley.minilm.QuestionsAndAnswers.Asked;
import dev.parley.model.Embedding;
import dev.parley.model.OfflineEmbedder;
import dev.parley.testkit.knowledge.InMemoryKnowledgeStore;
import dev.parley.testkit.model.EmbedderContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What it measures is in the log of the test: figures of docs/knowledge.md are from there.
@DisplayName("On a collection of 86 passages and 100 questions")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetrievalQualityTest {
  private static final Logger log = LoggerFactory.getLogger(RetrievalQualityTest.class);

  @TempDir static Path folder;

  private final QuestionsAndAnswers collection = QuestionsAndAnswers.load();
  private final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore();
  private OfflineEmbedder embedder;
  private LucenePassageIndex index;

  /// Ways to search.
  private enum By {
    WORDS,
    MEANING,
    BOTH
  }

  @BeforeAll
  void publish() throws IOException {
    embedder = new MiniLmEmbedder(folder.resolve("model"));
    collection.publishTo(store, embedder);
    index = LucenePassageIndex.open(folder.resolve("index"), Optional.of(embedder.space()));
    new IndexFollower(store, index).catchUp();
  }

  @AfterAll
  void close() throws IOException {
    index.close();
    embedder.close();
  }

  private RankQuality quality(By by, Asked asked) {
    String words = by == By.MEANING ? "" : asked.words();
    Optional<Embedding> meaning =
        by == By.WORDS
            ? Optional.empty()
            : Optional.of(embedder.question(asked.words(), EmbedderContract.BOOKING));
    List<String> ranking =
        index.search(QuestionsAndAnswers.TENANT, wanted(words), meaning).stream()
            .map(hit -> collection.idOf(hit.passage().text()))
            .toList();
    return RankQuality.of(ranking, asked.grades());
  }

  private static Wanted wanted(String words) {
    return new Wanted(words, Viewers.alike(Set.of(AudienceTerm.EVERYONE)), Set.of(), 10);
  }

  private RankQuality quality(By by) {
    Map<String, List<Asked>> kinds =
        collection.questions().stream()
            .filter(Asked::isAnswerable)
            .collect(Collectors.groupingBy(Asked::kind, TreeMap::new, Collectors.toList()));
    kinds.forEach((kind, asked) -> log.info("{} {}: {}", by, kind, mean(by, asked)));
    RankQuality all = mean(by, kinds.values().stream().flatMap(List::stream).toList());
    log.info("{}: {}", by, all);
    return all;
  }

  private RankQuality mean(By by, List<Asked> asked) {
    return RankQuality.mean(asked.stream().map(question -> quality(by, question)).toList());
  }

  @Test
  @DisplayName("words and meaning together find no less, nor lower, than either alone")
  void hybrid() {
    RankQuality words = quality(By.WORDS);
    RankQuality meaning = quality(By.MEANING);
    RankQuality both = quality(By.BOTH);

    assertThat(both.gain()).isGreaterThanOrEqualTo(Math.max(words.gain(), meaning.gain()));
    assertThat(both.recall()).isGreaterThanOrEqualTo(Math.max(words.recall(), meaning.recall()));
    assertThat(both.gain()).isGreaterThan(0.8);
  }

  @Test
  @DisplayName("what answers is mostly taken to be relevant, and little is where nothing answers")
  void relevance() {
    Relevant withVectors = relevant(Optional.of(embedder));
    Relevant wordsAlone = relevant(Optional.empty());

    assertThat(withVectors.answered()).isGreaterThan(0.85);
    assertThat(withVectors.silent()).isGreaterThan(0.7);
    assertThat(wordsAlone.answered()).isGreaterThan(0.5);
    assertThat(wordsAlone.silent()).isGreaterThan(0.8);
  }

  /// How often relevance is judged right.
  ///
  /// @param answered the part of the questions with an answer of which one is taken to be relevant
  /// @param silent the part of the others for which nothing is
  private record Relevant(double answered, double silent) {}

  private Relevant relevant(Optional<OfflineEmbedder> vectors) {
    KnowledgeBase base = new IndexedKnowledgeBase(index, store, vectors.map(model -> model));
    Map<Boolean, Double> right =
        collection.questions().stream()
            .collect(
                Collectors.partitioningBy(
                    Asked::isAnswerable,
                    Collectors.averagingDouble(asked -> isRight(base, asked) ? 1 : 0)));
    Relevant relevant = new Relevant(right.get(true), right.get(false));
    log.info("with vectors: {}: {}", vectors.isPresent(), relevant);
    return relevant;
  }

  private boolean isRight(KnowledgeBase base, Asked asked) {
    List<String> relevant =
        base
            .search(QuestionsAndAnswers.TENANT, wanted(asked.words()), EmbedderContract.BOOKING)
            .passages()
            .stream()
            .filter(FoundPassage::relevant)
            .map(found -> collection.idOf(found.passage().text()))
            .toList();
    boolean right =
        asked.isAnswerable()
            ? relevant.stream().anyMatch(id -> asked.grades().getOrDefault(id, 0) == 3)
            : relevant.isEmpty();
    if (!right) {
      log.info("judged wrong: {}: {}", asked.words(), relevant);
    }
    return right;
  }
}
