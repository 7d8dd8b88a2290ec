package dev.parley.ingestion;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes a plain text apart into its paragraphs.
final class PlainOutline {
  private static final Pattern EMPTY_LINES = Pattern.compile("\n[ \t\f\u00A0]*\n");

  private PlainOutline() {}

  static List<Section> of(SourceText source) {
    return List.of(Section.of(paragraphs(source.text(), Optional.empty()).toList()));
  }

  /// @param page that they are on
  static Stream<Block> paragraphs(String text, Optional<Integer> page) {
    return EMPTY_LINES
        .splitAsStream(text)
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .map(paragraph -> new Block(paragraph, page, Sentences::cut));
  }
}
