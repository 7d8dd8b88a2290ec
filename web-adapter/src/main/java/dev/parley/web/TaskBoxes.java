package dev.parley.web;

import dev.parley.message.TaskMarker;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/// The boxes of task lists, as characters: a form's box would ask to be clicked.
record TaskBoxes(HtmlNodeRendererContext context) implements NodeRenderer {
  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(TaskMarker.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof TaskMarker marker) {
      context.getWriter().text(marker.symbol() + " ");
    }
  }
}
