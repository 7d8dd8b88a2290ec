package dev.parley.discord.text;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;

/// The code within a line, in which marks cannot be escaped.
final class CodeWords extends AbstractVisitor {
  private final StringBuilder words = new StringBuilder();

  private CodeWords() {}

  static String of(Node node) {
    CodeWords visitor = new CodeWords();
    visitor.visitChildren(node);
    return visitor.words.toString();
  }

  @Override
  public void visit(Code code) {
    words.append(code.getLiteral()).append(' ');
  }
}
