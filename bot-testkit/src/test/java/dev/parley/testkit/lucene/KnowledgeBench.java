package dev.parley.testkit.lucene;

import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.PassageIndex.Wanted;
import dev.parley.knowledge.Viewers;
import dev.parley.lucene.LucenePassageIndex;
import dev.parley.model.Embedding;
import dev.parley.model.VectorSpace;
import dev.parley.testkit.knowledge.DraftDocument;
import dev.parley.testkit.knowledge.InMemoryKnowledgeStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Measures an index of very many passages: how long it takes to make it, how large it is, and how
/// long searches take. Run by hand, with the number of passages (100000) as its argument and a heap
/// of 3 GB, of which the store in memory takes most.
final class KnowledgeBench {
  private static final VectorSpace SPACE = new VectorSpace("bench", 768);
  private static final int DOCUMENTS = 1_000;
  private static final int CLUSTERS = 200;
  private static final int VOCABULARY = 30_000;
  private static final int WORDS = 150;
  private static final int SEARCHES = 300;

  /// What one document of a hundred is for.
  private static final AudienceTerm FEW = AudienceTerm.group("few");

  private final Random random = new Random(1);
  private final float[][] centres = new float[CLUSTERS][];
  private final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore();

  private KnowledgeBench() {
    Arrays.setAll(centres, _ -> gaussians());
  }

  /// The entry point.
  public static void main(String[] arguments) throws IOException {
    int passages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    new KnowledgeBench().run(passages);
  }

  private void run(int passages) throws IOException {
    IntStream.range(0, DOCUMENTS).forEach(at -> publish(at, passages / DOCUMENTS));
    long before = usedHeap();
    Path folder = Files.createTempDirectory("knowledge-bench");
    try {
      measure(folder, before);
    } finally {
      delete(folder);
    }
  }

  private void measure(Path folder, long before) throws IOException {
    Instant began = Instant.now();
    try (SomeIndex index = SomeIndex.open(folder, store, Optional.of(SPACE))) {
      index.catchUp();
      say("made in %s", Duration.between(began, Instant.now()));
      searches(index.index());
      say("%d MB of heap besides the store", (usedHeap() - before) >> 20);
    }
    say("%d MB on disk", size(folder) >> 20);
    began = Instant.now();
    try (SomeIndex index = SomeIndex.open(folder, store, Optional.of(SPACE))) {
      index.search("w1");
      say("opened and looked through in %s", Duration.between(began, Instant.now()));
    }
  }

  private void searches(LucenePassageIndex index) {
    Viewers few = Viewers.alike(Set.of(FEW));
    search(index, "warming up", SomeIndex.ANYBODY, true);
    search(index, "words and meaning, 99 of 100 documents", SomeIndex.ANYBODY, true);
    search(index, "words and meaning, 1 of 100 documents", few, true);
    search(index, "words, 99 of 100 documents", SomeIndex.ANYBODY, false);
    search(index, "words, 1 of 100 documents", few, false);
  }

  private void search(LucenePassageIndex index, String what, Viewers viewers, boolean meaning) {
    long[] nanos = new long[SEARCHES];
    int found = 0;
    for (int at = 0; at < SEARCHES; at++) {
      Wanted wanted = new Wanted(text(6), viewers, Set.of(), 40);
      Optional<Embedding> vector = meaning ? Optional.of(vector()) : Optional.empty();
      long began = System.nanoTime();
      found += index.search(SomeIndex.TENANT, wanted, vector).size();
      nanos[at] = System.nanoTime() - began;
    }
    Arrays.sort(nanos);
    say(
        "%s: p50 %.1f ms, p95 %.1f ms, %d found",
        what, nanos[SEARCHES / 2] / 1e6, nanos[SEARCHES * 95 / 100] / 1e6, found / SEARCHES);
  }

  private void publish(int number, int passages) {
    DocumentAudience audience =
        number % 100 == 0
            ? DocumentAudience.of(FEW, AudienceTerm.person(new UserId("U" + number)))
            : DocumentAudience.EVERYONE;
    DraftDocument draft =
        DraftDocument.of(SomeIndex.TENANT, "document " + number)
            .in(SPACE.toString())
            .seenBy(audience);
    for (int at = 0; at < passages; at++) {
      draft = draft.says(text(WORDS), Optional.of(vector()));
    }
    draft.publishTo(store);
  }

  /// Words of which few are frequent and most are rare.
  private String text(int words) {
    return IntStream.range(0, words)
        .mapToObj(_ -> "w" + (int) Math.pow(VOCABULARY, random.nextDouble()))
        .collect(Collectors.joining(" "));
  }

  private Embedding vector() {
    float[] values = gaussians();
    float[] centre = centres[random.nextInt(CLUSTERS)];
    for (int at = 0; at < values.length; at++) {
      values[at] = centre[at] + 0.7f * values[at];
    }
    return Embedding.of(values);
  }

  private float[] gaussians() {
    float[] values = new float[SPACE.dimensions()];
    for (int at = 0; at < values.length; at++) {
      values[at] = (float) random.nextGaussian();
    }
    return values;
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static long size(Path folder) throws IOException {
    return files(folder).stream().mapToLong(KnowledgeBench::sizeOf).sum();
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList().reversed()) {
        Files.delete(path);
      }
    }
  }

  private static void say(String format, Object... parts) {
    System.out.println(format.formatted(parts));
  }
}
