package dev.parley.page;

/// What became of reading a page.
sealed interface PageReading {
  /// What it says.
  ///
  /// @param title may be blank
  record Words(String title, String text) implements PageReading {}

  /// It cannot be read; the reason is for the model.
  record Unread(String reason) implements PageReading {}
}
