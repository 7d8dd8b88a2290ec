package dev.parley.document;

import dev.parley.attachment.DocumentReading;
import dev.parley.attachment.DocumentReading.Obstacle;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;

/// Reads documents of all types, and tells failures of the libraries from what a document is.
final class Documents {
  private static final int DEEPEST_CAUSE = 20;

  DocumentReading read(DocumentRequest request) {
    try {
      return readable(request);
    } catch (StackOverflowError tooDeep) {
      return new DocumentReading.Unread(Obstacle.TOO_MUCH_WORK);
    } catch (IOException
        | SAXException
        | TikaException
        | RuntimeException
        | LinkageError
        | AssertionError broken) {
      return new DocumentReading.Unread(why(broken));
    }
  }

  private static DocumentReading readable(DocumentRequest request)
      throws IOException, SAXException, TikaException {
    byte[] bytes = request.content().bytes();
    MarkdownWriter writer = new MarkdownWriter(request.mostCharacters());
    switch (request.type()) {
      case PDF -> {
        return new DocumentReading.Pages(PdfPages.count(bytes));
      }
      case PDF_WORDS -> PdfWords.of(bytes, writer);
      case OFFICE_OPEN_XML -> OfficeWords.ofOpenXml(bytes, writer);
      case OFFICE_BINARY -> OfficeWords.ofBinary(bytes, writer);
      case RICH_TEXT -> OfficeWords.ofRichText(bytes, writer);
      case OPEN_DOCUMENT -> OpenDocumentWords.of(bytes, writer);
    }
    return new DocumentReading.Words(writer.toString());
  }

  /// Libraries wrap what was thrown into their own.
  private static Obstacle why(Throwable broken) {
    return causes(broken)
        .flatMap(cause -> known(cause).stream())
        .findFirst()
        .orElse(Obstacle.DAMAGED);
  }

  private static Stream<Throwable> causes(Throwable broken) {
    return Stream.<Throwable>iterate(broken, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST_CAUSE);
  }

  private static Optional<Obstacle> known(Throwable cause) {
    return switch (cause) {
      case UnreadableException unreadable -> Optional.of(unreadable.why());
      case EncryptedDocumentException _ -> Optional.of(Obstacle.PROTECTED);
      case org.apache.tika.exception.EncryptedDocumentException _ ->
          Optional.of(Obstacle.PROTECTED);
      case StackOverflowError _ -> Optional.of(Obstacle.TOO_MUCH_WORK);
      default -> Optional.empty();
    };
  }
}
