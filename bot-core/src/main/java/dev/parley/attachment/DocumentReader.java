package dev.parley.attachment;

/// Reads documents that need more than a look at their first bytes. Whatever is in one, reading it
/// ends within a time and costs at most one refusal: no document is let near the rest of the bot.
@FunctionalInterface
public interface DocumentReader {
  /// What is in a document. Blocks; an interrupt ends the reading.
  ///
  /// @param mostCharacters of its text
  DocumentReading read(DocumentType type, byte[] bytes, int mostCharacters);
}
