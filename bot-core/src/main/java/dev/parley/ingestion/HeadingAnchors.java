package dev.parley.ingestion;

import dev.parley.message.VisibleWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/// Where the headings of a text can be linked to.
final class HeadingAnchors {
  private static final String MARKDOWN = "text/markdown";

  private final Map<Heading, String> anchors = new HashMap<>();

  private HeadingAnchors() {}

  /// As the source says; of files in Markdown, as those name them who show such files.
  static HeadingAnchors of(Node document, SourceText source) {
    List<Heading> headings = headings(document);
    HeadingAnchors all = new HeadingAnchors();
    IdGenerator ids = IdGenerator.builder().build();
    for (int at = 0; at < headings.size(); at++) {
      if (source.anchors().size() == headings.size()) {
        all.anchors.put(headings.get(at), source.anchors().get(at));
      } else if (source.mediaType().equals(MARKDOWN)) {
        all.anchors.put(headings.get(at), ids.generateId(VisibleWords.of(headings.get(at))));
      }
    }
    return all;
  }

  private static List<Heading> headings(Node document) {
    List<Heading> headings = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            headings.add(heading);
          }
        });
    return headings;
  }

  Optional<String> of(Heading heading) {
    return Optional.ofNullable(anchors.get(heading)).filter(anchor -> !anchor.isBlank());
  }
}
