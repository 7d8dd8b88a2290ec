package dev.parley.message;

import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// A part of a text that is not cut unless it is too long by itself: a word, a line of code, a
/// link.
///
/// @param path the nodes that it is in, beginning with a block of the document
/// @param leaf the node that it is, or is taken from
/// @param text its own words; of a line of code, with the line's end
/// @param before how good a place for a cut is before it
record Piece(List<Node> path, Node leaf, String text, Border before) {
  /// Places where a text may be cut, the best first.
  enum Border {
    DOCUMENT_BLOCK,
    BLOCK,
    LINE,
    SENTENCE,
    WORD,
    CHARACTER
  }

  Piece {
    path = List.copyOf(path);
  }

  Node block() {
    return path.isEmpty() ? leaf : path.getFirst();
  }

  boolean hasText() {
    return leaf instanceof Text || leaf instanceof Code || CodeLines.are(leaf);
  }

  /// Whether nobody misses it at the edge of a part.
  boolean isSpace() {
    return leaf instanceof SoftLineBreak
        || leaf instanceof HardLineBreak
        || (leaf instanceof Text && text.isBlank());
  }

  Piece withText(String other, Border border) {
    return new Piece(path, leaf, other, border);
  }

  Piece withBorder(Border border) {
    return new Piece(path, leaf, text, border);
  }

  /// Its words alone, where they stand.
  Piece words() {
    return new Piece(path, new Text(text), text, before);
  }

  /// The same words in a paragraph of their own, for where the marks around them take too much.
  Piece bare(String words) {
    return new Piece(List.of(new Paragraph()), new Text(words), words, before);
  }
}
