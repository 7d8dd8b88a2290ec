package dev.parley.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/// How much of a text that still grows can be shown without flicker: a half link, a half row of a
/// table and marks whose meaning is not clear yet are held back.
///
/// @param settled the beginning of the text that can be shown
/// @param closing what ends the code fence that is open there; empty where none is
public record Draft(String settled, String closing) {
  /// Whatever is open for longer than this is shown as it is.
  private static final int MOST_HELD_BACK = 1_000;

  private static final Pattern OPEN_MARKS =
      Pattern.compile(
          "(?:!?\\[[^\\[\\]]*(?:](?:\\((?:[^()\\n]++|\\([^()\\n]*+\\)?+)*+)?)?|<[^<>\\s]*|&#?\\w*"
              + "|(?<!]\\(|<)\\bhttps?:\\S*|[*_~`!\\\\]+)\\z");
  private static final Pattern OPEN_ROW = Pattern.compile("(?m)^[ \\t>]*\\|[^\\n]*(?:\\n\\s*)?\\z");
  private static final Pattern OPEN_FENCE_MARK = Pattern.compile("\\n[ \\t>]*[`~]+\\z");

  public static Draft of(String soFar) {
    Node last = lastBlock(Markdown.parse(soFar).document());
    if (last instanceof FencedCodeBlock fence && fence.getClosingFenceLength() == null) {
      return inFence(soFar, fence);
    }
    return new Draft(soFar.substring(0, settledLength(soFar, last)), "");
  }

  /// What is shown as a text of its own.
  public String shown() {
    return settled + closing;
  }

  private static Node lastBlock(Node node) {
    Node last = node;
    while (last.getLastChild() instanceof Block child) {
      last = child;
    }
    return last;
  }

  private static Draft inFence(String soFar, FencedCodeBlock fence) {
    int begin = fence.getSourceSpans().getFirst().getInputIndex();
    int lineStart = soFar.lastIndexOf('\n', begin) + 1;
    if (soFar.indexOf('\n', begin) < 0) {
      return new Draft(soFar.substring(0, lineStart), "");
    }
    Matcher mark = OPEN_FENCE_MARK.matcher(soFar);
    String settled = mark.find() ? soFar.substring(0, mark.start() + 1) : soFar;
    String indent = soFar.substring(lineStart, begin).replaceAll("[^>\\t]", " ");
    String end = fence.getFenceCharacter().repeat(fence.getOpeningFenceLength());
    return new Draft(settled, (settled.endsWith("\n") ? "" : "\n") + indent + end);
  }

  private static int settledLength(String soFar, Node last) {
    for (Node node = last; node != null; node = node.getParent()) {
      if (node instanceof TableBlock table) {
        return wholeRows(soFar, table.getSourceSpans().getFirst().getInputIndex());
      }
    }
    int from = Math.max(0, soFar.length() - MOST_HELD_BACK);
    int settled = soFar.length();
    Matcher marks = OPEN_MARKS.matcher(soFar).region(from, soFar.length());
    if (marks.find()) {
      settled = marks.start();
    }
    Matcher row = OPEN_ROW.matcher(soFar).region(from, soFar.length());
    return row.find() ? Math.min(settled, row.start()) : settled;
  }

  private static int wholeRows(String soFar, int table) {
    int header = soFar.indexOf('\n', table);
    int lineStart = soFar.lastIndexOf('\n') + 1;
    return lineStart > header + 1 ? lineStart : table;
  }
}
