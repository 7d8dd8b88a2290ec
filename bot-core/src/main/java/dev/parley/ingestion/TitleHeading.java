package dev.parley.ingestion;

import java.util.List;
import java.util.Locale;

/// Takes the heading away that only says again what the document is called, and stands above all
/// of it.
final class TitleHeading {
  private TitleHeading() {}

  static List<Section> removed(List<Section> sections, String title) {
    if (sections.isEmpty() || sections.getFirst().headings().isEmpty()) {
      return sections;
    }
    String first = sections.getFirst().headings().getFirst();
    boolean says = title.toLowerCase(Locale.ROOT).contains(first.toLowerCase(Locale.ROOT));
    boolean aboveAll =
        sections.stream()
            .allMatch(
                section ->
                    !section.headings().isEmpty() && section.headings().getFirst().equals(first));
    return says && aboveAll ? sections.stream().map(TitleHeading::below).toList() : sections;
  }

  private static Section below(Section section) {
    return new Section(
        section.headings().subList(1, section.headings().size()),
        section.anchor(),
        section.blocks());
  }
}
