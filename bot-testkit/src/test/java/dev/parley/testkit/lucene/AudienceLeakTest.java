package dev.parley.testkit.lucene;

import static dev.parley.testkit.lucene.SomeIndex.SPACE;
import static dev.parley.testkit.lucene.SomeIndex.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.PassageIndex.Wanted;
import dev.parley.knowledge.Viewers;
import dev.parley.model.Embedding;
import dev.parley.testkit.knowledge.DraftDocument;
import dev.parley.testkit.knowledge.InMemoryKnowledgeStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/// Each repetition searches 20 times among 25 documents with random viewers, before and after
/// random changes: 40 searches times 25 documents, ten times, are 10,000 triples of who asks, where
/// the answer is read, and what it is from.
@DisplayName("Whoever asks, wherever it is read")
class AudienceLeakTest {
  private static final int DOCUMENTS = 25;
  private static final int SEARCHES = 20;
  private static final List<String> WORDS = List.of("alpha", "beta", "gamma", "delta");
  private static final List<AudienceTerm> TERMS =
      List.of(
          AudienceTerm.EVERYONE,
          AudienceTerm.channel("C1"),
          AudienceTerm.channel("C2"),
          AudienceTerm.channel("C22"),
          AudienceTerm.group("C1"),
          AudienceTerm.group("G1"),
          AudienceTerm.person(new UserId("C1")),
          AudienceTerm.person(new UserId("U1")),
          AudienceTerm.person(new UserId("u1")),
          AudienceTerm.person(new UserId("U2 c:C1")));

  @TempDir Path folder;
  private final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore();
  private final Map<DocumentId, DraftDocument> all = new HashMap<>();

  @RepeatedTest(10)
  @DisplayName("a passage comes back exactly if every viewer may see it")
  void noLeak(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    IntStream.range(0, DOCUMENTS).forEach(at -> publish(draft(at, random)));

    try (SomeIndex index = SomeIndex.open(folder, store)) {
      index.catchUp();
      search(index, random);

      change(random);
      index.catchUp();
      search(index, random);
    }
  }

  private void publish(DraftDocument draft) {
    draft.publishTo(store);
    all.put(draft.id(), draft);
  }

  private static DraftDocument draft(int number, Random random) {
    DraftDocument draft =
        DraftDocument.of(TENANT, "t" + number)
            .seenBy(new DocumentAudience(terms(random, 1)))
            .version(Long.toString(random.nextLong()));
    if (random.nextBoolean()) {
      draft = draft.in(SPACE.toString());
    }
    for (int at = random.nextInt(3); at >= 0; at--) {
      String word = WORDS.get(random.nextInt(WORDS.size()));
      draft = draft.says(word + " " + number + "x" + at, Optional.of(vector(random)));
    }
    return draft;
  }

  private static Set<AudienceTerm> terms(Random random, int atLeast) {
    Set<AudienceTerm> terms = new TreeSet<>();
    int wanted = atLeast + random.nextInt(4);
    while (terms.size() < wanted) {
      terms.add(TERMS.get(random.nextInt(TERMS.size())));
    }
    return terms;
  }

  private static Embedding vector(Random random) {
    float[] values = new float[SPACE.dimensions()];
    for (int at = 0; at < values.length; at++) {
      values[at] = (float) random.nextGaussian();
    }
    return Embedding.of(values);
  }

  private void change(Random random) {
    for (DraftDocument draft : List.copyOf(all.values())) {
      switch (random.nextInt(4)) {
        case 0 -> {
          store.remove(TENANT, draft.id());
          all.remove(draft.id());
        }
        case 1 -> {
          DocumentAudience others = new DocumentAudience(terms(random, 1));
          store.changeAudience(TENANT, draft.id(), others);
          all.put(draft.id(), draft.seenBy(others));
        }
        case 2 -> publish(draft(Integer.parseInt(draft.title().substring(1)), random));
        default -> {}
      }
    }
  }

  private void search(SomeIndex index, Random random) {
    for (int at = 0; at < SEARCHES; at++) {
      List<Set<AudienceTerm>> each =
          IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(_ -> terms(random, 0)).toList();
      String word = WORDS.get(random.nextInt(WORDS.size()));
      Optional<Embedding> meaning =
          random.nextInt(3) > 0 ? Optional.of(vector(random)) : Optional.empty();

      Set<String> found =
          new HashSet<>(index.texts(new Wanted(word, new Viewers(each), Set.of(), 500), meaning));

      assertThat(found).isEqualTo(permitted(each, word, meaning.isPresent()));
    }
  }

  /// All that is to be found, by the plain words of the rule.
  private Set<String> permitted(List<Set<AudienceTerm>> viewers, String word, boolean byMeaning) {
    Set<String> texts = new HashSet<>();
    for (DraftDocument draft : all.values()) {
      boolean seen = true;
      for (Set<AudienceTerm> viewer : viewers) {
        boolean one = false;
        for (AudienceTerm term : draft.audience().terms()) {
          one |= viewer.contains(term);
        }
        seen &= one;
      }
      for (var passage : draft.passages()) {
        String text = passage.passage().text();
        boolean near = byMeaning && draft.space().isPresent();
        if (seen && (near || text.startsWith(word))) {
          texts.add(text);
        }
      }
    }
    return texts;
  }
}
