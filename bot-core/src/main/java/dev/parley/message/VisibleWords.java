package dev.parley.message;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// The words below a node, without any marks.
public final class VisibleWords extends AbstractVisitor {
  private final StringBuilder words = new StringBuilder();

  private VisibleWords() {}

  public static String of(Node node) {
    VisibleWords visitor = new VisibleWords();
    visitor.visitChildren(node);
    if (visitor.words.isEmpty()) {
      node.accept(visitor);
    }
    return visitor.words.toString().strip();
  }

  @Override
  protected void visitChildren(Node parent) {
    super.visitChildren(parent);
    if (parent instanceof Block) {
      endLine();
    }
  }

  private void endLine() {
    if (!words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
      words.append('\n');
    }
  }

  @Override
  public void visit(Text text) {
    words.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    words.append(code.getLiteral());
  }

  @Override
  public void visit(HtmlInline html) {
    words.append(html.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    words.append('\n');
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    words.append('\n');
  }

  @Override
  public void visit(FencedCodeBlock block) {
    words.append(block.getLiteral());
    endLine();
  }

  @Override
  public void visit(IndentedCodeBlock block) {
    words.append(block.getLiteral());
    endLine();
  }

  @Override
  public void visit(HtmlBlock block) {
    words.append(block.getLiteral());
    endLine();
  }

  @Override
  public void visit(CustomNode node) {
    visitChildren(node);
    if (node instanceof TableCell) {
      words.append(node.getNext() == null ? '\n' : ' ');
    }
  }
}
