package dev.parley.ingestion;

import dev.parley.ingestion.SourceText.Form;
import dev.parley.knowledge.Passage;
import dev.parley.message.Markdown;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts to split, and what passages say.
final class Texts {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Texts() {}

  static SourceText markdown(String text) {
    return new SourceText(Form.MARKDOWN, "", "notes.md", "text/markdown", text, List.of());
  }

  static SourceText plain(String text) {
    return new SourceText(Form.PLAIN, "", "notes.txt", "text/plain", text, List.of());
  }

  static SourceText pages(String text) {
    return new SourceText(Form.PAGES, "", "paper.pdf", "application/pdf", text, List.of());
  }

  static SourceText code(String name, String text) {
    return new SourceText(Form.CODE, "", name, "text/plain", text, List.of());
  }

  static SourceText table(String text) {
    return new SourceText(Form.TABLE, "", "people.csv", "text/csv", text, List.of());
  }

  static List<Passage> passages(SourceText text) {
    return PassageSplitter.split(text).passages();
  }

  static List<String> said(SourceText text) {
    return passages(text).stream().map(Passage::text).toList();
  }

  /// So many sentences, no two alike.
  static String sentences(String word, int many) {
    return IntStream.range(0, many)
        .mapToObj(at -> "The " + word + " of number " + at + " is here.")
        .collect(Collectors.joining(" "));
  }

  static List<String> words(String markdown) {
    return NO_WORD
        .splitAsStream(Markdown.parse(markdown).words())
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
