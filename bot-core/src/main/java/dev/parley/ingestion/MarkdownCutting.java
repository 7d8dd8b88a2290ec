package dev.parley.ingestion;

import dev.parley.message.MarkdownSplitter;
import java.util.List;

/// Cuts Markdown: lists between items and lines, code with its fence again, tables between rows
/// with their head again.
final class MarkdownCutting {
  private MarkdownCutting() {}

  /// What Markdown does not show is cut as if it were words.
  static List<String> cut(String text, int most) {
    List<String> parts =
        new MarkdownSplitter(most, String::length)
            .split(text).stream().filter(part -> !part.isBlank()).toList();
    return parts.isEmpty() ? Sentences.parts(text, most) : parts;
  }

  /// A paragraph, of which each part begins with the last sentence of the one before it.
  static List<String> paragraph(String text, int most) {
    return Sentences.overlapping(cut(text, most - PassageSizes.OVERLAP));
  }
}
