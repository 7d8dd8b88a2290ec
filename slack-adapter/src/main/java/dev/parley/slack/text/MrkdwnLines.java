package dev.parley.slack.text;

import java.util.ArrayDeque;
import java.util.Deque;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/// Lines of Slack's markup while they are written, with what each begins with.
final class MrkdwnLines {
  /// What the first line of a quote or list item begins with, and what the others do.
  private static final class Start {
    private String now;
    private final String later;

    private Start(String now, String later) {
      this.now = now;
      this.later = later;
    }

    private String take() {
      String taken = now;
      now = later;
      return taken;
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final Deque<Start> starts = new ArrayDeque<>();
  private boolean lineBegun;

  void push(String first, String others) {
    starts.addLast(new Start(first, others));
  }

  void pop() {
    starts.removeLast();
  }

  /// Writes people's or the model's words: what would be markup is shown.
  void words(String words) {
    raw(escaped(words));
  }

  static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  void raw(String markup) {
    for (int at = 0; at < markup.length(); at++) {
      char character = markup.charAt(at);
      if (character == '\n') {
        beginLine();
        endLine();
      } else {
        beginLine();
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

  void endLine() {
    if (lineBegun) {
      text.append('\n');
      lineBegun = false;
    }
  }

  /// A fence inside of the code would end it, so its marks are replaced by ones that look alike.
  void code(String literal, Node block) {
    endLine();
    raw("```\n" + escaped(literal.stripTrailing().replace("```", "ˋˋˋ")) + "\n```");
    endBlock(block);
  }

  /// Ends a line and, where more follows, leaves one free; not in a list without free lines.
  void endBlock(Node block) {
    boolean tight = block.getParent() instanceof ListItem item && isTight(item.getParent());
    end(block, tight);
  }

  void endItem(ListItem item) {
    end(item, isTight(item.getParent()));
  }

  private static boolean isTight(Node node) {
    return node instanceof ListBlock list && list.isTight();
  }

  private void end(Node node, boolean tight) {
    endLine();
    if (node.getNext() != null && !tight) {
      emptyLine();
    }
  }

  private void emptyLine() {
    if (text.toString().endsWith("\n\n")) {
      return;
    }
    StringBuilder line = new StringBuilder();
    starts.forEach(start -> line.append(start.later));
    text.append(line.toString().stripTrailing()).append('\n');
  }

  String text() {
    return text.toString().strip();
  }
}
