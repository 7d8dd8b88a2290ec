package dev.parley.ingestion;

import dev.parley.ingestion.PagesOutline.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Finds what stands at the top or bottom of most pages, whatever their numbers: running titles
/// and numbers of pages.
final class PageEdges {
  private static final int DEEPEST = 2;
  private static final int FEWEST_PAGES = 3;

  private PageEdges() {}

  /// The pages with such lines on the first of them alone.
  static List<Page> toldOnce(List<Page> pages) {
    List<Page> told = pages;
    for (int depth = 0; depth < DEEPEST; depth++) {
      told = withoutFirstLines(told);
      told = turned(withoutFirstLines(turned(told)));
    }
    return told;
  }

  private static List<Page> turned(List<Page> pages) {
    return each(pages, List::reversed);
  }

  private static List<Page> each(List<Page> pages, UnaryOperator<List<String>> change) {
    return pages.stream().map(page -> new Page(page.number(), change.apply(page.lines()))).toList();
  }

  private static List<Page> withoutFirstLines(List<Page> pages) {
    List<Page> trimmed = each(pages, PageEdges::withoutEmptyStart);
    Map<String, Integer> times = new HashMap<>();
    trimmed.stream()
        .filter(page -> !page.lines().isEmpty())
        .forEach(page -> times.merge(likeness(page.lines().getFirst()), 1, Integer::sum));
    long filled = trimmed.stream().filter(page -> !page.lines().isEmpty()).count();
    times.values().removeIf(many -> many < FEWEST_PAGES || 2L * many <= filled);
    return withoutRepeated(trimmed, times.keySet());
  }

  private static List<String> withoutEmptyStart(List<String> lines) {
    int start = 0;
    while (start < lines.size() && lines.get(start).isBlank()) {
      start++;
    }
    return lines.subList(start, lines.size());
  }

  /// Numbers count up from page to page.
  private static String likeness(String line) {
    return line.strip().replaceAll("\\d+|\\b[ivxlc]+\\b", "#");
  }

  private static List<Page> withoutRepeated(List<Page> pages, Set<String> repeated) {
    Set<String> told = new HashSet<>();
    List<Page> rest = new ArrayList<>();
    for (Page page : pages) {
      String line = page.lines().isEmpty() ? "" : likeness(page.lines().getFirst());
      boolean again = repeated.contains(line) && !told.add(line);
      rest.add(
          again ? new Page(page.number(), page.lines().subList(1, page.lines().size())) : page);
    }
    return Collections.unmodifiableList(rest);
  }
}
