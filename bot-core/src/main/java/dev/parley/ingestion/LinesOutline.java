package dev.parley.ingestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Takes source code and the like apart: between what stands by itself, else at empty lines, else
/// between lines. Each part knows in what it is, by how far lines are indented.
final class LinesOutline {
  /// What the fence around a part takes.
  private static final int MARKS = 40;

  private static final int ROOM = PassageSizes.USUAL - MARKS;

  private final List<String> lines;
  private final Fence fence;

  private LinesOutline(List<String> lines, Fence fence) {
    this.lines = lines;
    this.fence = fence;
  }

  /// Some lines, one after the other.
  private record Range(int start, int end) {}

  /// How fine lines are told apart, the coarsest first.
  private enum Border {
    TOP_LEVEL,
    EMPTY_LINE,
    LINE;

    Border finer() {
      return this == TOP_LEVEL ? EMPTY_LINE : LINE;
    }
  }

  static List<Section> of(SourceText source) {
    List<String> lines =
        Arrays.stream(source.text().split("\n", -1))
            .flatMap(line -> fitting(line).stream())
            .toList();
    LinesOutline outline = new LinesOutline(lines, Fence.of(source.name()));
    return outline.packed(new Range(0, lines.size()), Border.TOP_LEVEL).stream()
        .map(outline::trimmed)
        .filter(range -> range.start < range.end)
        .map(outline::section)
        .toList();
  }

  private static List<String> fitting(String line) {
    return line.length() <= ROOM ? List.of(line) : Sentences.parts(line, ROOM);
  }

  private List<Range> packed(Range all, Border border) {
    List<Range> packed = new ArrayList<>();
    for (Range unit : units(all, border)) {
      Range last = packed.isEmpty() ? unit : packed.getLast();
      Range together = new Range(last.start, unit.end);
      if (!packed.isEmpty() && length(together) <= ROOM) {
        packed.set(packed.size() - 1, together);
      } else if (length(unit) <= ROOM || border == Border.LINE) {
        packed.add(unit);
      } else {
        packed.addAll(packed(unit, border.finer()));
      }
    }
    return packed;
  }

  private List<Range> units(Range all, Border border) {
    List<Range> units = new ArrayList<>();
    int start = all.start;
    for (int at = all.start + 1; at < all.end; at++) {
      if (isBorder(at, border)) {
        units.add(new Range(start, at));
        start = at;
      }
    }
    units.add(new Range(start, all.end));
    return units;
  }

  private boolean isBorder(int at, Border border) {
    boolean afterEmpty = lines.get(at - 1).isBlank() && !lines.get(at).isBlank();
    return switch (border) {
      case TOP_LEVEL -> afterEmpty && indentation(lines.get(at)) == 0;
      case EMPTY_LINE -> afterEmpty;
      case LINE -> true;
    };
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }

  private int length(Range range) {
    return IntStream.range(range.start, range.end).map(at -> lines.get(at).length() + 1).sum();
  }

  private Range trimmed(Range range) {
    int start = range.start;
    int end = range.end;
    while (start < end && lines.get(start).isBlank()) {
      start++;
    }
    while (end > start && lines.get(end - 1).isBlank()) {
      end--;
    }
    return new Range(start, end);
  }

  private Section section(Range range) {
    String text = fence.around(String.join("\n", lines.subList(range.start, range.end)));
    Block block = new Block(text, Optional.empty(), MarkdownCutting::cut);
    return new Section(Enclosing.of(lines, range.start), Optional.empty(), List.of(block));
  }
}
