package dev.parley.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a text of pages apart into paragraphs that know where they begin. What stands at the
/// edges of many pages is told once, and words are put together that a line's end divides.
final class PagesOutline {
  private static final Pattern PAGE = Pattern.compile("## Page (\\d{1,9})");
  private static final Pattern DIVIDED = Pattern.compile("(?<=\\p{L}\\p{L})[-\u00AD]\n(?=\\p{Ll})");

  /// A page with its number, from 1.
  record Page(int number, List<String> lines) {
    Page {
      lines = List.copyOf(lines);
    }
  }

  private PagesOutline() {}

  static List<Section> of(SourceText source) {
    List<Block> blocks = new ArrayList<>();
    for (Page page : PageEdges.toldOnce(pages(source.text()))) {
      String text = DIVIDED.matcher(String.join("\n", page.lines())).replaceAll("");
      blocks.addAll(PlainOutline.paragraphs(text, Optional.of(page.number())).toList());
    }
    return List.of(Section.of(blocks));
  }

  private static List<Page> pages(String text) {
    List<Page> pages = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    int number = 1;
    for (String line : text.split("\n", -1)) {
      Matcher heading = PAGE.matcher(line);
      boolean first = pages.isEmpty() && String.join("", lines).isBlank();
      if (heading.matches() && (first || Integer.parseInt(heading.group(1)) > number)) {
        pages.add(new Page(number, lines));
        lines.clear();
        number = Integer.parseInt(heading.group(1));
      } else {
        lines.add(line);
      }
    }
    pages.add(new Page(number, lines));
    return pages;
  }
}
