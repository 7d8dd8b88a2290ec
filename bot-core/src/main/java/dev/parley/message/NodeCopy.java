package dev.parley.message;

import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// Copies of nodes, for trees that share words with another tree.
final class NodeCopy {
  private NodeCopy() {}

  static Node deep(Node node) {
    if (CodeLines.are(node)) {
      FencedCodeBlock fence = CodeLines.fence(node);
      CodeLines.of(node).forEach(line -> CodeLines.append(fence, line));
      return fence;
    }
    Node copy = shallow(node);
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      copy.appendChild(deep(child));
    }
    return copy;
  }

  /// A copy without children.
  static Node shallow(Node node) {
    return switch (node) {
      case Text text -> new Text(text.getLiteral());
      case Code code -> new Code(code.getLiteral());
      case Paragraph _ -> new Paragraph();
      case BlockQuote _ -> new BlockQuote();
      case ListItem _ -> new ListItem();
      case ThematicBreak _ -> new ThematicBreak();
      case SoftLineBreak _ -> new SoftLineBreak();
      case HardLineBreak _ -> new HardLineBreak();
      case Emphasis emphasis -> new Emphasis(emphasis.getOpeningDelimiter());
      case StrongEmphasis strong -> new StrongEmphasis(strong.getOpeningDelimiter());
      case Strikethrough struck -> new Strikethrough(struck.getOpeningDelimiter());
      case Link link -> new Link(link.getDestination(), link.getTitle());
      case Image image -> new Image(image.getDestination(), image.getTitle());
      case TaskMarker marker -> new TaskMarker(marker.isChecked());
      case Heading heading -> heading(heading);
      case HtmlInline html -> html(html);
      case BulletList list -> bullets(list);
      case OrderedList list -> numbers(list);
      default -> tablePart(node);
    };
  }

  private static Node heading(Heading original) {
    Heading heading = new Heading();
    heading.setLevel(original.getLevel());
    return heading;
  }

  private static Node html(HtmlInline original) {
    HtmlInline html = new HtmlInline();
    html.setLiteral(original.getLiteral());
    return html;
  }

  private static Node bullets(BulletList original) {
    BulletList list = new BulletList();
    list.setMarker(original.getMarker());
    list.setTight(original.isTight());
    return list;
  }

  private static Node numbers(OrderedList original) {
    OrderedList list = new OrderedList();
    list.setMarkerDelimiter(original.getMarkerDelimiter());
    list.setMarkerStartNumber(original.getMarkerStartNumber());
    list.setTight(original.isTight());
    return list;
  }

  private static Node tablePart(Node node) {
    return switch (node) {
      case TableBlock _ -> new TableBlock();
      case TableHead _ -> new TableHead();
      case TableBody _ -> new TableBody();
      case TableRow _ -> new TableRow();
      case TableCell original -> cell(original);
      default -> throw new IllegalArgumentException("unknown in Markdown: " + node);
    };
  }

  private static Node cell(TableCell original) {
    TableCell cell = new TableCell();
    cell.setHeader(original.isHeader());
    cell.setAlignment(original.getAlignment());
    cell.setWidth(original.getWidth());
    return cell;
  }
}
