package dev.parley.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/// Lines of a platform's markup while they are written, with what each begins with in quotes and
/// lists.
public final class MarkupLines {
  /// Stands for a border between parts of a text where the markup has none.
  public static final String RULE = "──────────";

  /// What the first line of a quote or list item begins with, and what the others do.
  private static final class Start {
    private String now;
    private final String later;
    private final boolean isItem;

    private Start(String now, String later, boolean isItem) {
      this.now = now;
      this.later = later;
      this.isItem = isItem;
    }

    private String take() {
      String taken = now;
      now = later;
      return taken;
    }

    private boolean isTaken() {
      return now.equals(later);
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final List<Start> starts = new ArrayList<>();
  private final UnaryOperator<String> free;
  private boolean lineBegun;

  /// @param free how a line with nothing on it is written, from what it would begin with
  public MarkupLines(UnaryOperator<String> free) {
    this.free = free;
  }

  /// Begins a quote.
  public void pushQuote(String mark) {
    starts.addLast(new Start(mark, mark, false));
  }

  /// Begins an item of a list.
  ///
  /// @param indent what its lines but the first begin with
  public void pushItem(String mark, String indent) {
    starts.addLast(new Start(mark, indent, true));
  }

  /// Ends what was begun last.
  public void pop() {
    starts.removeLast();
  }

  /// What is written here stands outside of the lists that it is in: lines before it are ended,
  /// items' marks are written.
  public void outsideOfLists(Runnable writing) {
    if (starts.stream().anyMatch(start -> start.isItem && !start.isTaken())) {
      beginLine();
    }
    endLine();
    List<Start> all = List.copyOf(starts);
    starts.removeIf(start -> start.isItem);
    writing.run();
    endLine();
    starts.clear();
    starts.addAll(all);
  }

  public void raw(String markup) {
    for (int at = 0; at < markup.length(); at++) {
      char character = markup.charAt(at);
      beginLine();
      if (character == '\n') {
        endLine();
      } else {
        text.append(character);
      }
    }
  }

  private void beginLine() {
    if (!lineBegun) {
      starts.forEach(start -> text.append(start.take()));
      lineBegun = true;
    }
  }

  public void endLine() {
    if (lineBegun) {
      text.append('\n');
      lineBegun = false;
    }
  }

  /// Writes code in a fence. Another fence inside would end it, so its marks are replaced by ones
  /// that look alike.
  ///
  /// @param language what the code is written in, empty where that is unknown
  public void code(String language, String literal) {
    endLine();
    raw("```" + language + "\n" + literal.stripTrailing().replace("```", "ˋˋˋ") + "\n```");
    endLine();
  }

  /// Ends a line and, where more follows, leaves one free unless the blocks stand close together.
  public void end(Node block, boolean close) {
    endLine();
    if (block.getNext() != null && !close && !endsFree()) {
      StringBuilder line = new StringBuilder();
      starts.forEach(start -> line.append(start.later));
      text.append(free.apply(line.toString())).append('\n');
    }
  }

  private boolean endsFree() {
    int length = text.length();
    return length >= 2 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
  }

  /// The number of an item in an ordered list.
  public static int number(ListItem item, OrderedList list) {
    int number = list.getMarkerStartNumber();
    for (Node other = item.getPrevious(); other != null; other = other.getPrevious()) {
      number++;
    }
    return number;
  }

  public String text() {
    return text.toString().strip();
  }
}
