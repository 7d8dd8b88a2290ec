package dev.parley.document;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Hears what Tika tells of a document in XHTML.
final class XhtmlWords extends DefaultHandler {
  private final MarkdownWriter writer;
  private final Deque<String> links = new ArrayDeque<>();
  private boolean inBody;

  XhtmlWords(MarkdownWriter writer) {
    this.writer = writer;
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes)
      throws SAXException {
    switch (name) {
      case "body" -> inBody = true;
      case "div" -> begin(attributes.getValue("class"));
      case "table" -> writer.beginTable();
      case "a" -> links.push(address(attributes));
      case "br" -> writer.words("\n");
      case "td", "th" -> writer.beginCell();
      case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6" -> writer.endParagraph();
      default -> {}
    }
  }

  private void begin(@Nullable String kind) throws UnreadableException {
    writer.endParagraph();
    if (kind == null) {
      return;
    }
    switch (kind) {
      case "slide-content" -> writer.beginSlide();
      case "slide-notes", "notes" -> writer.beginNotes();
      default -> {}
    }
  }

  private static String address(Attributes attributes) {
    String address = attributes.getValue("href");
    return address != null && address.matches("(?i)(https?|mailto):.*") ? address : "";
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXException {
    if (inBody) {
      writer.words(new String(characters, start, length));
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) throws SAXException {
    switch (name) {
      case "body", "p", "div" -> writer.endParagraph();
      case "a" -> endLink(links.isEmpty() ? "" : links.pop());
      case "li" -> writer.endItem();
      case "h1", "h2", "h3", "h4", "h5", "h6" -> writer.endHeading(name.charAt(1) - '0');
      case "td", "th" -> writer.endCell(1);
      case "tr" -> writer.endRow(1);
      case "table" -> writer.endTable();
      default -> {}
    }
  }

  private void endLink(String address) throws UnreadableException {
    if (!address.isEmpty() && !writer.lastWordsHave(address)) {
      writer.words(" (" + address + ")");
    }
  }
}
