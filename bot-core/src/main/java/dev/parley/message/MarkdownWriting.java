package dev.parley.message;

import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/// Writes a tree as CommonMark.
final class MarkdownWriting {
  private static final MarkdownRenderer RENDERER =
      MarkdownRenderer.builder()
          .nodeRendererFactory(new TaskMarkers())
          .extensions(Markdown.extensions())
          .build();

  private MarkdownWriting() {}

  static String of(Node node) {
    return RENDERER.render(node).strip();
  }

  private static final class TaskMarkers implements MarkdownNodeRendererFactory {
    @Override
    public NodeRenderer create(MarkdownNodeRendererContext context) {
      return new MarkerRenderer(context);
    }

    @Override
    public Set<Character> getSpecialCharacters() {
      return Set.of();
    }
  }

  private record MarkerRenderer(MarkdownNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(TaskMarker.class);
    }

    @Override
    public void render(Node node) {
      boolean checked = node instanceof TaskMarker marker && marker.isChecked();
      context.getWriter().raw(checked ? "[x] " : "[ ] ");
    }
  }
}
