package dev.parley.web;

import dev.parley.message.Moment;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Turns images into links, because an image that loads tells its server who reads and what; and
/// links to anything but web and mail addresses into plain text. Moments stay.
final class SafeLinks extends AbstractVisitor {
  private static final Pattern SAFE =
      Pattern.compile("(https?://|mailto:)[^\\s\\p{Cntrl}]+", Pattern.CASE_INSENSITIVE);

  @Override
  public void visit(Image image) {
    String words = PlainWords.of(image);
    Text text = new Text(words.isBlank() ? image.getDestination() : words);
    if (isSafe(image.getDestination()) && !insideLink(image)) {
      Link link = new Link(image.getDestination(), null);
      link.appendChild(text);
      image.insertBefore(link);
    } else {
      image.insertBefore(text);
    }
    image.unlink();
  }

  private static boolean insideLink(Node node) {
    return Optional.ofNullable(node.getParent())
        .map(parent -> parent instanceof Link || insideLink(parent))
        .orElse(false);
  }

  @Override
  public void visit(Link link) {
    visitChildren(link);
    if (!isSafe(link.getDestination()) && Moment.of(link).isEmpty()) {
      while (link.getFirstChild() != null) {
        link.insertBefore(link.getFirstChild());
      }
      link.unlink();
    }
  }

  private static boolean isSafe(String destination) {
    return SAFE.matcher(destination).matches();
  }
}
