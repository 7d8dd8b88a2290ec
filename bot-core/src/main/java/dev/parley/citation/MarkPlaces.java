package dev.parley.citation;

import dev.parley.message.Markdown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Where in a text in CommonMark a mark can stand: in or behind words, behind code and links, and
/// never inside of these, of code blocks or of HTML.
final class MarkPlaces extends AbstractVisitor {
  private static final Pattern ENTITY = Pattern.compile("&#?\\w{1,31};");
  private static final int LONGEST_ENTITY = 34;

  private final String text;
  private final NavigableMap<Integer, Anchor> anchors = new TreeMap<>();
  private final Map<Integer, Integer> emphasised = new HashMap<>();

  /// @param words whether marks can stand in it; else only behind it
  /// @param bare whether whatever follows without a space would become a part of it
  private record Anchor(int start, int end, boolean words, boolean bare) {}

  /// A place for a mark.
  ///
  /// @param apart whether a space has to be before it
  record Place(int at, boolean apart) {}

  private MarkPlaces(String text) {
    this.text = text;
  }

  static MarkPlaces in(String text) {
    MarkPlaces places = new MarkPlaces(text);
    Markdown.parse(text).document().accept(places);
    return places;
  }

  /// The place for a mark of what ends there; empty where none is close by.
  Optional<Place> after(int end) {
    Map.Entry<Integer, Anchor> before = anchors.lowerEntry(end);
    if (before == null || end > text.length()) {
      return Optional.empty();
    }
    Anchor anchor = before.getValue();
    if (end > anchor.end() && hasWords(anchor.end(), end)) {
      return Optional.empty();
    }
    int at = anchor.words() ? within(anchor, Math.min(end, anchor.end())) : anchor.end();
    while (emphasised.containsKey(at)) {
      at = emphasised.get(at);
    }
    return Optional.of(new Place(at, anchor.bare()));
  }

  private boolean hasWords(int from, int to) {
    return text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private int within(Anchor anchor, int wanted) {
    int at = wanted;
    while (at - 1 > anchor.start() && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    int from = Math.max(anchor.start(), at - LONGEST_ENTITY);
    Matcher entity = ENTITY.matcher(text).region(from, anchor.end());
    while (entity.find()) {
      if (entity.start() < at && at < entity.end()) {
        return entity.end();
      }
    }
    return isEscaped(at) ? Math.min(at + 1, anchor.end()) : at;
  }

  private boolean isEscaped(int at) {
    int backslashes = 0;
    while (at - backslashes > 0 && text.charAt(at - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  @Override
  public void visit(Text words) {
    add(words, true, false);
  }

  @Override
  public void visit(Code code) {
    add(code, false, false);
  }

  @Override
  public void visit(HtmlInline html) {
    add(html, false, false);
  }

  @Override
  public void visit(Image image) {
    add(image, false, false);
  }

  @Override
  public void visit(Link link) {
    List<SourceSpan> spans = link.getSourceSpans();
    boolean bare =
        !spans.isEmpty() && "[<".indexOf(text.charAt(spans.getFirst().getInputIndex())) < 0;
    add(link, false, bare);
  }

  private void add(Node node, boolean words, boolean bare) {
    if (!node.getSourceSpans().isEmpty()) {
      int start = node.getSourceSpans().getFirst().getInputIndex();
      anchors.put(start, new Anchor(start, end(node), words, bare));
    }
  }

  @Override
  public void visit(Emphasis emphasis) {
    emphasised(emphasis);
  }

  @Override
  public void visit(StrongEmphasis emphasis) {
    emphasised(emphasis);
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof Strikethrough) {
      emphasised(node);
    } else {
      visitChildren(node);
    }
  }

  /// A mark right before the end of an emphasis could keep it from ending there.
  private void emphasised(Node node) {
    visitChildren(node);
    Node last = node.getLastChild();
    if (last != null && !last.getSourceSpans().isEmpty() && !node.getSourceSpans().isEmpty()) {
      emphasised.put(end(last), end(node));
    }
  }

  private static int end(Node node) {
    SourceSpan last = node.getSourceSpans().getLast();
    return last.getInputIndex() + last.getLength();
  }
}
