package dev.parley.slack.text;

import dev.parley.message.AlignedTable;
import dev.parley.message.TaskMarker;
import dev.parley.message.VisibleWords;
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
  private static final String RULE = "──────────";

  private final MrkdwnLines out = new MrkdwnLines();
  private boolean bold;
  private boolean linked;

  private MrkdwnWriter() {}

  static String of(Node document) {
    MrkdwnWriter writer = new MrkdwnWriter();
    document.accept(writer);
    return writer.out.text();
  }

  @Override
  public void visit(Document document) {
    visitChildren(document);
  }

  @Override
  public void visit(Paragraph paragraph) {
    visitChildren(paragraph);
    out.endBlock(paragraph);
  }

  @Override
  public void visit(Heading heading) {
    bold("*", heading);
    out.endBlock(heading);
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
      out.code(String.join("\n", AlignedTable.lines(table)), table);
    } else {
      visitChildren(block);
    }
  }

  @Override
  public void visit(BlockQuote quote) {
    out.push("> ", "> ");
    visitChildren(quote);
    out.pop();
    out.endBlock(quote);
  }

  @Override
  public void visit(BulletList list) {
    visitChildren(list);
    out.endBlock(list);
  }

  @Override
  public void visit(OrderedList list) {
    visitChildren(list);
    out.endBlock(list);
  }

  @Override
  public void visit(ListItem item) {
    String mark = mark(item);
    out.push(mark, " ".repeat(Math.max(4, mark.length())));
    visitChildren(item);
    out.pop();
    out.endItem(item);
  }

  private static String mark(ListItem item) {
    if (item.getFirstChild() instanceof TaskMarker) {
      return "";
    }
    if (!(item.getParent() instanceof OrderedList list)) {
      return "• ";
    }
    int number = list.getMarkerStartNumber();
    for (Node other = item.getPrevious(); other != null; other = other.getPrevious()) {
      number++;
    }
    return number + ". ";
  }

  @Override
  public void visit(ThematicBreak rule) {
    out.raw(RULE);
    out.endBlock(rule);
  }

  @Override
  public void visit(FencedCodeBlock code) {
    out.code(code.getLiteral(), code);
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    out.code(code.getLiteral(), code);
  }

  @Override
  public void visit(HtmlBlock html) {
    out.words(html.getLiteral().stripTrailing());
    out.endBlock(html);
  }

  @Override
  public void visit(HtmlInline html) {
    out.words(html.getLiteral());
  }

  @Override
  public void visit(Text text) {
    out.words(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    String literal = code.getLiteral().replace('`', 'ˋ');
    out.raw("`");
    out.words(literal);
    out.raw("`");
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    out.words("\n");
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    out.words("\n");
  }

  @Override
  public void visit(Image image) {
    link(image, image.getDestination());
  }

  @Override
  public void visit(Link link) {
    link(link, link.getDestination());
  }

  private void link(Node node, String destination) {
    String words = VisibleWords.of(node).replaceAll("\\s+", " ");
    if (linked || !WebAddress.isSafe(destination)) {
      visitChildren(node);
    } else if (words.isEmpty() || words.equals(destination)) {
      out.raw("<" + MrkdwnLines.escaped(destination) + ">");
    } else {
      linked = true;
      out.raw("<" + MrkdwnLines.escaped(destination) + "|");
      visitChildren(node);
      out.raw(">");
      linked = false;
    }
  }
}
