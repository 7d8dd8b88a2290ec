package dev.parley.web;

import dev.parley.message.Moment;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Links, of which those that are moments are times that the page's script shows in each person's
/// own time; their words stay where no script runs.
final class Times extends CoreHtmlNodeRenderer {
  private final HtmlWriter html;

  Times(HtmlNodeRendererContext context) {
    super(context);
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Link.class);
  }

  @Override
  public void visit(Link link) {
    Moment.of(link).ifPresentOrElse(this::time, () -> super.visit(link));
  }

  private void time(Moment moment) {
    html.tag("time", Map.of("datetime", moment.instant().toString()));
    html.text(moment.words());
    html.tag("/time");
  }
}
