package dev.parley.ingestion;

import dev.parley.message.Markdown;
import dev.parley.message.VisibleWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// Takes a text in Markdown apart at its headings, and what is below each into its blocks, as
/// they are written.
final class MarkdownOutline {
  /// What is longer is no heading, whatever it looks like.
  private static final int LONGEST_HEADING = 200;

  private final List<String> lines;
  private final HeadingAnchors anchors;
  private final List<Section> sections = new ArrayList<>();
  private final List<Above> path = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private Optional<String> anchor = Optional.empty();

  private record Above(int level, String words) {}

  private MarkdownOutline(List<String> lines, HeadingAnchors anchors) {
    this.lines = lines;
    this.anchors = anchors;
  }

  static List<Section> of(SourceText source) {
    Node document = Markdown.parse(source.text()).document();
    List<String> lines = List.of(source.text().split("\n", -1));
    return new MarkdownOutline(lines, HeadingAnchors.of(document, source)).sections(document);
  }

  /// Each block goes up to the line where the next one begins, so that no line is left out.
  private List<Section> sections(Node document) {
    Node block = document.getFirstChild();
    while (block != null) {
      Node next = block.getNext();
      while (next != null && next.getSourceSpans().isEmpty()) {
        next = next.getNext();
      }
      add(block, next == null ? lines.size() : line(next));
      block = next;
    }
    endSection(0);
    return sections;
  }

  private static int line(Node block) {
    return block.getSourceSpans().getFirst().getLineIndex();
  }

  private void add(Node node, int end) {
    String words = node instanceof Heading ? oneLine(VisibleWords.of(node)) : "";
    if (node instanceof Heading heading && !words.isEmpty() && words.length() <= LONGEST_HEADING) {
      endSection(heading.getLevel());
      path.removeIf(above -> above.level >= heading.getLevel());
      path.add(new Above(heading.getLevel(), words));
      anchor = anchors.of(heading);
      return;
    }
    String text = node.getSourceSpans().isEmpty() ? "" : written(line(node), end);
    if (!text.isBlank()) {
      blocks.add(new Block(text, Optional.empty(), cutting(node)));
    }
  }

  private static String oneLine(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }

  /// The lines as they are, also how far the first one is indented.
  private String written(int start, int end) {
    return String.join("\n", lines.subList(start, end)).stripTrailing();
  }

  private static Block.Cutting cutting(Node node) {
    return node instanceof Paragraph ? MarkdownCutting::paragraph : MarkdownCutting::cut;
  }

  /// @param next level of the heading that follows; 0 where none does
  private void endSection(int next) {
    if (!blocks.isEmpty()) {
      sections.add(new Section(path.stream().map(Above::words).toList(), anchor, blocks));
    } else if (!path.isEmpty() && next <= path.getLast().level) {
      sections.add(headingAlone());
    }
    blocks.clear();
  }

  /// A heading below which there is nothing.
  private Section headingAlone() {
    Block words = new Block(path.getLast().words, Optional.empty(), MarkdownCutting::paragraph);
    List<String> above = path.subList(0, path.size() - 1).stream().map(Above::words).toList();
    return new Section(above, anchor, List.of(words));
  }
}
