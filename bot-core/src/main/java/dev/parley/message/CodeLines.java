package dev.parley.message;

import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;

/// Blocks whose lines mean what they say: they are cut between lines, and each part is a fence.
final class CodeLines {
  private static final int SHORTEST_FENCE = 3;

  private CodeLines() {}

  static boolean are(Node node) {
    return node instanceof FencedCodeBlock
        || node instanceof IndentedCodeBlock
        || node instanceof HtmlBlock;
  }

  /// The lines, each with its end.
  static List<String> of(Node node) {
    String literal = literal(node);
    return literal.isEmpty() ? List.of("\n") : List.of(literal.split("(?<=\n)"));
  }

  private static String literal(Node node) {
    return switch (node) {
      case FencedCodeBlock fenced -> fenced.getLiteral();
      case IndentedCodeBlock indented -> indented.getLiteral();
      case HtmlBlock html -> html.getLiteral();
      default -> throw new IllegalArgumentException("no lines of code in " + node);
    };
  }

  /// An empty fence for lines of a block. HTML becomes code too: its later lines alone would not be
  /// taken for HTML.
  static FencedCodeBlock fence(Node node) {
    FencedCodeBlock fence = new FencedCodeBlock();
    fence.setLiteral("");
    if (node instanceof FencedCodeBlock original) {
      fence.setInfo(original.getInfo());
      fence.setFenceCharacter(original.getFenceCharacter());
    } else {
      fence.setInfo(node instanceof HtmlBlock ? "html" : "");
      fence.setFenceCharacter("`");
    }
    return fence;
  }

  static void append(FencedCodeBlock fence, String text) {
    String literal = fence.getLiteral() + text;
    fence.setLiteral(literal);
    String mark = fence.getFenceCharacter();
    int length = SHORTEST_FENCE;
    while (literal.contains(mark.repeat(length))) {
      length++;
    }
    fence.setClosingFenceLength(null);
    fence.setOpeningFenceLength(length);
    fence.setClosingFenceLength(length);
  }
}
