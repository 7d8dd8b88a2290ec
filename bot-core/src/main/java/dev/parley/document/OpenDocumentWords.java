package dev.parley.document;

import dev.parley.attachment.DocumentReading.Obstacle;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The words of OpenDocument texts, spreadsheets and presentations (OASIS, "OpenDocument 1.3"),
/// read in one pass.
final class OpenDocumentWords {
  /// What was deleted, what is said about the words, and how they look.
  private static final Set<String> SKIPPED =
      Set.of("tracked-changes", "annotation", "automatic-styles", "scripts", "forms");

  private static final int MOST_REPEATED = 1_024;
  private static final int MOST_LEVEL = 6;
  private static final int SHEET_LEVEL = 1;

  private final MarkdownWriter writer;
  private final Deque<Integer> rows = new ArrayDeque<>();
  private final Deque<Integer> cells = new ArrayDeque<>();
  private boolean sheets;
  private boolean beginsItem;
  private int level = 1;

  private OpenDocumentWords(MarkdownWriter writer) {
    this.writer = writer;
  }

  static void of(byte[] bytes, MarkdownWriter writer) throws IOException, UnreadableException {
    UnpackedSize.check(bytes);
    try (OpenDocumentFile file = new OpenDocumentFile(bytes);
        InputStream content = file.content()) {
      new OpenDocumentWords(writer).read(PlainXml.reader(content));
    } catch (XMLStreamException broken) {
      throw new UnreadableException(Obstacle.DAMAGED);
    }
  }

  private void read(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (SKIPPED.contains(xml.getLocalName())) {
            PlainXml.skip(xml);
          } else {
            start(xml);
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> writer.words(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
        default -> {}
      }
    }
  }

  private void start(XMLStreamReader xml) throws UnreadableException {
    switch (xml.getLocalName()) {
      case "spreadsheet" -> sheets = true;
      case "page" -> writer.beginSlide();
      case "notes" -> writer.beginNotes();
      case "p" -> writer.endParagraph();
      case "h" -> {
        writer.endParagraph();
        level = Math.min(MOST_LEVEL, PlainXml.number(xml, "outline-level"));
      }
      case "list-item" -> beginsItem = true;
      case "tab" -> writer.words("\t");
      case "line-break" -> writer.words("\n");
      case "s" -> writer.words(" ".repeat(repeated(xml, "c")));
      case "note" -> writer.words(" (");
      case "table" -> beginTable(xml);
      case "table-row" -> rows.push(PlainXml.number(xml, "number-rows-repeated"));
      case "table-cell", "covered-table-cell" -> {
        cells.push(repeated(xml, "number-columns-repeated"));
        writer.beginCell();
      }
      default -> {}
    }
  }

  private static int repeated(XMLStreamReader xml, String attribute) {
    return Math.min(MOST_REPEATED, PlainXml.number(xml, attribute));
  }

  private void beginTable(XMLStreamReader xml) throws UnreadableException {
    if (sheets && rows.isEmpty()) {
      writer.heading(SHEET_LEVEL, PlainXml.attribute(xml, "name"));
    }
    writer.beginTable();
  }

  private void end(String name) throws UnreadableException {
    switch (name) {
      case "h" -> writer.endHeading(level);
      case "p" -> endParagraph();
      case "note" -> writer.words(")");
      case "table-cell", "covered-table-cell" -> writer.endCell(cells.pop());
      case "table-row" -> writer.endRow(rows.pop());
      case "table" -> writer.endTable();
      default -> {}
    }
  }

  private void endParagraph() throws UnreadableException {
    if (beginsItem) {
      writer.endItem();
    } else {
      writer.endParagraph();
    }
    beginsItem = false;
  }
}
