package dev.parley.discord.text;

import dev.parley.message.MarkupLines;
import dev.parley.message.TaskMarker;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/// Writes a tree in Discord's Markdown. Source: "Markdown Text 101".
///
/// A free line would end a list, so lists have none; code, tables and quotes stand outside of the
/// list that they are in, because Discord shows them nowhere else.
final class DiscordWriter extends AbstractVisitor {
  private static final int DEEPEST_HEADING = 3;

  /// Deeper lists are no further to the right: telephones have no room for it.
  private static final int DEEPEST_LIST = 5;

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9_+.#-]+");

  private final MarkupLines out = new MarkupLines(line -> line.isBlank() ? "" : line);
  private int lists;
  private int quotes;

  private DiscordWriter() {}

  static String of(Node document) {
    DiscordWriter writer = new DiscordWriter();
    writer.visitChildren(document);
    return writer.out.text();
  }

  @Override
  public void visit(Paragraph paragraph) {
    out.raw(Escapes.lineStarts(InlineWriter.of(paragraph)));
    end(paragraph);
  }

  private void end(Block block) {
    out.end(block, lists > 0);
  }

  /// Bold where Discord would see no heading: too deep, in a list, or with a last sign that it
  /// would cut off.
  @Override
  public void visit(Heading heading) {
    String words = Escapes.lineStarts(oneLine(InlineWriter.of(heading)));
    if (heading.getLevel() > DEEPEST_HEADING || lists > 0 || words.endsWith("#")) {
      out.raw(oneLine(InlineWriter.bold("", heading)));
    } else if (!words.isBlank()) {
      out.raw("#".repeat(heading.getLevel()) + " " + words);
    }
    out.end(heading, true);
  }

  private static String oneLine(String markup) {
    return markup.replace('\n', ' ').strip();
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof TaskMarker marker) {
      out.raw(marker.symbol() + " ");
    } else {
      visitChildren(node);
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock table) {
      apart(table, () -> TableWriter.write(table, out));
    } else {
      visitChildren(block);
    }
  }

  private void apart(Block block, Runnable writing) {
    int around = lists;
    lists = 0;
    out.outsideOfLists(writing);
    lists = around;
    end(block);
  }

  /// Discord knows no quote in a quote, so its inner ones have a sign of their own.
  @Override
  public void visit(BlockQuote quote) {
    apart(
        quote,
        () -> {
          out.pushQuote(quotes == 0 ? "> " : "│ ");
          quotes++;
          visitChildren(quote);
          quotes--;
          out.pop();
        });
  }

  @Override
  public void visit(BulletList list) {
    list(list);
  }

  @Override
  public void visit(OrderedList list) {
    list(list);
  }

  private void list(Block list) {
    lists++;
    visitChildren(list);
    lists--;
    end(list);
  }

  @Override
  public void visit(ListItem item) {
    String mark =
        item.getParent() instanceof OrderedList list ? MarkupLines.number(item, list) + ". " : "- ";
    out.pushItem(mark, lists < DEEPEST_LIST ? " ".repeat(mark.length()) : "");
    visitChildren(item);
    out.pop();
    out.endLine();
  }

  @Override
  public void visit(ThematicBreak rule) {
    out.raw(MarkupLines.RULE);
    end(rule);
  }

  @Override
  public void visit(FencedCodeBlock code) {
    String info = code.getInfo() == null ? "" : code.getInfo().strip().split("\\s", 2)[0];
    code(code, LANGUAGE.matcher(info).matches() ? info : "", code.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    code(code, "", code.getLiteral());
  }

  /// Discord shows no fence with nothing in it.
  private void code(Block block, String language, String literal) {
    apart(block, () -> out.code(language, literal.isBlank() ? "\u200b" : literal));
  }

  @Override
  public void visit(HtmlBlock html) {
    out.raw(Escapes.lineStarts(Escapes.words(html.getLiteral().stripTrailing())));
    end(html);
  }
}
