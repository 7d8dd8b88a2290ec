package dev.parley.lucene;

import dev.parley.knowledge.PassageIndex.Hit;
import dev.parley.knowledge.PassageIndex.Wanted;
import dev.parley.model.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/// One search by words and by meaning, whose two lists become one by the ranks in them.
final class HybridSearch {
  /// How many of each list are looked at, at least.
  private static final int DEPTH = 50;

  /// How much the first ranks count more than those below.
  private static final int RANK_CONSTANT = 60;

  private final IndexSearcher searcher;
  private final Question.Vocabulary vocabulary;

  HybridSearch(IndexSearcher searcher, Question.Vocabulary vocabulary) {
    this.searcher = searcher;
    this.vocabulary = vocabulary;
  }

  List<Hit> find(Wanted wanted, Optional<Embedding> embedding) throws IOException {
    Question question = Question.of(wanted.words(), vocabulary, searcher.getIndexReader());
    Optional<float[]> meaning = embedding.map(Embedding::values);
    Query seen = SeenBy.filter(wanted);
    int depth = Math.max(DEPTH, wanted.most());
    List<TopDocs> lists = new ArrayList<>();
    if (!question.isEmpty()) {
      lists.add(searcher.search(both(question.query(), seen), depth));
    }
    if (meaning.isPresent()) {
      Query close =
          new KnnFloatVectorQuery(PassageFields.VECTOR, meaning.orElseThrow(), depth, seen);
      lists.add(searcher.search(close, depth));
    }
    if (lists.isEmpty()) {
      return List.of();
    }
    TopDocs best = TopDocs.rrf(wanted.most(), RANK_CONSTANT, lists.toArray(TopDocs[]::new));
    return hits(best, new Evidence(searcher.getLeafContexts(), question, meaning));
  }

  private static Query both(Query words, Query seen) {
    return new BooleanQuery.Builder().add(words, Occur.MUST).add(seen, Occur.FILTER).build();
  }

  private List<Hit> hits(TopDocs best, Evidence evidence) throws IOException {
    StoredFields stored = searcher.storedFields();
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc found : best.scoreDocs) {
      hits.add(
          PassageFields.read(
              stored.document(found.doc),
              found.score,
              evidence.wordsFound(found.doc),
              evidence.similarity(found.doc)));
    }
    return hits;
  }
}
