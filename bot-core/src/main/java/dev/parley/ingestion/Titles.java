package dev.parley.ingestion;

import java.util.List;
import java.util.stream.Stream;

/// What a document is called: what it says of itself, its first heading, its file's name, or its
/// first words.
final class Titles {
  private static final int LONGEST = 120;
  private static final int FIRST_WORDS = 60;

  private Titles() {}

  static String of(SourceText source, List<Section> sections) {
    return Stream.of(
            source.title(), firstHeading(source, sections), source.name(), firstWords(sections))
        .map(title -> shortened(oneLine(title), LONGEST))
        .filter(title -> !title.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// Of what has headings of its own, and begins with one.
  private static String firstHeading(SourceText source, List<Section> sections) {
    return source.form() == SourceText.Form.MARKDOWN
        ? sections.stream()
            .limit(1)
            .flatMap(section -> section.headings().stream())
            .findFirst()
            .orElse("")
        : "";
  }

  private static String firstWords(List<Section> sections) {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .map(block -> shortened(oneLine(block.text().replaceAll("[*_`#>]+", "")), FIRST_WORDS))
        .findFirst()
        .orElse("");
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s\u2028\u2029]+", " ").strip();
  }

  /// Up to the end of a word, with a mark that there was more.
  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = text.lastIndexOf(' ', most - 1);
    int end = space > most / 2 ? space : most - 1;
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return text.substring(0, whole).stripTrailing() + "…";
  }
}
