package dev.parley.ingestion;

import dev.parley.ingestion.SourceText.Form;
import dev.parley.knowledge.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Splits a document into passages along its own structure. The same text has the same passages;
/// where a section changes, those of other sections stay as they are.
public final class PassageSplitter {
  private PassageSplitter() {}

  /// All words of a text in their order. What it says twice in the same place is told once.
  public static SplitText split(SourceText source) {
    SourceText text = source.form() == Form.MARKDOWN ? withoutFrontMatter(source) : source;
    List<Section> sections = sections(text);
    String title = Titles.of(text, sections);
    return new SplitText(title, passages(TitleHeading.removed(sections, title)));
  }

  private static SourceText withoutFrontMatter(SourceText source) {
    FrontMatter matter = FrontMatter.of(source.text());
    return new SourceText(
        source.form(),
        matter.title().isBlank() ? source.title() : matter.title(),
        source.name(),
        source.mediaType(),
        matter.rest(),
        source.anchors());
  }

  private static List<Section> sections(SourceText text) {
    return switch (text.form()) {
      case MARKDOWN -> MarkdownOutline.of(text);
      case PAGES -> PagesOutline.of(text);
      case PLAIN -> PlainOutline.of(text);
      case CODE -> LinesOutline.of(text);
      case TABLE -> TableOutline.of(text);
    };
  }

  private static List<Passage> passages(List<Section> sections) {
    List<Passage> passages = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Section section : sections) {
      for (Packed packed : Packing.of(section)) {
        if (known.add(packed.hash())) {
          passages.add(packed.passage(passages.size()));
        }
      }
    }
    return passages;
  }
}
