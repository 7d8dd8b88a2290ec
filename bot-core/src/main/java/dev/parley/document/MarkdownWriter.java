package dev.parley.document;

import dev.parley.attachment.DocumentReading.Obstacle;
import org.jspecify.annotations.Nullable;

/// Writes a document in Markdown: words gather until what they belong to ends.
final class MarkdownWriter {
  private final BoundedText text;
  private final int mostCharacters;
  private final StringBuilder words = new StringBuilder();
  private @Nullable MarkdownTable table;
  private int tablesWithin;
  private int slides;

  MarkdownWriter(int mostCharacters) {
    this.text = new BoundedText(mostCharacters);
    this.mostCharacters = mostCharacters;
  }

  /// @throws UnreadableException where words gather without an end
  void words(CharSequence more) throws UnreadableException {
    if (words.length() + more.length() > mostCharacters) {
      throw new UnreadableException(Obstacle.TOO_LONG);
    }
    words.append(more);
  }

  boolean lastWordsHave(String some) {
    return words.indexOf(some) >= 0;
  }

  void endParagraph() throws UnreadableException {
    endBlock("");
  }

  void endItem() throws UnreadableException {
    endBlock("- ");
  }

  /// Ends a line; within a cell, it is only a break.
  private void endBlock(String before) throws UnreadableException {
    if (tablesWithin > 0) {
      if (!words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
        words("\n");
      }
      return;
    }
    String line = taken();
    if (!line.isEmpty()) {
      text.line(before + line);
    }
  }

  void endHeading(int level) throws UnreadableException {
    if (tablesWithin > 0) {
      endParagraph();
      return;
    }
    heading(level, taken());
  }

  private String taken() {
    String line = words.toString().strip();
    words.setLength(0);
    return line;
  }

  /// A heading on one line.
  void heading(int level, String title) throws UnreadableException {
    if (!title.isBlank()) {
      text.paragraph("#".repeat(level) + " " + title.strip().replaceAll("\\s*\\R\\s*", " "));
      text.space();
    }
  }

  void beginSlide() throws UnreadableException {
    heading(2, "Slide " + ++slides);
  }

  void beginNotes() throws UnreadableException {
    text.paragraph("Notes:");
  }

  void space() throws UnreadableException {
    text.space();
  }

  void beginTable() throws UnreadableException {
    if (tablesWithin == 0) {
      endParagraph();
      text.space();
      table = new MarkdownTable(text);
    }
    tablesWithin++;
  }

  void beginCell() {
    if (tablesWithin == 1) {
      words.setLength(0);
    }
  }

  /// @param times that it stands there
  void endCell(int times) throws UnreadableException {
    if (table != null && tablesWithin == 1) {
      String cell = taken();
      for (int i = 0; i < times; i++) {
        table.cell(cell);
      }
    } else {
      words(" ");
    }
  }

  /// @param times that it stands there
  void endRow(int times) throws UnreadableException {
    if (table != null && tablesWithin == 1) {
      table.endRow(times);
    }
  }

  void endTable() throws UnreadableException {
    if (tablesWithin > 0 && --tablesWithin == 0) {
      table = null;
      words.setLength(0);
      text.space();
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
