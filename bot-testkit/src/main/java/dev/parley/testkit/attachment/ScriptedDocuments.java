package dev.parley.testkit.attachment;

import dev.parley.attachment.DocumentReader;
import dev.parley.attachment.DocumentReading;
import dev.parley.attachment.DocumentType;

/// Reads no document, and answers as it is told: a page for each, unless it is told otherwise.
public final class ScriptedDocuments implements DocumentReader {
  private volatile DocumentReading answer = new DocumentReading.Pages(1);

  /// Answers so from now on.
  public void answer(DocumentReading reading) {
    answer = reading;
  }

  @Override
  public DocumentReading read(DocumentType type, byte[] bytes, int mostCharacters) {
    return answer;
  }
}
