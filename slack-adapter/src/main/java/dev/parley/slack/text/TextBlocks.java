package dev.parley.slack.text;

import dev.parley.message.Markdown;
import dev.parley.message.Moment;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;

/// Finds which blocks show a message's text. Markdown blocks know no dates (Slack's documentation,
/// "Markdown block"), so what names a moment is a section, which has no room for the rest of
/// Markdown.
final class TextBlocks {
  /// A message takes 50; some are left for buttons and notes.
  private static final int MOST = 40;

  private final String source;
  private final List<TextBlock> blocks = new ArrayList<>();

  private TextBlocks(String source) {
    this.source = source;
  }

  /// @param longest how much all of them may hold; where they would hold more, moments are words
  static List<TextBlock> of(String markdown, int longest) {
    Node document = Markdown.parse(markdown).document();
    if (namesMoment(document) && !definesLinks(document)) {
      TextBlocks found = new TextBlocks(markdown);
      found.add(document);
      if (found.fit(longest)) {
        return List.copyOf(found.blocks);
      }
    }
    return List.of(new TextBlock(false, SlackText.markdown(markdown)));
  }

  /// A section would show a table as code, which has no moments either.
  private static boolean namesMoment(Node node) {
    if (node instanceof Link link) {
      return Moment.of(link).isPresent();
    }
    if (node instanceof TableBlock) {
      return false;
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (namesMoment(child)) {
        return true;
      }
    }
    return false;
  }

  /// Then no block can do without the others.
  private static boolean definesLinks(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof LinkReferenceDefinition || definesLinks(child)) {
        return true;
      }
    }
    return false;
  }

  private void add(Node document) {
    int start = 0;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      Node next = node.getNext();
      if (next == null || namesMoment(node) != namesMoment(next)) {
        int end = next == null ? source.length() : lineOf(next);
        add(source.substring(start, end), namesMoment(node));
        start = end;
      }
    }
  }

  private int lineOf(Node block) {
    return source.lastIndexOf('\n', block.getSourceSpans().getFirst().getInputIndex()) + 1;
  }

  private void add(String markdown, boolean withMoments) {
    if (withMoments) {
      SlackText.sections(markdown).forEach(text -> blocks.add(new TextBlock(true, text)));
    } else {
      blocks.add(new TextBlock(false, SlackText.markdown(markdown.strip())));
    }
  }

  private boolean fit(int longest) {
    return blocks.size() <= MOST
        && blocks.stream().noneMatch(block -> block.text().isBlank())
        && blocks.stream().mapToInt(block -> block.text().length()).sum() <= longest;
  }
}
