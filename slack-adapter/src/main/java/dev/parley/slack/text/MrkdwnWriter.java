package dev.parley.slack.text;

import dev.parley.message.AlignedTable;
import dev.parley.message.MarkupLines;
import dev.parley.message.Moment;
import dev.parley.message.TaskMarker;
import dev.parley.message.VisibleWords;
import dev.parley.message.WebAddress;
import java.util.Optional;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// Writes a tree in Slack's own markup. Source: "Formatting text for app surfaces".
final class MrkdwnWriter extends AbstractVisitor {
  private static final int LEAST_INDENT = 4;

  private final MarkupLines out = new MarkupLines(String::stripTrailing);
  private boolean bold;
  private boolean linked;

  private MrkdwnWriter() {}

  static String of(Node document) {
    MrkdwnWriter writer = new MrkdwnWriter();
    document.accept(writer);
    return writer.out.text();
  }

  static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public void visit(Document document) {
    visitChildren(document);
  }

  @Override
  public void visit(Paragraph paragraph) {
    visitChildren(paragraph);
    endBlock(paragraph);
  }

  /// Leaves no line free in a list without free lines.
  private void endBlock(Node block) {
    out.end(block, block.getParent() instanceof ListItem item && isTight(item.getParent()));
  }

  private static boolean isTight(Node node) {
    return node instanceof ListBlock list && list.isTight();
  }

  @Override
  public void visit(Heading heading) {
    bold("*", heading);
    endBlock(heading);
  }

  @Override
  public void visit(StrongEmphasis strong) {
    bold("*", strong);
  }

  private void bold(String mark, Node node) {
    if (bold) {
      visitChildren(node);
    } else {
      bold = true;
      around(mark, node);
      bold = false;
    }
  }

  @Override
  public void visit(Emphasis emphasis) {
    around("_", emphasis);
  }

  private void around(String mark, Node node) {
    if (!VisibleWords.of(node).isEmpty()) {
      out.raw(mark);
      visitChildren(node);
      out.raw(mark);
    }
  }

  @Override
  public void visit(CustomNode node) {
    switch (node) {
      case Strikethrough struck -> around("~", struck);
      case TaskMarker marker -> out.raw(marker.symbol() + " ");
      default -> visitChildren(node);
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock table) {
      code(String.join("\n", AlignedTable.lines(table)), table);
    } else {
      visitChildren(block);
    }
  }

  private void code(String literal, Node block) {
    out.code("", escaped(literal));
    endBlock(block);
  }

  @Override
  public void visit(BlockQuote quote) {
    out.pushQuote("> ");
    visitChildren(quote);
    out.pop();
    endBlock(quote);
  }

  @Override
  public void visit(BulletList list) {
    visitChildren(list);
    endBlock(list);
  }

  @Override
  public void visit(OrderedList list) {
    visitChildren(list);
    endBlock(list);
  }

  @Override
  public void visit(ListItem item) {
    String mark = mark(item);
    out.pushItem(mark, " ".repeat(Math.max(LEAST_INDENT, mark.length())));
    visitChildren(item);
    out.pop();
    out.end(item, isTight(item.getParent()));
  }

  private static String mark(ListItem item) {
    if (item.getFirstChild() instanceof TaskMarker) {
      return "";
    }
    if (!(item.getParent() instanceof OrderedList list)) {
      return "• ";
    }
    return MarkupLines.number(item, list) + ". ";
  }

  @Override
  public void visit(ThematicBreak rule) {
    out.raw(MarkupLines.RULE);
    endBlock(rule);
  }

  @Override
  public void visit(FencedCodeBlock code) {
    code(code.getLiteral(), code);
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    code(code.getLiteral(), code);
  }

  @Override
  public void visit(HtmlBlock html) {
    words(html.getLiteral().stripTrailing());
    endBlock(html);
  }

  /// Writes people's or the model's words: what would be markup is shown.
  private void words(String words) {
    out.raw(escaped(words));
  }

  @Override
  public void visit(HtmlInline html) {
    words(html.getLiteral());
  }

  @Override
  public void visit(Text text) {
    words(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    String literal = code.getLiteral().replace('`', 'ˋ');
    out.raw("`");
    words(literal);
    out.raw("`");
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    words("\n");
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    words("\n");
  }

  @Override
  public void visit(Image image) {
    link(image, image.getDestination());
  }

  @Override
  public void visit(Link link) {
    Optional<Moment> moment = linked ? Optional.empty() : Moment.of(link);
    moment.ifPresentOrElse(
        time -> out.raw(SlackDate.of(time)), () -> link(link, link.getDestination()));
  }

  private void link(Node node, String destination) {
    String words = VisibleWords.of(node).replaceAll("\\s+", " ");
    if (linked || !WebAddress.isSafe(destination)) {
      visitChildren(node);
    } else if (words.isEmpty() || words.equals(destination)) {
      out.raw("<" + escaped(destination) + ">");
    } else {
      linked = true;
      out.raw("<" + escaped(destination) + "|");
      visitChildren(node);
      out.raw(">");
      linked = false;
    }
  }
}
