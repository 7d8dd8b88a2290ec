package dev.parley.slack.text;

import dev.parley.message.Markdown;
import dev.parley.message.WebAddress;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;

/// Makes links to anything but web and mail addresses plain text, in the source: the bracket that
/// opens them is replaced by one that only looks like it, so all else stays where it is.
final class UnsafeLinks extends AbstractVisitor {
  /// What was inside a broken link may be a link itself.
  private static final int MOST_ROUNDS = 50;

  private final List<Integer> openings = new ArrayList<>();

  private UnsafeLinks() {}

  static String broken(String source) {
    String text = source;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      UnsafeLinks unsafe = new UnsafeLinks();
      Markdown.parse(text).document().accept(unsafe);
      if (unsafe.openings.isEmpty()) {
        return text;
      }
      text = unsafe.without(text);
    }
    return text.replace('[', '［').replaceAll("<(?=[A-Za-z][\\w+.-]*:)", "‹");
  }

  private String without(String text) {
    StringBuilder result = new StringBuilder(text);
    for (int start : openings) {
      int at = start;
      while (at < text.length() && "[<".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      if (at < text.length()) {
        result.setCharAt(at, text.charAt(at) == '<' ? '‹' : '［');
      }
    }
    return result.toString();
  }

  @Override
  public void visit(Link link) {
    check(link, link.getDestination());
    visitChildren(link);
  }

  @Override
  public void visit(Image image) {
    check(image, image.getDestination());
    visitChildren(image);
  }

  @Override
  public void visit(LinkReferenceDefinition definition) {
    check(definition, definition.getDestination());
  }

  private void check(Node node, String destination) {
    if (!WebAddress.isSafe(destination) && !node.getSourceSpans().isEmpty()) {
      openings.add(node.getSourceSpans().getFirst().getInputIndex());
    }
  }
}
