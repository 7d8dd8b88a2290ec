package dev.parley.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/// Makes boxes of the brackets that list items begin with.
///
/// Source: GitHub Flavored Markdown Spec, "Task list items".
final class TaskLists implements PostProcessor {
  private static final Pattern BOX = Pattern.compile("\\[[ xX]][ \\t]+");

  @Override
  public Node process(Node document) {
    document.accept(new Items());
    return document;
  }

  private static final class Items extends AbstractVisitor {
    @Override
    public void visit(ListItem item) {
      if (item.getFirstChild() instanceof Paragraph paragraph
          && paragraph.getFirstChild() instanceof Text text) {
        mark(item, text);
      }
      visitChildren(item);
    }

    private static void mark(ListItem item, Text text) {
      Matcher box = BOX.matcher(text.getLiteral());
      if (box.lookingAt() && (text.getNext() != null || box.end() < text.getLiteral().length())) {
        item.prependChild(new TaskMarker(text.getLiteral().charAt(1) != ' '));
        text.setLiteral(text.getLiteral().substring(box.end()));
      }
    }
  }
}
