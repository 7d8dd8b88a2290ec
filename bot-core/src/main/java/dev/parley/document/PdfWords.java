package dev.parley.document;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/// The words of a PDF, page by page, in the order in which it has them.
final class PdfWords {
  private static final int LEVEL = 2;

  private PdfWords() {}

  static void of(byte[] pdf, MarkdownWriter writer) throws IOException, UnreadableException {
    int pages = PdfPages.count(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper words = new PDFTextStripper();
      for (int page = 1; page <= pages; page++) {
        words.setStartPage(page);
        words.setEndPage(page);
        add(page, words.getText(document), writer);
      }
    }
  }

  private static void add(int page, String words, MarkdownWriter writer)
      throws UnreadableException {
    if (!words.isBlank()) {
      writer.heading(LEVEL, "Page " + page);
      for (String line : words.lines().toList()) {
        writer.words(line);
        writer.endParagraph();
      }
    }
  }
}
