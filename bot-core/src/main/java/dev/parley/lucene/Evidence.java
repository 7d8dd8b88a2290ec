package dev.parley.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.VectorUtil;

/// What a passage that was found has to do with the question.
final class Evidence {
  private static final List<String> FIELDS = List.of(PassageFields.STEMS, PassageFields.TITLE);

  private final List<LeafReaderContext> leaves;
  private final Question question;
  private final Optional<float[]> meaning;

  Evidence(List<LeafReaderContext> leaves, Question question, Optional<float[]> meaning) {
    this.leaves = leaves;
    this.question = question;
    this.meaning = meaning;
  }

  /// The part of what the question's words say that is in the passage or above it.
  double wordsFound(int document) throws IOException {
    double all = 0;
    double found = 0;
    for (Map.Entry<String, Double> stem : question.stems().entrySet()) {
      all += stem.getValue();
      found += has(document, stem.getKey()) ? stem.getValue() : 0;
    }
    return all > 0 ? found / all : 0;
  }

  private boolean has(int document, String stem) throws IOException {
    LeafReaderContext leaf = leaf(document);
    int wanted = document - leaf.docBase;
    for (String field : FIELDS) {
      PostingsEnum there = leaf.reader().postings(new Term(field, stem), PostingsEnum.NONE);
      if (there != null && there.advance(wanted) == wanted) {
        return true;
      }
    }
    return false;
  }

  private LeafReaderContext leaf(int document) {
    return leaves.get(ReaderUtil.subIndex(document, leaves));
  }

  /// How close the meanings are; empty where the question or the passage has no vector.
  Optional<Double> similarity(int document) throws IOException {
    LeafReaderContext leaf = leaf(document);
    FloatVectorValues vectors = leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
    if (meaning.isEmpty() || vectors == null) {
      return Optional.empty();
    }
    int wanted = document - leaf.docBase;
    DocIndexIterator at = vectors.iterator();
    if (at.advance(wanted) != wanted) {
      return Optional.empty();
    }
    float[] vector = vectors.vectorValue(at.index());
    return Optional.of((double) VectorUtil.dotProduct(meaning.orElseThrow(), vector));
  }
}
