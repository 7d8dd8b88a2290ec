package dev.parley.discord.text;

import dev.parley.message.AlignedTable;
import dev.parley.message.MarkupLines;
import dev.parley.message.VisibleWords;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/// Writes tables, which Discord does not have: as code in line where that is narrow enough for a
/// telephone, else row by row with what each value means. Nothing of them is lost, so tables with
/// links are never code.
final class TableWriter {
  private static final int WIDEST_CODE = 56;
  private static final String EMPTY = "–";

  private final List<List<TableCell>> rows = new ArrayList<>();

  private TableWriter(TableBlock table) {
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        rows.add(cells(row));
      }
    }
  }

  private static List<TableCell> cells(Node row) {
    List<TableCell> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      cells.add((TableCell) cell);
    }
    return cells;
  }

  static void write(TableBlock table, MarkupLines out) {
    List<String> lines = AlignedTable.lines(table);
    if (AlignedTable.width(lines) <= WIDEST_CODE && !hasLink(table)) {
      out.code("", String.join("\n", lines));
    } else {
      out.raw(String.join("\n", new TableWriter(table).records()));
    }
  }

  private static boolean hasLink(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Link || child instanceof Image || hasLink(child)) {
        return true;
      }
    }
    return false;
  }

  private List<String> records() {
    List<TableCell> header = rows.getFirst();
    List<String> lines = new ArrayList<>();
    if (rows.size() == 1) {
      header.forEach(cell -> lines.add(InlineWriter.bold("", cell)));
    }
    for (List<TableCell> row : rows.subList(1, rows.size())) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(title(header.getFirst(), row.getFirst()));
      for (int column = 1; column < header.size(); column++) {
        lines.add(line(header.get(column), row.get(column)));
      }
    }
    return lines;
  }

  private static String title(TableCell header, TableCell cell) {
    return VisibleWords.of(cell).isBlank()
        ? line(header, cell)
        : InlineWriter.bold("", header, cell);
  }

  private static String line(TableCell header, TableCell cell) {
    String value = InlineWriter.of(cell).strip();
    String shown = value.isEmpty() ? EMPTY : value;
    return VisibleWords.of(header).isBlank()
        ? Escapes.lineStarts(shown)
        : InlineWriter.bold(":", header) + " " + shown;
  }
}
