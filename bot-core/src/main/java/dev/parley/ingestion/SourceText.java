package dev.parley.ingestion;

import java.util.ArrayList;
import java.util.List;

/// What a document says, before it is split.
///
/// @param title that it has; blank: it is made of what it says
/// @param name of the file that it is; blank where it is none
/// @param mediaType of what it was read from
/// @param anchors of the headings, in their order; empty where nobody knows
public record SourceText(
    Form form, String title, String name, String mediaType, String text, List<String> anchors) {
  /// Texts that are split otherwise have another fingerprint, so that they are split anew.
  private static final String EDITION = "1";

  /// How a text is laid out.
  public enum Form {
    MARKDOWN,
    /// Lines of pages, each below a heading `## Page 7`.
    PAGES,
    /// Paragraphs between empty lines.
    PLAIN,
    /// Source code, settings and the like: lines and how far they are indented.
    CODE,
    /// Rows below a line that says what is in them.
    TABLE
  }

  public SourceText {
    anchors = List.copyOf(anchors);
    text = text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /// The same for the same text, wherever it is from.
  String fingerprint() {
    List<String> parts = new ArrayList<>(List.of(EDITION, form.name(), text));
    parts.addAll(anchors);
    return Fingerprint.of(parts);
  }
}
