package dev.parley.message;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A text in CommonMark, parsed: with tables, strikethrough, bare links and task lists.
public final class Markdown {
  /// Renderers work by recursion, so hostile nesting has to end somewhere.
  private static final int DEEPEST_NESTING = 40;

  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());

  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .postProcessor(new TaskLists())
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(DEEPEST_NESTING)
          .maxInlineNesting(DEEPEST_NESTING)
          .build();

  private final String source;
  private final Node document;

  private Markdown(String source, Node document) {
    this.source = source;
    this.document = document;
  }

  public static Markdown parse(String source) {
    return new Markdown(source, PARSER.parse(source));
  }

  /// What a renderer of commonmark-java needs to know of the syntax beyond CommonMark.
  public static List<Extension> extensions() {
    return EXTENSIONS;
  }

  public String source() {
    return source;
  }

  /// The tree with source spans. It is not copied: who changes it parses a text of their own.
  public Node document() {
    return document;
  }

  /// What people read, without any marks; one line for each block.
  public String words() {
    return VisibleWords.of(document);
  }
}
