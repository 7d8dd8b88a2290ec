package dev.parley.document;

import dev.parley.attachment.DocumentReading.Obstacle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParser.POIFSDocumentType;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// The words of Word, Excel and PowerPoint files and of rich text, by Tika. Macros are not looked
/// at, what is embedded is not opened, and what is linked is not followed.
final class OfficeWords {
  private static final Set<POIFSDocumentType> READ =
      Set.of(
          POIFSDocumentType.WORDDOCUMENT,
          POIFSDocumentType.WORKBOOK,
          POIFSDocumentType.POWERPOINT,
          POIFSDocumentType.ENCRYPTED,
          POIFSDocumentType.DRMENCRYPTED);

  private OfficeWords() {}

  static void ofOpenXml(byte[] bytes, MarkdownWriter writer)
      throws IOException, SAXException, TikaException {
    UnpackedSize.check(bytes);
    parse(new OOXMLParser(), bytes, writer);
  }

  static void ofBinary(byte[] bytes, MarkdownWriter writer)
      throws IOException, SAXException, TikaException {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      if (!READ.contains(POIFSDocumentType.detectType(files.getRoot()))) {
        throw new UnreadableException(Obstacle.NO_DOCUMENT);
      }
    }
    parse(new OfficeParser(), bytes, writer);
  }

  static void ofRichText(byte[] bytes, MarkdownWriter writer)
      throws IOException, SAXException, TikaException {
    parse(new RTFParser(), bytes, writer);
  }

  private static void parse(Parser parser, byte[] bytes, MarkdownWriter writer)
      throws IOException, SAXException, TikaException {
    try (InputStream in = TikaInputStream.get(bytes)) {
      parser.parse(in, new XhtmlWords(writer), new Metadata(), context());
    }
  }

  private static ParseContext context() {
    OfficeParserConfig config = new OfficeParserConfig();
    config.setUseSAXDocxExtractor(true);
    // the other one tells slides in the order of their parts, not of the show
    config.setUseSAXPptxExtractor(false);
    config.setExtractMacros(false);
    config.setIncludeDeletedContent(false);
    config.setIncludeMoveFromContent(false);
    config.setIncludeSlideNotes(true);
    config.setIncludeSlideMasterContent(false);
    ParseContext context = new ParseContext();
    context.set(OfficeParserConfig.class, config);
    context.set(EmbeddedDocumentExtractor.class, new Unopened());
    context.set(Locale.class, Locale.ENGLISH);
    return context;
  }

  private static final class Unopened implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
  }
}
