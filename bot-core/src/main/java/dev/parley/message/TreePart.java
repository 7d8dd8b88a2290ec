package dev.parley.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Text;

/// Puts consecutive [Piece]s together to a tree of their own: what they were in is opened again,
/// tables with their header, lists with the next number. An item's rest stands without its bullet.
final class TreePart {
  private final Document document = new Document();
  private final List<Node> originals = new ArrayList<>();
  private final List<Node> copies = new ArrayList<>();
  private final Set<Node> continued = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Predicate<Node> repeatsHead;

  private TreePart(Predicate<Node> repeatsHead) {
    this.repeatsHead = repeatsHead;
  }

  /// @param before what the piece before them is in, empty where they are the first
  /// @param repeatsHead whether a table's header is worth its room in each part
  static Document of(List<Piece> pieces, List<Node> before, Predicate<Node> repeatsHead) {
    TreePart part = new TreePart(repeatsHead);
    part.continued.addAll(before);
    for (int i = 0; i < pieces.size(); i++) {
      part.add(pieces.get(i), i == 0, i == pieces.size() - 1);
    }
    return part.document;
  }

  private void add(Piece piece, boolean first, boolean last) {
    open(pathOf(piece), piece.leaf());
    Node parent = innermost();
    switch (piece.leaf()) {
      case Node lines when CodeLines.are(lines) -> addLine(parent, piece);
      case Code _ -> parent.appendChild(new Code(piece.text()));
      case Text _ -> parent.appendChild(new Text(trimmed(piece.text(), first, last)));
      case TableCell _ -> {
        // rows come with all their cells
      }
      default -> parent.appendChild(NodeCopy.deep(piece.leaf()));
    }
  }

  private Node innermost() {
    return copies.isEmpty() ? document : copies.getLast();
  }

  private static String trimmed(String text, boolean first, boolean last) {
    String begun = first ? text.stripLeading() : text;
    return last ? begun.stripTrailing() : begun;
  }

  private void addLine(Node parent, Piece piece) {
    if (originals.isEmpty() || !originals.getLast().equals(piece.leaf())) {
      FencedCodeBlock fence = CodeLines.fence(piece.leaf());
      parent.appendChild(fence);
      originals.add(piece.leaf());
      copies.add(fence);
    }
    CodeLines.append((FencedCodeBlock) copies.getLast(), piece.text());
  }

  private List<Node> pathOf(Piece piece) {
    List<Node> path = new ArrayList<>(piece.path());
    for (Node node : piece.path()) {
      if (node instanceof ListItem && continued.contains(node)) {
        path.remove(node);
        path.remove(node.getParent());
      }
    }
    if (CodeLines.are(piece.leaf())
        && !originals.isEmpty()
        && originals.getLast().equals(piece.leaf())) {
      path.add(piece.leaf());
    }
    return path;
  }

  private void open(List<Node> path, Node leaf) {
    List<Node> inside = new ArrayList<>(path);
    inside.add(leaf);
    int same = 0;
    while (same < Math.min(path.size(), originals.size())
        && path.get(same).equals(originals.get(same))) {
      same++;
    }
    originals.subList(same, originals.size()).clear();
    copies.subList(same, copies.size()).clear();
    for (Node node : path.subList(same, path.size())) {
      Node copy = opened(node, inside);
      originals.add(node);
      copies.add(copy);
    }
  }

  private Node opened(Node node, List<Node> inside) {
    if (node instanceof TableCell) {
      return cellOf(innermost(), indexOf(node));
    }
    Node copy = NodeCopy.shallow(node);
    innermost().appendChild(copy);
    if (node instanceof OrderedList list && copy instanceof OrderedList again) {
      again.setMarkerStartNumber(list.getMarkerStartNumber() + indexOf(next(inside, node)));
    } else if (node instanceof TableRow) {
      addCells(copy, node, false);
    } else if (node instanceof TableBlock && next(inside, node) instanceof TableBody) {
      addHead(copy, node.getFirstChild());
    }
    return copy;
  }

  private static Node next(List<Node> inside, Node node) {
    return inside.get(inside.indexOf(node) + 1);
  }

  private static int indexOf(Node node) {
    int index = 0;
    for (Node other = node.getPrevious(); other != null; other = other.getPrevious()) {
      index++;
    }
    return index;
  }

  private static Node cellOf(Node row, int index) {
    Node cell = row.getFirstChild();
    for (int i = 0; i < index; i++) {
      cell = cell.getNext();
    }
    return cell;
  }

  private void addHead(Node table, Node head) {
    Node row = new TableRow();
    addCells(row, head.getFirstChild(), repeatsHead.test(head));
    Node copy = new TableHead();
    copy.appendChild(row);
    table.appendChild(copy);
  }

  private static void addCells(Node copy, Node row, boolean withWords) {
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      copy.appendChild(withWords ? NodeCopy.deep(cell) : NodeCopy.shallow(cell));
    }
  }
}
