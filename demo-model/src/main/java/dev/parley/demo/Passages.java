package dev.parley.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Quotes from the material that came with the question, where it is marked as such.
final class Passages implements Skill {
  private static final Pattern MARKED =
      Pattern.compile(
          "(?is)<(passage|passages|quote|quoted|document|context|source|excerpt|material)\\b[^>]*>"
              + "(.*?)</\\1>");
  private static final Pattern INNER_TAG = Pattern.compile("<[^>]+>");
  private static final int MOST_SENTENCES = 3;

  @Override
  public Optional<String> answer(Talk talk) {
    String latest = talk.request().lastUserText();
    List<String> passages =
        MARKED
            .matcher(latest)
            .results()
            .map((MatchResult result) -> INNER_TAG.matcher(result.group(2)).replaceAll("\n"))
            .flatMap(passage -> Words.sentences(passage).stream())
            .toList();
    if (passages.isEmpty()) {
      return Optional.empty();
    }
    Set<String> question = Words.meaningful(MARKED.matcher(latest).replaceAll(" "));
    List<String> fitting = fitting(passages, question);
    return Optional.of(
        fitting.isEmpty()
            ? "The material that I was given holds nothing about this."
            : "The material that I was given says:\n\n"
                + Words.quotation(String.join("\n\n", fitting)));
  }

  private static List<String> fitting(List<String> sentences, Set<String> question) {
    return sentences.stream()
        .filter(sentence -> common(sentence, question) > 0)
        .sorted(Comparator.comparingLong((String sentence) -> -common(sentence, question)))
        .limit(MOST_SENTENCES)
        .toList();
  }

  private static long common(String sentence, Set<String> question) {
    return Words.shared(Words.meaningful(sentence), question);
  }
}
