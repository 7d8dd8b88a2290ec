package dev.parley.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/// Writes consecutive [Piece]s as CommonMark: blocks that are whole as their author wrote them.
final class PartWriting {
  private final String source;
  private final List<Piece> pieces;
  private final Predicate<Node> repeatsHead;
  private final boolean selfContained;

  /// @param pieces all of the text's; a live list
  PartWriting(Markdown markdown, List<Piece> pieces, Predicate<Node> repeatsHead) {
    this.source = markdown.source();
    this.pieces = pieces;
    this.repeatsHead = repeatsHead;
    this.selfContained = !definesLinks(markdown.document());
  }

  /// A link whose address stands elsewhere would be cut from it.
  private static boolean definesLinks(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof LinkReferenceDefinition || definesLinks(child)) {
        return true;
      }
    }
    return false;
  }

  String part(int start, int end) {
    int last = end;
    while (last > start && pieces.get(last - 1).isSpace()) {
      last--;
    }
    List<String> blocks = new ArrayList<>();
    for (int from = start; from < last; ) {
      int to = endOfBlock(from, last);
      blocks.add(block(from, to));
      from = to;
    }
    return String.join("\n\n", blocks);
  }

  private int endOfBlock(int from, int last) {
    int to = from;
    while (to < last && pieces.get(to).block().equals(pieces.get(from).block())) {
      to++;
    }
    return to;
  }

  private String block(int from, int to) {
    Node block = pieces.get(from).block();
    boolean begins = from == 0 || !pieces.get(from - 1).block().equals(block);
    boolean ends = to == pieces.size() || !pieces.get(to).block().equals(block);
    if (begins && ends && selfContained && isClosed(block) && !block.getSourceSpans().isEmpty()) {
      return original(block);
    }
    List<Node> before = begins ? List.of() : pieces.get(from - 1).path();
    Document tree = TreePart.of(pieces.subList(from, to), before, repeatsHead);
    return MarkdownWriting.of(tree);
  }

  /// Whether no fence is open at the block's end, as in a text that is not finished.
  private static boolean isClosed(Node block) {
    if (block instanceof FencedCodeBlock fence) {
      return fence.getClosingFenceLength() != null;
    }
    return block.getLastChild() == null || isClosed(block.getLastChild());
  }

  private String original(Node block) {
    SourceSpan first = block.getSourceSpans().getFirst();
    SourceSpan last = block.getSourceSpans().getLast();
    int start = first.getInputIndex();
    while (start > 0 && " \t".indexOf(source.charAt(start - 1)) >= 0) {
      start--;
    }
    return source.substring(start, last.getInputIndex() + last.getLength()).stripTrailing();
  }

  /// What a piece takes beyond its own words.
  int marksAround(Piece piece, ToIntFunction<String> measure) {
    Node leaf = piece.leaf();
    List<Piece> example =
        piece.hasText()
            ? List.of(piece.withText("x", piece.before()))
            : Pieces.inside(new Piece(piece.path(), leaf, "", piece.before())).subList(0, 1);
    return measure.applyAsInt(MarkdownWriting.of(TreePart.of(example, List.of(), repeatsHead)));
  }
}
