package dev.parley.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// What is searched for, in words: those that say something, with how much each says in an index.
///
/// @param stems with their weights: rare words say more than frequent ones
/// @param words as they were written
record Question(Map<String, Double> stems, List<String> words) {
  /// The words of a question that say most; a longer one is hardly a question.
  private static final int MOST = 48;

  private static final float TITLE_WEIGHT = 2;
  private static final float SPELLING_WEIGHT = 0.3f;

  /// The vocabulary by which questions are taken apart.
  record Vocabulary(
      WordAnalyzer stems, WordAnalyzer words, StopWords stopStems, StopWords stopWords) {
    static Vocabulary load() {
      WordAnalyzer stems = WordAnalyzer.stems();
      WordAnalyzer words = WordAnalyzer.words();
      return new Vocabulary(stems, words, new StopWords(stems), new StopWords(words));
    }
  }

  static Question of(String text, Vocabulary vocabulary, IndexReader index) throws IOException {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String stem : vocabulary.stopStems().without(vocabulary.stems().of(text))) {
      if (!weights.containsKey(stem)) {
        weights.put(stem, weight(stem, index));
      }
    }
    Map<String, Double> heaviest =
        weights.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<String> words =
        vocabulary.stopWords().without(vocabulary.words().of(text)).stream().distinct().toList();
    return new Question(heaviest, words.subList(0, Math.min(words.size(), MOST)));
  }

  private static double weight(String stem, IndexReader index) throws IOException {
    int found =
        Math.max(
            index.docFreq(new Term(PassageFields.STEMS, stem)),
            index.docFreq(new Term(PassageFields.TITLE, stem)));
    int all = Math.max(index.numDocs(), found);
    return Math.log(1 + (all - found + 0.5) / (found + 0.5));
  }

  /// Whether there is any word to search for.
  boolean isEmpty() {
    return stems.isEmpty();
  }

  /// Any of the words, in the text or above it; a little more where it is spelled alike.
  Query query() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String stem : stems.keySet()) {
      any.add(
          new CombinedFieldQuery.Builder(stem)
              .addField(PassageFields.STEMS, 1)
              .addField(PassageFields.TITLE, TITLE_WEIGHT)
              .build(),
          Occur.SHOULD);
    }
    for (String word : words) {
      Query spelled = new TermQuery(new Term(PassageFields.WORDS, word));
      any.add(new BoostQuery(spelled, SPELLING_WEIGHT), Occur.SHOULD);
    }
    return any.build();
  }
}
