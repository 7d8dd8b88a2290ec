package dev.parley.message;

import dev.parley.message.Piece.Border;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Takes a tree apart into its [Piece]s, in reading order.
final class Pieces {
  private final List<Piece> found = new ArrayList<>();
  private final List<Node> path = new ArrayList<>();
  private Border border = Border.DOCUMENT_BLOCK;

  private Pieces() {}

  static List<Piece> of(Node document) {
    Pieces pieces = new Pieces();
    pieces.addChildren(document);
    return pieces.found;
  }

  /// The pieces of a link's or picture's words, each of them such a link again.
  static List<Piece> inside(Piece piece) {
    Pieces pieces = new Pieces();
    pieces.path.addAll(piece.path());
    pieces.border = piece.before();
    pieces.enter(piece.leaf());
    return pieces.found;
  }

  private void addChildren(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      add(child);
    }
  }

  private void add(Node node) {
    if (node instanceof LinkReferenceDefinition) {
      return;
    }
    if (node instanceof Block && node.getPrevious() != null) {
      raise(blockBorder(node));
    } else if (node instanceof TableCell) {
      raise(Border.WORD);
    }
    switch (node) {
      case Text text -> addWords(text, text.getLiteral());
      case Code code -> addWords(code, code.getLiteral());
      case Node lines when CodeLines.are(lines) -> addLines(lines);
      case Link link -> addWhole(link);
      case Image image -> addWhole(image);
      case Node container when container.getFirstChild() != null -> enter(container);
      default -> addWhole(node);
    }
  }

  private static Border blockBorder(Node node) {
    Node previous = node.getPrevious();
    if (previous instanceof Heading || previous instanceof TaskMarker) {
      return Border.CHARACTER;
    }
    return node.getParent() instanceof Document ? Border.DOCUMENT_BLOCK : Border.BLOCK;
  }

  private void raise(Border other) {
    border = other;
  }

  private void enter(Node container) {
    path.add(container);
    addChildren(container);
    path.removeLast();
  }

  private void addWords(Node leaf, String literal) {
    Set<Integer> sentences =
        new HashSet<>(borders(BreakIterator.getSentenceInstance(Locale.ROOT), literal));
    int start = 0;
    for (int end : borders(BreakIterator.getLineInstance(Locale.ROOT), literal)) {
      if (start > 0) {
        raise(sentences.contains(start) ? Border.SENTENCE : Border.WORD);
      }
      addPiece(leaf, literal.substring(start, end));
      start = end;
    }
  }

  private static List<Integer> borders(BreakIterator iterator, String text) {
    List<Integer> borders = new ArrayList<>();
    iterator.setText(text);
    iterator.first();
    for (int at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
      borders.add(at);
    }
    return borders;
  }

  private void addLines(Node block) {
    boolean first = true;
    for (String line : CodeLines.of(block)) {
      if (!first) {
        raise(Border.LINE);
      }
      addPiece(block, line);
      first = false;
    }
  }

  private void addWhole(Node node) {
    addPiece(node, VisibleWords.of(node));
    if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      raise(Border.LINE);
    }
  }

  private void addPiece(Node leaf, String text) {
    found.add(new Piece(path, leaf, text, border));
    raise(Border.CHARACTER);
  }
}
