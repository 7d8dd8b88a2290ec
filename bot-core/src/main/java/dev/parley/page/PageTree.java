package dev.parley.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Turns the elements of a page into a tree of CommonMark: headings, paragraphs, lists, quotes,
/// tables, code and links. What else there is gives its words alone.
final class PageTree {
  /// Lists and quotes within one another; the renderer works by recursion.
  private static final int DEEPEST_NESTING = 12;

  private static final Set<String> FOLLOWED = Set.of("http:", "https:", "mailto:");

  private final Inlines inlines = new Inlines();
  private final Document document;
  private final List<String> anchors = new ArrayList<>();
  private org.commonmark.node.Node block;
  private int nesting;

  /// Words whose place is a heading or a cell, which no paragraph within them ends.
  private boolean fixed;

  private PageTree(Document root) {
    this.document = root;
    this.block = root;
  }

  static PageTree of(Element content) {
    PageTree tree = new PageTree(new Document());
    tree.children(content);
    return tree;
  }

  Document document() {
    return document;
  }

  /// Of the headings, in their order; blank where one has none.
  List<String> anchors() {
    return List.copyOf(anchors);
  }

  private void children(Element element) {
    element.childNodes().forEach(this::visit);
  }

  private void visit(Node node) {
    if (node instanceof TextNode text) {
      inlines.add(text.text(), block);
    } else if (node instanceof Element element) {
      element(element);
    }
  }

  private void element(Element element) {
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
      case "br" -> breakLine();
      case "hr" -> rule();
      case "pre" -> code(element);
      case "code", "kbd", "samp", "tt" -> inlines.addCode(element.text(), block);
      case "a" -> link(element);
      case "b", "strong" -> marked(element, StrongEmphasis::new);
      case "i", "em" -> marked(element, Emphasis::new);
      case "img" -> inlines.add(element.attr("alt"), block);
      case "ul", "menu" -> list(element, new BulletList());
      case "ol" -> list(element, numbered(element));
      case "blockquote" -> within(element, new BlockQuote());
      case "table" -> table(element);
      default -> other(element);
    }
  }

  private void other(Element element) {
    if (!element.isBlock()) {
      children(element);
      return;
    }
    endParagraph();
    children(element);
    endParagraph();
  }

  private void endParagraph() {
    if (fixed) {
      inlines.space();
    } else {
      inlines.end();
    }
  }

  private void heading(Element element) {
    if (fixed || !element.hasText()) {
      other(element);
      return;
    }
    Heading heading = new Heading();
    heading.setLevel(element.normalName().charAt(1) - '0');
    block.appendChild(heading);
    anchors.add(HeadingAnchor.of(element));
    words(element, heading);
  }

  /// All of an element as the words of one place.
  private void words(Element element, org.commonmark.node.Node place) {
    inlines.begin(place);
    fixed = true;
    children(element);
    fixed = false;
    inlines.end();
  }

  private void breakLine() {
    if (fixed) {
      inlines.space();
    } else {
      inlines.breakLine();
    }
  }

  private void rule() {
    endParagraph();
    if (!fixed) {
      ThematicBreak rule = new ThematicBreak();
      rule.setLiteral("---");
      block.appendChild(rule);
    }
  }

  private void code(Element element) {
    if (fixed) {
      inlines.addCode(element.text(), block);
      return;
    }
    endParagraph();
    FencedCodeBlock code = new FencedCodeBlock();
    code.setInfo(language(element));
    code.setLiteral(element.wholeText().stripTrailing() + "\n");
    block.appendChild(code);
  }

  /// As most pages tell it: by a class such as `language-java`.
  private static String language(Element pre) {
    return pre.select("[class]").stream()
        .flatMap(element -> element.classNames().stream())
        .filter(name -> name.matches("(?:language|lang)-[A-Za-z0-9+#.-]{1,20}"))
        .map(name -> name.substring(name.indexOf('-') + 1).toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }

  private void link(Element element) {
    if (HeadingAnchor.isPermalink(element)) {
      return;
    }
    String address = element.absUrl("href");
    boolean within = element.attr("href").startsWith("#");
    boolean followed = FOLLOWED.stream().anyMatch(address.toLowerCase(Locale.ROOT)::startsWith);
    if (within || !followed) {
      other(element);
    } else {
      marked(element, () -> new Link(address, null));
    }
  }

  private void marked(Element element, Supplier<org.commonmark.node.Node> mark) {
    inlines.mark(mark);
    children(element);
    inlines.unmark();
  }

  private static OrderedList numbered(Element element) {
    OrderedList list = new OrderedList();
    String start = element.attr("start");
    list.setMarkerStartNumber(start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1);
    return list;
  }

  private void list(Element element, ListBlock list) {
    for (Element child : element.children()) {
      if (child.hasText()) {
        if (isFlat()) {
          other(child);
        } else {
          item(child, list);
        }
      }
    }
    list.setTight(isTight(list));
  }

  /// Whether no item has a paragraph after another one, between which there must be a gap.
  private static boolean isTight(ListBlock list) {
    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
      for (var part = item.getFirstChild(); part != null; part = part.getNext()) {
        if (part instanceof Paragraph && part.getNext() instanceof Paragraph) {
          return false;
        }
      }
    }
    return true;
  }

  private void item(Element child, ListBlock list) {
    if (list.getParent() == null) {
      endParagraph();
      block.appendChild(list);
    }
    ListItem item = new ListItem();
    list.appendChild(item);
    inside(child, item);
  }

  private void within(Element element, org.commonmark.node.Node container) {
    if (isFlat() || !element.hasText()) {
      other(element);
      return;
    }
    endParagraph();
    block.appendChild(container);
    inside(element, container);
  }

  private boolean isFlat() {
    return fixed || nesting >= DEEPEST_NESTING;
  }

  private void inside(Element element, org.commonmark.node.Node container) {
    org.commonmark.node.Node around = block;
    inlines.end();
    block = container;
    nesting++;
    if (element.normalName().equals("li") || container instanceof BlockQuote) {
      children(element);
    } else {
      visit(element);
    }
    nesting--;
    block = around;
    inlines.end();
  }

  private void table(Element element) {
    if (isFlat() || !PageTable.holdsFacts(element)) {
      other(element);
      return;
    }
    endParagraph();
    block.appendChild(PageTable.of(element, this::words));
  }
}
