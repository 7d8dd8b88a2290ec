package dev.parley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.demo.protocol.GeminiRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers from passages of documents that came with the question or that a tool found: by the
/// sentences that have most to do with it, and the mark of their passage.
final class DocumentQuotes implements Skill {
  private static final Pattern FRAME =
      Pattern.compile("(?s)⟦(K[0-9A-F]{5}) \\| [^\\n]*\\n(.*?)\\n⟧");
  private static final List<String> BEGINNINGS =
      List.of("[What follows was found in documents", "[The documents here ");
  private static final int MOST_SENTENCES = 2;
  private static final int LONGEST_SENTENCE = 400;

  /// A passage with its mark.
  private record Passage(String mark, String text) {
    List<String> sentences() {
      return Words.sentences(text.replaceAll("(?m)^[#>|*\\s-]+", ""));
    }
  }

  /// Whether a text tells what documents hold, which nobody said.
  static boolean isTold(String text) {
    return BEGINNINGS.stream().anyMatch(text::startsWith);
  }

  @Override
  public Optional<String> answer(Talk talk) {
    List<Passage> passages =
        talk.request().contents().stream()
            .map(GeminiRequest::textOf)
            .filter(DocumentQuotes::isTold)
            .flatMap(text -> FRAME.matcher(text).results())
            .map(frame -> new Passage(frame.group(1), frame.group(2)))
            .toList();
    return quoted(passages, Words.meaningful(talk.question()));
  }

  /// What the tool found that searches documents.
  static String of(JsonNode output, String question) {
    List<Passage> passages =
        output
            .path("passages")
            .valueStream()
            .map(it -> new Passage(it.path("mark").asText(), it.path("text").asText()))
            .toList();
    Set<String> words = Words.meaningful(question);
    return quoted(passages, words)
        .or(() -> passages.stream().findFirst().flatMap(first -> sentence(first, words)))
        .orElse("The documents hold nothing on this.");
  }

  private static Optional<String> quoted(List<Passage> passages, Set<String> question) {
    return passages.stream()
        .filter(passage -> common(passage.text(), question) > 0)
        .max(Comparator.comparingLong((Passage passage) -> common(passage.text(), question)))
        .flatMap(passage -> sentence(passage, question));
  }

  private static Optional<String> sentence(Passage passage, Set<String> question) {
    List<String> sentences = passage.sentences();
    List<String> best =
        sentences.stream()
            .sorted(Comparator.comparingLong((String sentence) -> -common(sentence, question)))
            .limit(MOST_SENTENCES)
            .filter(sentence -> common(sentence, question) > 0)
            .toList();
    Stream<String> told = best.isEmpty() ? sentences.stream().limit(1) : best.stream();
    String text =
        told.map(sentence -> Words.shortened(sentence, LONGEST_SENTENCE))
            .collect(Collectors.joining(" "));
    return text.isEmpty() ? Optional.empty() : Optional.of(text + " [" + passage.mark() + "]");
  }

  private static long common(String text, Set<String> question) {
    return Words.shared(Words.meaningful(text), question);
  }
}
