package dev.parley.page;

import java.util.List;

/// What became of reading a page or a file.
public sealed interface PageReading {
  /// What it says.
  ///
  /// @param title may be blank
  /// @param anchors of the headings of a page, in their order, for the end of its address; blank
  ///     where a heading has none. Empty for what is no page
  record Words(Form form, String title, String text, List<String> anchors) implements PageReading {
    public Words {
      anchors = List.copyOf(anchors);
    }

    static Words of(Form form, String text) {
      return new Words(form, "", text, List.of());
    }
  }

  /// What words were before they were read.
  enum Form {
    /// A page in HTML, as Markdown.
    PAGE,
    /// A PDF, whose pages begin with a heading each.
    PDF,
    /// An office document, as Markdown.
    DOCUMENT,
    /// A text as it is.
    TEXT
  }

  /// It cannot be read; the reason is for the model and for people.
  record Unread(String reason) implements PageReading {}

  /// It cannot be read at the moment.
  record NotNow(String reason) implements PageReading {}
}
