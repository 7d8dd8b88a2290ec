package dev.parley.lucene;

import dev.parley.knowledge.PassageIndex.Hit;
import dev.parley.knowledge.PassageIndex.Wanted;
import dev.parley.model.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/// One search by words and by meaning, whose two lists become one by the ranks in them.
final class HybridSearch {
  /// How many of each list are looked at, at least.
  private static final int DEPTH = 50;

  /// A passage that has less of what the question's words say may have them by chance, where the
  /// question is put in other words than the answer. Measured by the collection of
  /// `RetrievalQualityTest`.
  private static final double MOST_WORDS = 0.6;

  private final IndexSearcher searcher;
  private final Question.Vocabulary vocabulary;

  HybridSearch(IndexSearcher searcher, Question.Vocabulary vocabulary) {
    this.searcher = searcher;
    this.vocabulary = vocabulary;
  }

  List<Hit> find(Wanted wanted, Optional<Embedding> embedding) throws IOException {
    Question question = Question.of(wanted.words(), vocabulary, searcher.getIndexReader());
    Optional<float[]> meaning = embedding.map(Embedding::values);
    Evidence evidence = new Evidence(searcher.getLeafContexts(), question, meaning);
    Query seen = SeenBy.filter(wanted);
    int depth = Math.max(DEPTH, wanted.most());
    List<Integer> worded = worded(question, seen, depth);
    Fusion fusion = new Fusion();
    if (meaning.isPresent()) {
      Query close =
          new KnnFloatVectorQuery(PassageFields.VECTOR, meaning.orElseThrow(), depth, seen);
      fusion.add(numbers(searcher.search(close, depth).scoreDocs));
      List<Integer> meant = new ArrayList<>();
      List<Integer> byChance = new ArrayList<>();
      for (int found : worded) {
        (evidence.wordsFound(found) >= MOST_WORDS ? meant : byChance).add(found);
      }
      fusion.add(meant);
      fusion.addByChance(byChance);
    } else {
      fusion.add(worded);
    }
    return hits(fusion.best(wanted.most()), evidence);
  }

  private List<Integer> worded(Question question, Query seen, int depth) throws IOException {
    return question.isEmpty()
        ? List.of()
        : numbers(searcher.search(both(question.query(), seen), depth).scoreDocs);
  }

  private static Query both(Query words, Query seen) {
    return new BooleanQuery.Builder().add(words, Occur.MUST).add(seen, Occur.FILTER).build();
  }

  private static List<Integer> numbers(ScoreDoc[] found) {
    return Stream.of(found).map(one -> one.doc).toList();
  }

  private List<Hit> hits(List<Map.Entry<Integer, Double>> best, Evidence evidence)
      throws IOException {
    StoredFields stored = searcher.storedFields();
    List<Hit> hits = new ArrayList<>();
    for (Map.Entry<Integer, Double> found : best) {
      int document = found.getKey();
      hits.add(
          PassageFields.read(
              stored.document(document),
              found.getValue(),
              evidence.wordsFound(document),
              evidence.similarity(document)));
    }
    return hits;
  }
}
