package dev.parley.testkit.lucene;

import static dev.parley.testkit.lucene.SomeIndex.OTHER_TENANT;
import static dev.parley.testkit.lucene.SomeIndex.SPACE;
import static dev.parley.testkit.lucene.SomeIndex.TENANT;
import static dev.parley.testkit.lucene.SomeIndex.meaning;
import static dev.parley.testkit.lucene.SomeIndex.person;
import static dev.parley.testkit.lucene.SomeIndex.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.PassageIndex.Hit;
import dev.parley.knowledge.PassageIndex.Wanted;
import dev.parley.knowledge.Viewers;
import dev.parley.model.Embedding;
import dev.parley.model.VectorSpace;
import dev.parley.testkit.knowledge.DraftDocument;
import dev.parley.testkit.knowledge.InMemoryKnowledgeStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A search in the index")
class LucenePassageIndexTest {
  private static final DocumentAudience ANN =
      DocumentAudience.of(AudienceTerm.person(new UserId("ann")));

  @TempDir Path folder;
  private final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore();
  private SomeIndex index;

  @BeforeEach
  void open() throws IOException {
    index = SomeIndex.open(folder, store);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  private void publish(DraftDocument... documents) {
    Stream.of(documents).forEach(document -> document.publishTo(store));
    index.catchUp();
  }

  private static DraftDocument document(String title) {
    return DraftDocument.of(TENANT, title);
  }

  @Test
  @DisplayName("finds nothing where there are no documents")
  void nothing() {
    assertThat(index.texts("anything")).isEmpty();
  }

  @Test
  @DisplayName("gives back a passage as it was, with its document's version")
  void whole() {
    DraftDocument draft = document("Holidays").version("v7").says("Thirty days.", "Leave", "Days");

    publish(draft);

    Hit hit = index.search("thirty").getFirst();
    assertThat(hit.document()).isEqualTo(draft.id());
    assertThat(hit.version()).isEqualTo("v7");
    assertThat(hit.passage()).isEqualTo(draft.passages().getFirst().passage());
  }

  @ParameterizedTest(name = "{0} in: {1}")
  @CsvSource({
    "cancelling a subscription, Subscriptions are cancelled in the settings",
    "getUserById, The method getUserById throws when there is none",
    "user by id, The method getUserById throws when there is none",
    "max retries, Set max_retries to 5",
    "maxRetries, Set max_retries to 5",
    "ERR-4711, Error ERR-4711 means that the disk is full",
    "uberstunden, Überstunden werden ausgeglichen",
    "京都, 東京都の会議室",
    "데이터베이스, 데이터베이스를 다시 시작합니다",
    "базу, Мы храним базу в облаке",
  })
  @DisplayName("finds words")
  void words(String question, String text) {
    publish(document("right").says(text), document("wrong").says("Lunch is at noon."));

    assertThat(index.texts(question)).containsExactly(text);
  }

  @Test
  @DisplayName("finds words of the title and of headings, which count more than those of the text")
  void titles() {
    publish(
        document("Parental leave").says("It takes up to three years."),
        document("Handbook").says("Ask your lead.", "Parental matters"),
        document("Minutes")
            .says("We also spoke about parental questions and leave and much else."));

    assertThat(index.texts("parental")).hasSize(3).last().asString().startsWith("We also");
  }

  @Test
  @DisplayName("tells how much of what the question says is in a passage")
  void wordsFound() {
    publish(
        document("a").says("The office has a printer."),
        document("b").says("The office has a zeppelin and a printer."),
        document("c").says("The office is open."));

    List<Hit> hits = index.search("What about the zeppelin in the office?");

    assertThat(hits).extracting(hit -> hit.passage().text()).first().asString().contains("zepp");
    assertThat(hits.getFirst().wordsFound()).isEqualTo(1);
    assertThat(hits.getLast().wordsFound()).isLessThan(0.3).isPositive();
    assertThat(index.search("office quicksilver").getFirst().wordsFound()).isLessThan(0.2);
  }

  @Test
  @DisplayName("finds what means the same in other words, and tells how close it is")
  void meanings() {
    publish(
        document("near").in(SPACE.toString()).says("one", meaning(1, 0.1)),
        document("far").in(SPACE.toString()).says("two", meaning(0, 1)));

    List<Hit> hits = index.index().search(TENANT, wanted("zzz"), meaning(1));

    assertThat(SomeIndex.texts(hits)).containsExactly("one", "two");
    assertThat(hits.getFirst().similarity().orElseThrow()).isCloseTo(0.995, within(0.001));
    assertThat(hits.getLast().similarity().orElseThrow()).isCloseTo(0, within(0.001));
    assertThat(hits.getFirst().wordsFound()).isZero();
  }

  @Test
  @DisplayName("puts first what is found by words and by meaning")
  void both() {
    publish(
        document("words").in(SPACE.toString()).says("alpha", meaning(0, 0, 1)),
        document("meaning").in(SPACE.toString()).says("beta", meaning(1)),
        document("both").in(SPACE.toString()).says("alpha beta", meaning(1, 0.2)),
        document("near").in(SPACE.toString()).says("gamma", meaning(1, 0.3)),
        document("bare").says("alpha gamma delta"));

    List<String> texts = index.texts(wanted("alpha"), meaning(1));

    assertThat(texts).hasSize(5).first().isEqualTo("alpha beta");
  }

  @Test
  @DisplayName("by meaning leaves out vectors of another space, and keeps their words")
  void otherSpace() {
    publish(document("old").in("older@4").says("alpha", meaning(1)));

    assertThat(index.texts(wanted("zzz"), meaning(1))).isEmpty();
    assertThat(index.texts("alpha")).hasSize(1);
  }

  @Test
  @DisplayName("takes vectors of 3072 dimensions")
  void wide() throws IOException {
    float[] values = new float[3_072];
    values[3_071] = 1;
    Optional<Embedding> meaning = Optional.of(Embedding.of(values));
    VectorSpace space = new VectorSpace("wide", values.length);
    document("wide").in(space.toString()).says("words", meaning).publishTo(store);

    try (SomeIndex wide = SomeIndex.open(folder, store, Optional.of(space)).catchUp()) {
      assertThat(wide.texts(wanted("zzz"), meaning)).containsExactly("words");
    }
  }

  @Test
  @DisplayName("is never given vectors of more dimensions than it can take")
  void tooWide() {
    assertThatThrownBy(
            () -> SomeIndex.open(folder, store, Optional.of(new VectorSpace("huge", 4_097))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("finds only what every viewer may see, by words and by meaning")
  void viewers() {
    publish(
        document("open").in(SPACE.toString()).says("alpha open", meaning(1)),
        document("ann").in(SPACE.toString()).seenBy(ANN).says("alpha ann", meaning(1)));
    Viewers annAndBob =
        new Viewers(Stream.of("ann", "bob").map(id -> person(id).each().getFirst()).toList());

    assertThat(found("alpha", person("ann"))).containsExactlyInAnyOrder("alpha open", "alpha ann");
    assertThat(found("alpha", person("bob"))).containsExactly("alpha open");
    assertThat(found("alpha", annAndBob)).containsExactly("alpha open");
    assertThat(found("zzz", annAndBob)).containsExactly("alpha open");
    assertThat(found("alpha", Viewers.alike(Set.of()))).isEmpty();
  }

  private List<String> found(String words, Viewers viewers) {
    return index.texts(new Wanted(words, viewers, Set.of(), 10), meaning(1));
  }

  @Test
  @DisplayName("finds only passages of the documents that are searched in")
  void only() {
    DraftDocument one = document("one").says("alpha one");
    publish(one, document("two").says("alpha two"));

    Wanted wanted = new Wanted("alpha", SomeIndex.ANYBODY, Set.of(one.id()), 10);

    assertThat(index.texts(wanted, Optional.empty())).containsExactly("alpha one");
  }

  @Test
  @DisplayName("finds nothing of another tenant")
  void tenants() {
    publish(DraftDocument.of(OTHER_TENANT, "other").says("alpha"));

    assertThat(index.texts("alpha")).isEmpty();
    assertThat(index.index().search(OTHER_TENANT, wanted("alpha"), Optional.empty())).hasSize(1);
  }

  @Test
  @DisplayName("finds no more than is wanted")
  void most() {
    DraftDocument many = document("many");
    for (int at = 0; at < 30; at++) {
      many = many.says("alpha " + at);
    }
    publish(many);

    assertThat(index.search("alpha")).hasSize(10);
  }

  @Test
  @DisplayName("takes words of any length and kind")
  void strange() {
    publish(document("a").says("alpha"));

    assertThat(index.texts("alpha ".repeat(5_000) + "beta gamma ".repeat(500))).hasSize(1);
    assertThat(index.texts("…?!\u0000")).isEmpty();
    assertThat(index.texts("alpha AND (OR \"\\ *:*")).hasSize(1);
  }
}
