package dev.parley.ingestion;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.Passage;
import dev.parley.model.Embedder;
import dev.parley.model.Embedder.TitledText;
import dev.parley.model.Embedding;
import dev.parley.model.VectorSpace;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Gives passages their vectors, and makes only those that were not made before.
public final class PassageVectors {
  /// Passages between two notes of how far it is.
  private static final int AT_ONCE = 32;

  private final Optional<Embedder> embedder;
  private final KnowledgeStore store;

  /// @param embedder empty: passages have no vectors
  /// @param store that remembers vectors for a while
  public PassageVectors(Optional<Embedder> embedder, KnowledgeStore store) {
    this.embedder = embedder;
    this.store = store;
  }

  /// Where the vectors can be compared that passages get; empty where they get none.
  Optional<VectorSpace> space() {
    return embedder.map(Embedder::space);
  }

  /// Passages of one document.
  ///
  /// @param known vectors that some of them have, by their hashes
  record Wanted(
      TenantId tenant,
      String title,
      List<Passage> passages,
      Map<String, Embedding> known,
      Payer payer) {
    Wanted {
      passages = List.copyOf(passages);
      known = Map.copyOf(known);
    }
  }

  /// All passages, each with its vector. Blocks; an interrupt ends it.
  ///
  /// @param done hears how many have one
  /// @throws dev.parley.model.ModelException where they cannot be had; what was made is kept
  List<EmbeddedPassage> of(Wanted wanted, IntConsumer done) {
    Optional<Map<String, Embedding>> vectors = embedder.map(maker -> all(maker, wanted, done));
    return wanted.passages().stream()
        .map(passage -> new EmbeddedPassage(passage, vectors.map(by -> by.get(passage.hash()))))
        .toList();
  }

  private Map<String, Embedding> all(Embedder maker, Wanted wanted, IntConsumer done) {
    Map<String, Embedding> vectors = new HashMap<>(wanted.known());
    List<Map.Entry<String, Passage>> rest = unknown(maker.space(), wanted, vectors);
    int ready = wanted.passages().size() - rest.size();
    done.accept(ready);
    for (int start = 0; start < rest.size(); start += AT_ONCE) {
      int end = Math.min(rest.size(), start + AT_ONCE);
      make(maker, wanted, rest.subList(start, end), vectors);
      done.accept(ready + end);
    }
    return vectors;
  }

  /// Those without a vector, by the names of their vectors; the others get theirs.
  private List<Map.Entry<String, Passage>> unknown(
      VectorSpace space, Wanted wanted, Map<String, Embedding> vectors) {
    Map<String, Passage> wanting = new LinkedHashMap<>();
    wanted.passages().stream()
        .filter(passage -> !vectors.containsKey(passage.hash()))
        .forEach(passage -> wanting.put(name(wanted.title(), passage), passage));
    Map<String, Embedding> cached =
        store.embeddings(wanted.tenant(), space.toString(), wanting.keySet());
    List<Map.Entry<String, Passage>> unknown = new ArrayList<>();
    for (Map.Entry<String, Passage> entry : wanting.entrySet()) {
      Optional.ofNullable(cached.get(entry.getKey()))
          .ifPresentOrElse(
              vector -> vectors.put(entry.getValue().hash(), vector), () -> unknown.add(entry));
    }
    return unknown;
  }

  private void make(
      Embedder maker,
      Wanted wanted,
      List<Map.Entry<String, Passage>> batch,
      Map<String, Embedding> vectors) {
    List<TitledText> texts =
        batch.stream().map(entry -> text(wanted.title(), entry.getValue())).toList();
    Booking booking = new Booking(wanted.payer(), Purpose.EMBEDDING, Optional.empty());
    List<Embedding> made = maker.passages(texts, booking);
    Map<String, Embedding> named = new HashMap<>();
    for (int at = 0; at < batch.size(); at++) {
      named.put(batch.get(at).getKey(), made.get(at));
      vectors.put(batch.get(at).getValue().hash(), made.get(at));
    }
    store.keepEmbeddings(wanted.tenant(), maker.space().toString(), named);
  }

  private static TitledText text(String title, Passage passage) {
    List<String> above = new ArrayList<>(List.of(title));
    above.addAll(passage.headings());
    return new TitledText(String.join(" › ", above), passage.text());
  }

  private static String name(String title, Passage passage) {
    return Fingerprint.of(List.of(title, passage.hash()));
  }
}
