package dev.parley.web;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// The words below a node, without any marks.
final class PlainWords extends AbstractVisitor {
  private final StringBuilder words = new StringBuilder();

  private PlainWords() {}

  static String of(Node node) {
    PlainWords visitor = new PlainWords();
    visitor.visitChildren(node);
    return visitor.words.toString();
  }

  @Override
  public void visit(Text text) {
    words.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    words.append(code.getLiteral());
  }
}
