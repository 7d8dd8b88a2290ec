package dev.parley.ingestion;

import dev.parley.attachment.DeclaredType;
import dev.parley.attachment.DocumentReader;
import dev.parley.ingestion.SourceText.Form;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.page.PageReader;
import dev.parley.page.PageReading;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Reads files whose bytes are at hand, by what they are and what they are called.
final class FileReader {
  private final PageReader pages;
  private final long mostBytes;

  FileReader(DocumentReader documents, KnowledgeSettings settings) {
    this.pages = new PageReader(documents, settings.documentCharacters());
    this.mostBytes = settings.documentBytes();
  }

  /// What a file says. Blocks while a document is read.
  ///
  /// @param declared its media type as somebody tells it; empty where nobody does
  /// @param address that links in it begin from; empty where it has none
  Reading read(String name, String declared, byte[] bytes, Optional<URI> address) {
    if (bytes.length > mostBytes) {
      return tooLarge();
    }
    Optional<FileKind> kind = FileKind.named(name);
    String told = kind.map(FileKind::mediaType).orElse(declared.contains("html") ? declared : "");
    PageReading reading = pages.read(bytes, told, address.orElse(URI.create("")));
    if (reading instanceof PageReading.Words words
        && (words.form() == PageReading.Form.TEXT || words.form() == PageReading.Form.PAGE)
        && new DeclaredType(declared).isBinary()) {
      return new Reading.Unreadable(Reading.because("it is a text and not what it is said to be"));
    }
    return said(reading, name, kind.orElse(FileKind.PLAIN));
  }

  Reading tooLarge() {
    return new Reading.Unreadable(Reading.because("it is larger than " + Amounts.bytes(mostBytes)));
  }

  /// The same in the words of this package.
  ///
  /// @param kind that a text is
  static Reading said(PageReading reading, String name, FileKind kind) {
    return switch (reading) {
      case PageReading.Words words -> new Reading.Said(text(words, name, kind));
      case PageReading.Unread(String reason) -> new Reading.Unreadable(Reading.because(reason));
      case PageReading.NotNow(String reason) ->
          new Reading.NotNow(Reading.because(reason), Optional.empty());
    };
  }

  private static SourceText text(PageReading.Words words, String name, FileKind kind) {
    return switch (words.form()) {
      case PAGE ->
          new SourceText(
              Form.MARKDOWN, words.title(), name, "text/html", words.text(), words.anchors());
      case PDF -> new SourceText(Form.PAGES, "", name, "application/pdf", words.text(), List.of());
      case DOCUMENT ->
          new SourceText(Form.MARKDOWN, "", name, OfficeTypes.named(name), words.text(), List.of());
      case TEXT -> new SourceText(kind.form(), "", name, kind.mediaType(), words.text(), List.of());
    };
  }
}
