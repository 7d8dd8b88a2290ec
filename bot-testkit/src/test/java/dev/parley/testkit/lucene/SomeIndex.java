package dev.parley.testkit.lucene;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.PassageIndex.Hit;
import dev.parley.knowledge.PassageIndex.Wanted;
import dev.parley.knowledge.Viewers;
import dev.parley.lucene.IndexFollower;
import dev.parley.lucene.LucenePassageIndex;
import dev.parley.model.Embedding;
import dev.parley.model.VectorSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An index of a test with its follower, which looks when it is told to.
final class SomeIndex implements AutoCloseable {
  static final TenantId TENANT = new TenantId(new PlatformName("slack"), "T1");
  static final TenantId OTHER_TENANT = new TenantId(new PlatformName("slack"), "T2");
  static final VectorSpace SPACE = new VectorSpace("axes", 4);
  static final Viewers ANYBODY = Viewers.alike(Set.of(AudienceTerm.EVERYONE));

  private final LucenePassageIndex index;
  private final IndexFollower follower;

  private SomeIndex(LucenePassageIndex index, IndexFollower follower) {
    this.index = index;
    this.follower = follower;
  }

  static SomeIndex open(Path folder, KnowledgeStore store) throws IOException {
    return open(folder, store, Optional.of(SPACE));
  }

  static SomeIndex open(Path folder, KnowledgeStore store, Optional<VectorSpace> space)
      throws IOException {
    LucenePassageIndex index = LucenePassageIndex.open(folder, space);
    return new SomeIndex(index, new IndexFollower(store, index));
  }

  LucenePassageIndex index() {
    return index;
  }

  IndexFollower follower() {
    return follower;
  }

  SomeIndex catchUp() {
    follower.catchUp();
    return this;
  }

  static Viewers person(String id) {
    return Viewers.alike(Set.of(AudienceTerm.EVERYONE, AudienceTerm.person(new UserId(id))));
  }

  static Wanted wanted(String words) {
    return new Wanted(words, ANYBODY, Set.of(), 10);
  }

  /// A meaning of which the rest of the test can tell how close others are.
  static Optional<Embedding> meaning(double... axes) {
    float[] values = new float[SPACE.dimensions()];
    for (int at = 0; at < axes.length; at++) {
      values[at] = (float) axes[at];
    }
    return Optional.of(Embedding.of(values));
  }

  List<Hit> search(String words) {
    return index.search(TENANT, wanted(words), Optional.empty());
  }

  List<String> texts(String words) {
    return texts(search(words));
  }

  List<String> texts(Wanted wanted, Optional<Embedding> meaning) {
    return texts(index.search(TENANT, wanted, meaning));
  }

  static List<String> texts(List<Hit> hits) {
    return hits.stream().map(hit -> hit.passage().text()).toList();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
