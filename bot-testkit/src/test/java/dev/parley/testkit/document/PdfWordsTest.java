package dev.parley.testkit.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.DocumentReading;
import dev.parley.attachment.DocumentReading.Obstacle;
import dev.parley.attachment.DocumentType;
import dev.parley.document.DocumentProcesses;
import dev.parley.document.DocumentSettings;
import dev.parley.testkit.attachment.SomeDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@DisplayName("The words of a PDF")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class PdfWordsTest {
  private final DocumentProcesses documents =
      new DocumentProcesses(DocumentSettings.DEFAULTS, Clock.systemUTC());

  @AfterAll
  void close() {
    documents.close();
  }

  private DocumentReading read(byte[] pdf, int mostCharacters) {
    return documents.read(DocumentType.PDF_WORDS, pdf, mostCharacters);
  }

  /// A PDF whose pages have these lines.
  private static byte[] pdf(List<List<String>> pages) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      for (List<String> lines : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          write(lines, content);
        }
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private static void write(List<String> lines, PDPageContentStream content) throws IOException {
    content.beginText();
    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
    content.setLeading(14);
    content.newLineAtOffset(72, 700);
    for (String line : lines) {
      content.showText(line);
      content.newLine();
    }
    content.endText();
  }

  @Test
  @DisplayName("are told page by page")
  void words() throws IOException {
    byte[] pdf = pdf(List.of(List.of("Lunch is", "at one."), List.of(), List.of("Bye.")));

    assertThat(read(pdf, 1_000))
        .isEqualTo(
            new DocumentReading.Words("## Page 1\n\nLunch is\nat one.\n\n## Page 3\n\nBye."));
  }

  @Test
  @DisplayName("are none where its pages are empty")
  void none() {
    assertThat(read(SomeDocument.pdf(3), 1_000)).isEqualTo(new DocumentReading.Words(""));
  }

  @Test
  @DisplayName("are not told where there are more than are asked for")
  void tooLong() throws IOException {
    assertThat(read(pdf(List.of(List.of("Lunch is at one."))), 10))
        .isEqualTo(new DocumentReading.Unread(Obstacle.TOO_LONG));
  }

  @Test
  @DisplayName("cannot be had of one with a password")
  void locked() throws IOException {
    assertThat(read(HostileSamples.lockedPdf(), 1_000))
        .isEqualTo(new DocumentReading.Unread(Obstacle.PROTECTED));
  }
}
