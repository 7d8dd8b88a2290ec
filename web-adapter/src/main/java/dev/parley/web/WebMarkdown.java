package dev.parley.web;

import dev.parley.message.Markdown;
import java.util.Map;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown of people and models as HTML that is safe to show: nothing loads by itself, nothing
/// runs, links lead to web and mail addresses only.
///
/// An unfinished text is fine too: a code fence that is still open ends where the text ends.
final class WebMarkdown {
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .extensions(Markdown.extensions())
          .nodeRendererFactory(TaskBoxes::new)
          .nodeRendererFactory(Times::new)
          .escapeHtml(true)
          .percentEncodeUrls(true)
          .softbreak("<br />\n")
          .attributeProviderFactory(context -> WebMarkdown::limitAttributes)
          .build();

  String html(String markdown) {
    Node document = Markdown.parse(markdown).document();
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
