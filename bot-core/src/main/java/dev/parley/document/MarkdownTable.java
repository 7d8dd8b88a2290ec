package dev.parley.document;

import java.util.ArrayList;
import java.util.List;

/// Writes a table in Markdown, row by row: the first one is its head.
final class MarkdownTable {
  private final BoundedText text;
  private final List<String> cells = new ArrayList<>();
  private int columns;

  MarkdownTable(BoundedText text) {
    this.text = text;
  }

  void cell(String words) {
    cells.add(words.strip().replace("|", "\\|").replaceAll("\\s*\\R\\s*", " "));
  }

  /// Ends a row. Empty cells at its end are left out, and so is a row without words.
  ///
  /// @param times that it stands there
  void endRow(int times) throws UnreadableException {
    while (!cells.isEmpty() && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    if (!cells.isEmpty()) {
      boolean head = columns == 0;
      columns = Math.max(columns, cells.size());
      for (int i = 0; i < times; i++) {
        text.line(row(cells));
        if (head && i == 0) {
          text.line("|" + " --- |".repeat(columns));
        }
      }
      cells.clear();
    }
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
