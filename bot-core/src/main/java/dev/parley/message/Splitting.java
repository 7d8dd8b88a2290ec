package dev.parley.message;

import dev.parley.message.Piece.Border;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/// One text on its way into parts.
final class Splitting {
  /// A header that takes more of a part than one in so many is not repeated.
  private static final int SMALLEST_SHARE_OF_HEAD = 4;

  private final int limit;
  private final ToIntFunction<String> measure;
  private final List<Piece> pieces;
  private final PartWriting writing;
  private int start;

  Splitting(Markdown markdown, int limit, ToIntFunction<String> measure) {
    this.limit = limit;
    this.measure = measure;
    this.pieces = new ArrayList<>(Pieces.of(markdown.document()));
    this.writing = new PartWriting(markdown, pieces, this::worthRepeating);
    skipSpace();
  }

  private boolean worthRepeating(Node head) {
    return VisibleWords.of(head).length() <= limit / SMALLEST_SHARE_OF_HEAD;
  }

  private void skipSpace() {
    while (hasMore() && pieces.get(start).isSpace()) {
      start++;
    }
  }

  boolean hasMore() {
    return start < pieces.size();
  }

  /// The next part; blank where there was nothing more to see.
  String next() {
    int most = most();
    while (most == start && hasMore()) {
      divide(start);
      most = most();
    }
    int end = beforeRow(bestEnd(most));
    String part = writing.part(start, end);
    start = end;
    skipSpace();
    return part;
  }

  private boolean fits(int end) {
    return measure.applyAsInt(writing.part(start, end)) <= limit;
  }

  /// The latest place where a part may end, as far as bisection finds it.
  private int most() {
    int low = start;
    int high = reach() + 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (fits(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The first place that is surely too far, because the words alone are too long.
  private int reach() {
    int end = start;
    int length = 0;
    while (end < pieces.size() && length <= limit) {
      length += measure.applyAsInt(pieces.get(end).text().strip());
      end++;
    }
    return end;
  }

  private int bestEnd(int most) {
    if (most == pieces.size()) {
      return most;
    }
    int least = halfway(most);
    for (Border border : Border.values()) {
      for (int end = most; end > least; end--) {
        if (pieces.get(end).before() == border && (end == most || fits(end))) {
          return end;
        }
      }
    }
    return most;
  }

  /// A row of a table is not cut, unless it is the part's only one.
  private int beforeRow(int end) {
    int begin = end;
    while (begin > start && begin < pieces.size() && inOneRow(begin - 1, begin)) {
      begin--;
    }
    return begin > start && fits(begin) ? begin : end;
  }

  private boolean inOneRow(int one, int other) {
    List<Node> path = pieces.get(other).path();
    return pieces.get(one).path().stream()
        .anyMatch(node -> node instanceof TableRow && path.contains(node));
  }

  /// Where half of the room is used: a part is not left emptier for a better border.
  private int halfway(int most) {
    int total = 0;
    for (int i = start; i < most; i++) {
      total += 1 + pieces.get(i).text().length();
    }
    int end = start;
    for (int length = 0; end < most && 2 * length < total; end++) {
      length += 1 + pieces.get(end).text().length();
    }
    return end - 1;
  }

  /// Replaces a piece that has no room in a part by smaller ones.
  private void divide(int index) {
    Piece piece = pieces.remove(index);
    pieces.addAll(index, smaller(piece));
  }

  private List<Piece> smaller(Piece piece) {
    if (piece.leaf() instanceof Link time && Moment.of(time).isPresent()) {
      return List.of(piece.words());
    }
    boolean link = piece.leaf() instanceof Link || piece.leaf() instanceof Image;
    if (piece.hasText() && writing.marksAround(piece, measure) <= limit / 2) {
      return halves(piece);
    }
    if (link
        && piece.leaf().getFirstChild() != null
        && writing.marksAround(piece, measure) <= limit / 2) {
      return Pieces.inside(piece);
    }
    return piece.text().isBlank() ? List.of() : List.of(piece.bare(piece.text().strip()));
  }

  private static List<Piece> halves(Piece piece) {
    String text = piece.text();
    int middle = middle(text);
    return List.of(
        piece.withText(text.substring(0, middle), piece.before()),
        piece.withText(text.substring(middle), Border.CHARACTER));
  }

  /// Before a word, where one begins near the middle.
  private static int middle(String text) {
    BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
    words.setText(text);
    int word = words.preceding(text.length() / 2 + 1);
    return word > text.length() / 4 ? word : character(text);
  }

  private static int character(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int middle = characters.preceding(text.length() / 2 + 1);
    if (middle <= 0) {
      middle = characters.next();
    }
    return middle < text.length() ? middle : text.offsetByCodePoints(0, 1);
  }
}
