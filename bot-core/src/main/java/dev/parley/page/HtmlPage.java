package dev.parley.page;

import dev.parley.message.Markdown;
import dev.parley.page.PageReading.Form;
import dev.parley.page.PageReading.Unread;
import dev.parley.page.PageReading.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Optional;
import org.commonmark.node.Node;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Reads a page in HTML as Markdown: what people see of it, and of that its main part where it says
/// which one that is.
final class HtmlPage {
  private static final int DEEPEST_NESTING = 256;

  /// What a main part has at least, to be one.
  private static final int FEW_LETTERS = 200;

  /// What is no text, leads elsewhere, waits for input or is not shown.
  private static final String LEFT_OUT =
      "script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video,"
          + " button, input, select, textarea, datalist, nav, dialog:not([open]), [hidden],"
          + " [aria-hidden=true], [role=navigation], [role=menu], [role=search],"
          + " [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden],"
          + " [style~=(?i)(opacity|font-size)\\s*:\\s*0(?![.\\d]*[1-9])]";

  private static final MarkdownRenderer RENDERER =
      MarkdownRenderer.builder().extensions(Markdown.extensions()).build();

  private HtmlPage() {}

  /// @param told how the host says that it is encoded; a mark at its beginning counts more, and
  ///     where nobody says anything, what the page says itself
  static PageReading read(byte[] bytes, Optional<Charset> told, URI address) {
    Document page = parsed(bytes, told, address);
    page.select(LEFT_OUT).remove();
    PageTree tree = PageTree.of(main(page));
    String text = written(tree.document());
    return text.isEmpty()
        ? new Unread("the page has no words that can be read without running its scripts")
        : new Words(Form.PAGE, title(page), InvisibleLetters.removed(text), tree.anchors());
  }

  /// The renderer indents empty lines within lists too.
  private static String written(Node tree) {
    return RENDERER.render(tree).replaceAll("(?m)^ +$", "").strip();
  }

  private static Document parsed(byte[] bytes, Optional<Charset> told, URI address) {
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(bytes),
          told.map(Charset::name).orElse(null),
          address.toString(),
          Parser.htmlParser().setMaxDepth(DEEPEST_NESTING));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Element main(Document page) {
    Element main = page.selectFirst("main, [role=main]");
    return main != null && main.text().length() >= FEW_LETTERS ? main : page.body();
  }

  private static String title(Document page) {
    Element heading = page.selectFirst("h1");
    String title =
        page.title().isBlank() && heading != null ? HeadingAnchor.words(heading) : page.title();
    return InvisibleLetters.removed(title).strip();
  }
}
