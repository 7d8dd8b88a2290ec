package dev.parley.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;

/// A table as lines of fixed width, for platforms that show tables as code.
public final class AlignedTable {
  private static final String GAP = "  ";
  private static final Set<Character.UnicodeScript> WIDE =
      Set.of(
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA);

  private final List<List<String>> rows = new ArrayList<>();
  private final List<TableCell> header = new ArrayList<>();

  private AlignedTable(TableBlock table) {
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        addRow(row);
      }
    }
  }

  /// The lines, the header's underlined.
  public static List<String> lines(TableBlock table) {
    return new AlignedTable(table).lines();
  }

  /// How many columns the lines take where all characters have the width of one or two.
  public static int width(List<String> lines) {
    return lines.stream().mapToInt(AlignedTable::width).max().orElse(0);
  }

  private void addRow(Node row) {
    List<String> words = new ArrayList<>();
    for (Node node = row.getFirstChild(); node instanceof TableCell cell; node = node.getNext()) {
      words.add(VisibleWords.of(cell).replaceAll("\\s+", " "));
      if (rows.isEmpty()) {
        header.add(cell);
      }
    }
    rows.add(words);
  }

  private List<String> lines() {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      widths.add(columnWidth(column));
    }
    List<String> lines =
        rows.stream()
            .map(row -> line(row, widths))
            .collect(Collectors.toCollection(ArrayList::new));
    lines.add(1, widths.stream().map("-"::repeat).collect(Collectors.joining(GAP)));
    return lines;
  }

  private int columnWidth(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> width(row.get(column)))
        .max()
        .orElse(0);
  }

  private String line(List<String> row, List<Integer> widths) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < row.size(); column++) {
      cells.add(padded(row.get(column), widths.get(column), header.get(column).getAlignment()));
    }
    return String.join(GAP, cells).stripTrailing();
  }

  private static String padded(String cell, int width, TableCell.Alignment alignment) {
    int missing = width - width(cell);
    int before =
        switch (alignment) {
          case RIGHT -> missing;
          case CENTER -> missing / 2;
          case LEFT -> 0;
          case null -> 0;
        };
    return " ".repeat(before) + cell + " ".repeat(missing - before);
  }

  private static int width(String text) {
    return text.codePoints().map(AlignedTable::characterWidth).sum();
  }

  private static int characterWidth(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        Character.isIdeographic(codePoint)
            || Character.isEmojiPresentation(codePoint)
            || WIDE.contains(Character.UnicodeScript.of(codePoint));
    return wide ? 2 : 1;
  }
}
