package dev.parley.document;

import dev.parley.attachment.DocumentReading.Obstacle;

/// The words of a document, in lines, up to a number of characters.
final class BoundedText {
  private final StringBuilder text = new StringBuilder();
  private final int mostCharacters;

  BoundedText(int mostCharacters) {
    this.mostCharacters = mostCharacters;
  }

  /// @throws UnreadableException where it has more characters than it may
  void add(CharSequence words) throws UnreadableException {
    if (text.length() + words.length() > mostCharacters) {
      throw new UnreadableException(Obstacle.TOO_LONG);
    }
    text.append(words);
  }

  /// A line of its own, unless it is empty.
  void line(String words) throws UnreadableException {
    String line = words.strip();
    if (!line.isEmpty()) {
      begin();
      add(line + "\n");
    }
  }

  /// A line with an empty one before it.
  void paragraph(String words) throws UnreadableException {
    if (!words.isBlank()) {
      space();
      line(words);
    }
  }

  /// An empty line, unless there is one.
  void space() throws UnreadableException {
    begin();
    int end = text.length();
    if (end > 1 && text.charAt(end - 2) != '\n') {
      add("\n");
    }
  }

  private void begin() throws UnreadableException {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      add("\n");
    }
  }

  @Override
  public String toString() {
    return text.toString().strip();
  }
}
