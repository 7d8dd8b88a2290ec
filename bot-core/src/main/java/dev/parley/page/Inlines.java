package dev.parley.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// The words within a paragraph, a heading or a cell, with the marks that they stand in. Marks
/// begin anew in each paragraph, and only around words.
final class Inlines {
  private final Deque<Supplier<Node>> marks = new ArrayDeque<>();
  private final List<Node> open = new ArrayList<>();
  private @Nullable Node words;
  private boolean space;

  /// Ends what there is, and puts the next words here.
  void begin(Node place) {
    end();
    words = place;
  }

  /// Ends what there is; the next words need a place.
  void end() {
    words = null;
    space = false;
    open.clear();
  }

  boolean hasPlace() {
    return words != null;
  }

  void mark(Supplier<Node> mark) {
    marks.addLast(mark);
  }

  void unmark() {
    marks.removeLast();
    while (open.size() > marks.size()) {
      open.removeLast();
    }
  }

  /// A gap between words, where there are any before and after it.
  void space() {
    space = true;
  }

  /// Words with a gap before or after them where they begin or end with one.
  ///
  /// @param text whose gaps are single spaces
  /// @param block where a paragraph begins if there is no place for words
  void add(String text, Node block) {
    space |= text.startsWith(" ");
    String stripped = text.strip();
    if (!stripped.isEmpty()) {
      place(block).appendChild(new Text(stripped));
      space = text.endsWith(" ");
    }
  }

  void addCode(String code, Node block) {
    if (!code.isBlank()) {
      place(block).appendChild(new Code(code.strip()));
    }
  }

  void breakLine() {
    if (words != null && words.getLastChild() != null) {
      (open.isEmpty() ? words : open.getLast()).appendChild(new HardLineBreak());
      space = false;
    }
  }

  private Node place(Node block) {
    Node paragraph = words;
    if (paragraph == null) {
      paragraph = new Paragraph();
      block.appendChild(paragraph);
      words = paragraph;
    }
    if (space && paragraph.getLastChild() != null) {
      (open.isEmpty() ? paragraph : open.getLast()).appendChild(new Text(" "));
    }
    space = false;
    List<Supplier<Node>> all = List.copyOf(marks);
    for (int depth = open.size(); depth < all.size(); depth++) {
      Node mark = all.get(depth).get();
      (depth == 0 ? paragraph : open.getLast()).appendChild(mark);
      open.add(mark);
    }
    return open.isEmpty() ? paragraph : open.getLast();
  }
}
