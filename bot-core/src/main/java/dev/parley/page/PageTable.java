package dev.parley.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.jsoup.nodes.Element;

/// Turns tables that hold facts into those of Markdown, whose first row is the head. Others only
/// lay a page out.
final class PageTable {
  private static final int MOST_COLUMNS = 50;

  private PageTable() {}

  static boolean holdsFacts(Element table) {
    return table.select("table, ul, ol, pre, blockquote, h1, h2, h3, h4, h5, h6").size() == 1
        && rows(table).stream().mapToInt(row -> cells(row).size()).max().orElse(0) > 1;
  }

  private static List<Element> rows(Element table) {
    return table.select("tr").stream().filter(row -> !cells(row).isEmpty()).toList();
  }

  private static List<Element> cells(Element row) {
    return row.children().stream()
        .filter(child -> child.nameIs("td") || child.nameIs("th"))
        .toList();
  }

  /// @param words puts the words of a cell into its place
  static Node of(Element table, BiConsumer<Element, Node> words) {
    List<List<Element>> rows = rows(table).stream().map(PageTable::spread).toList();
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    TableBlock block = new TableBlock();
    TableHead head = new TableHead();
    block.appendChild(head);
    head.appendChild(row(rows.getFirst(), columns, true, words));
    if (rows.size() > 1) {
      TableBody body = new TableBody();
      block.appendChild(body);
      rows.stream().skip(1).forEach(row -> body.appendChild(row(row, columns, false, words)));
    }
    return block;
  }

  /// The cells of a row; one that is wider than a column has empty ones behind it.
  private static List<Element> spread(Element row) {
    List<Element> spread = new ArrayList<>();
    for (Element cell : cells(row)) {
      spread.add(cell);
      String span = cell.attr("colspan");
      int more = span.matches("[1-9]\\d?") ? Integer.parseInt(span) - 1 : 0;
      spread.addAll(Collections.nCopies(more, new Element("td")));
    }
    return spread.size() > MOST_COLUMNS ? spread.subList(0, MOST_COLUMNS) : spread;
  }

  private static TableRow row(
      List<Element> cells, int columns, boolean head, BiConsumer<Element, Node> words) {
    TableRow row = new TableRow();
    for (int column = 0; column < columns; column++) {
      TableCell cell = new TableCell();
      cell.setHeader(head);
      row.appendChild(cell);
      if (column < cells.size()) {
        words.accept(cells.get(column), cell);
      }
    }
    return row;
  }
}
