package dev.parley.ingestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Takes rows apart, and says with each part what is in their columns.
final class TableOutline {
  private static final int MARKS = 40;
  private static final int ROOM = PassageSizes.USUAL - MARKS;

  /// A head that takes more of a part than this is said once.
  private static final int LONGEST_HEAD = PassageSizes.USUAL / 4;

  private TableOutline() {}

  static List<Section> of(SourceText source) {
    List<String> rows =
        Arrays.stream(source.text().split("\n")).filter(row -> !row.isBlank()).toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    String head = rows.getFirst().length() <= LONGEST_HEAD ? rows.getFirst() + "\n" : "";
    Fence fence = Fence.of(source.name());
    return parts(head.isEmpty() ? rows : rows.subList(1, rows.size()), head).stream()
        .map(part -> new Block(fence.around(part), Optional.empty(), MarkdownCutting::cut))
        .map(block -> Section.of(List.of(block)))
        .toList();
  }

  private static List<String> parts(List<String> rows, String head) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder(head);
    for (String row : rows) {
      for (String line : fitting(row, ROOM - head.length())) {
        if (part.length() + line.length() > ROOM) {
          parts.add(part.toString().stripTrailing());
          part = new StringBuilder(head);
        }
        part.append(line).append('\n');
      }
    }
    parts.add(part.toString().stripTrailing());
    return parts;
  }

  private static List<String> fitting(String row, int room) {
    return row.length() <= room ? List.of(row) : Sentences.parts(row, room);
  }
}
