package dev.parley.web;

import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown of people and models as HTML that is safe to show: nothing loads by itself, nothing
/// runs, links lead to web and mail addresses only.
///
/// An unfinished text is fine too: a code fence that is still open ends where the text ends.
final class WebMarkdown {
  /// Nested text is rendered by recursion, so hostile nesting has to end somewhere.
  private static final int DEEPEST_NESTING = 40;

  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());

  private final Parser parser =
      Parser.builder()
          .extensions(EXTENSIONS)
          .maxOpenBlockParsers(DEEPEST_NESTING)
          .maxInlineNesting(DEEPEST_NESTING)
          .build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .percentEncodeUrls(true)
          .softbreak("<br />\n")
          .attributeProviderFactory(context -> WebMarkdown::limitAttributes)
          .build();

  String html(String markdown) {
    Node document = parser.parse(markdown);
    document.accept(new SafeLinks());
    return renderer.render(document);
  }

  private static void limitAttributes(Node node, String tag, Map<String, String> attributes) {
    attributes.remove("title");
    if (node instanceof Link && tag.equals("a")) {
      attributes.put("rel", "noopener noreferrer nofollow ugc");
      attributes.put("target", "_blank");
    }
  }
}
