package dev.parley.ingestion;

import dev.parley.message.MarkdownSplitter;
import java.util.List;

/// Cuts Markdown: lists between items and lines, code with its fence again, tables between rows
/// with their head again.
final class MarkdownCutting {
  private MarkdownCutting() {}

  static List<String> cut(String text, int most) {
    return new MarkdownSplitter(most, String::length).split(text);
  }

  /// A paragraph, of which each part begins with the last sentence of the one before it.
  static List<String> paragraph(String text, int most) {
    return Sentences.overlapping(cut(text, most - PassageSizes.OVERLAP));
  }
}
