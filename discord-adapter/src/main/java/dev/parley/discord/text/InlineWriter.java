package dev.parley.discord.text;

import dev.parley.message.Moment;
import dev.parley.message.VisibleWords;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Writes what stands within a block in Discord's Markdown.
///
/// A mark that Discord would not understand where it stands is left out; the words never are.
final class InlineWriter extends AbstractVisitor {
  private static final String BOLD = "**";
  private static final String ITALIC = "*";
  private static final String STRUCK = "~~";
  private static final String BOLD_OPEN = opened(BOLD);
  private static final String MARKS = "*~`";

  /// Keeps marks apart that would be read as one.
  private static final char GAP = '\u200b';

  private StringBuilder out = new StringBuilder();

  /// Words that were not written yet: only together do they tell what has to be escaped.
  private final StringBuilder plain = new StringBuilder();

  private String open = "";
  private boolean linked;

  private InlineWriter() {}

  /// The markup of all that is in a block.
  static String of(Node block) {
    return new InlineWriter().inside(block);
  }

  /// The markup of some blocks in one, in bold.
  ///
  /// @param end what stands behind them, as bold as they
  static String bold(String end, Node... blocks) {
    InlineWriter writer = new InlineWriter();
    writer.open = BOLD_OPEN;
    String inner =
        Stream.of(blocks)
            .map(writer::inside)
            .filter(words -> !words.isBlank())
            .collect(Collectors.joining(": ", "", end));
    boolean clear = Stream.of(blocks).noneMatch(block -> CodeWords.of(block).contains(BOLD));
    return clear ? marked(BOLD, inner) : inner;
  }

  private String inside(Node node) {
    writePlain();
    StringBuilder outer = out;
    out = new StringBuilder();
    visitChildren(node);
    writePlain();
    String inner = out.toString();
    out = outer;
    return inner;
  }

  private void writePlain() {
    out.append(Escapes.words(plain.toString()));
    plain.setLength(0);
  }

  private void put(String markup) {
    writePlain();
    if (!out.isEmpty() && !markup.isEmpty() && runsTogether(markup.charAt(0))) {
      out.append(GAP);
    }
    out.append(markup);
  }

  private boolean runsTogether(char next) {
    return MARKS.indexOf(next) >= 0 && out.charAt(out.length() - 1) == next;
  }

  @Override
  public void visit(StrongEmphasis strong) {
    around(BOLD, strong);
  }

  @Override
  public void visit(Emphasis emphasis) {
    around(ITALIC, emphasis);
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof Strikethrough) {
      around(STRUCK, node);
    } else {
      visitChildren(node);
    }
  }

  private void around(String mark, Node node) {
    if (open.contains(opened(mark)) || CodeWords.of(node).contains(mark)) {
      visitChildren(node);
      return;
    }
    String before = open;
    open = before + opened(mark);
    String inner = inside(node);
    open = before;
    put(marked(mark, inner));
  }

  private static String opened(String mark) {
    return " " + mark + " ";
  }

  /// Discord wants no space next to a mark.
  private static String marked(String mark, String inner) {
    String words = inner.strip();
    if (words.isEmpty()) {
      return inner;
    }
    int start = inner.indexOf(words);
    String end = mark.equals(STRUCK) && words.endsWith("~") ? words + GAP : words;
    return inner.substring(0, start)
        + mark
        + Escapes.lineStarts(end)
        + mark
        + inner.substring(start + words.length());
  }

  @Override
  public void visit(Code code) {
    String literal = code.getLiteral();
    if (!literal.contains("`")) {
      put("`" + literal + "`");
    } else if (literal.contains("``")) {
      put("`" + literal.replace('`', 'ˋ') + "`");
    } else {
      put("`` " + literal + " ``");
    }
  }

  @Override
  public void visit(Text text) {
    plain.append(text.getLiteral());
  }

  @Override
  public void visit(HtmlInline html) {
    plain.append(html.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    plain.append(linked ? ' ' : '\n');
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    plain.append(linked ? ' ' : '\n');
  }

  @Override
  public void visit(Image image) {
    link(image, image.getDestination());
  }

  @Override
  public void visit(Link link) {
    Optional<Moment> moment = linked ? Optional.empty() : Moment.of(link);
    if (moment.isPresent()) {
      put(inOwnTime(moment.get().seconds()));
    } else {
      link(link, link.getDestination());
    }
  }

  /// The day and time, and how far away that is.
  private static String inOwnTime(long seconds) {
    return "<t:%d:f> (<t:%d:R>)".formatted(seconds, seconds);
  }

  private void link(Node node, String destination) {
    Optional<LinkTarget> target = linked ? Optional.empty() : LinkTarget.of(destination);
    if (target.isPresent()) {
      put(link(node, target.get()));
    } else {
      visitChildren(node);
    }
  }

  private String link(Node node, LinkTarget target) {
    String words = VisibleWords.of(node).replaceAll("\\s+", " ");
    if (words.isEmpty() || target.isSaidBy(words)) {
      return "<" + target.address() + ">";
    }
    linked = true;
    String inner = inside(node);
    linked = false;
    return target.mayBehind(words)
        ? "[" + inner + "](" + target.address() + ")"
        : inner + " (<" + target.address() + ">)";
  }
}
