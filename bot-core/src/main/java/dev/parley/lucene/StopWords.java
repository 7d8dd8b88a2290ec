package dev.parley.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/// The words that say nothing about what a question is about, in English and in that language of
/// those known which the question seems to be in.
final class StopWords {
  private static final List<String> LANGUAGES =
      List.of(
          "danish",
          "dutch",
          "finnish",
          "french",
          "german",
          "hungarian",
          "italian",
          "norwegian",
          "portuguese",
          "russian",
          "spanish",
          "swedish");

  /// What people ask a bot with besides.
  private static final Set<String> ASKING =
      Set.of(
          "please",
          "tell",
          "me",
          "can",
          "could",
          "would",
          "should",
          "will",
          "shall",
          "may",
          "might",
          "must",
          "need",
          "want",
          "know",
          "explain",
          "show",
          "give",
          "find",
          "get",
          "hi",
          "hello",
          "thanks",
          "thank",
          "anyone",
          "someone",
          "anybody",
          "somebody",
          "many",
          "much",
          "us");

  private final Set<String> english;
  private final List<Set<String>> others;

  /// @param analyzer by which the words of questions are made
  StopWords(WordAnalyzer analyzer) {
    this.english = loaded("english", analyzer);
    ASKING.forEach(word -> english.addAll(analyzer.of(word)));
    this.others = LANGUAGES.stream().map(language -> loaded(language, analyzer)).toList();
  }

  private static Set<String> loaded(String language, WordAnalyzer analyzer) {
    Set<String> words = new HashSet<>();
    for (Object word : read(language + "_stop.txt")) {
      words.addAll(analyzer.of(new String((char[]) word)));
    }
    return words;
  }

  private static CharArraySet read(String file) {
    try (InputStream list = SnowballFilter.class.getResourceAsStream(file)) {
      return WordlistLoader.getSnowballWordSet(
          Objects.requireNonNull(list, file), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("no stop words", broken);
    }
  }

  /// Those of some words that say something; all where none does.
  List<String> without(List<String> words) {
    Set<String> likely =
        Stream.concat(Stream.of(english), others.stream())
            .max(Comparator.comparingLong(stops -> words.stream().filter(stops::contains).count()))
            .orElse(english);
    List<String> left =
        words.stream().filter(word -> !english.contains(word) && !likely.contains(word)).toList();
    return left.isEmpty() ? words : left;
  }
}
