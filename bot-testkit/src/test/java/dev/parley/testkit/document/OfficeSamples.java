package dev.parley.testkit.document;

import dev.parley.testkit.attachment.SomeDocument;
import dev.parley.testkit.attachment.SomeZip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Office documents of all types that are read.
final class OfficeSamples {
  private static final String SPACES =
      " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
          + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
          + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
          + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
          + " xmlns:presentation='urn:oasis:names:tc:opendocument:xmlns:presentation:1.0'";

  private OfficeSamples() {}

  static byte[] docx() {
    return SomeDocument.docxOf(
        """
        <w:p><w:pPr><w:pStyle w:val='H1'/></w:pPr><w:r><w:t>Plan</w:t></w:r></w:p>
        <w:p><w:r><w:t>Lunch is at one.</w:t></w:r></w:p>
        <w:tbl>
          <w:tr><w:tc><w:p><w:r><w:t>Who</w:t></w:r></w:p></w:tc>
            <w:tc><w:p><w:r><w:t>What</w:t></w:r></w:p></w:tc></w:tr>
          <w:tr><w:tc><w:p><w:r><w:t>Ann</w:t></w:r></w:p></w:tc>
            <w:tc><w:p><w:r><w:t>a|b</w:t></w:r></w:p></w:tc></w:tr>
        </w:tbl>
        <w:p><w:del><w:r><w:delText>never said</w:delText></w:r></w:del></w:p>""");
  }

  static byte[] xlsx() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      return sheet(book);
    }
  }

  static byte[] xls() throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      return sheet(book);
    }
  }

  private static byte[] sheet(Workbook book) throws IOException {
    Sheet sheet = book.createSheet("Sales");
    CellStyle date = book.createCellStyle();
    date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
    Row head = sheet.createRow(0);
    head.createCell(0).setCellValue("Day");
    head.createCell(1).setCellValue("Sum");
    Row row = sheet.createRow(1);
    row.createCell(0).setCellValue(LocalDate.of(2026, 11, 24));
    row.getCell(0).setCellStyle(date);
    row.createCell(1).setCellValue(12.5);
    book.createSheet("Empty");
    return written(book::write);
  }

  static byte[] pptx() throws IOException {
    try (XMLSlideShow show = new XMLSlideShow()) {
      for (String words : new String[] {"Welcome", "Goodbye"}) {
        XSLFSlide slide = show.createSlide();
        XSLFTextBox box = slide.createTextBox();
        box.setText(words);
        XSLFNotes notes = show.getNotesSlide(slide);
        notes.getShapes().stream()
            .filter(XSLFTextShape.class::isInstance)
            .forEach(shape -> ((XSLFTextShape) shape).clearText());
        notes.getPlaceholder(1).setText("Say " + words);
      }
      return written(show::write);
    }
  }

  static byte[] ppt() throws IOException {
    try (HSLFSlideShow show = new HSLFSlideShow()) {
      show.createSlide().addTitle().setText("Welcome");
      return written(show::write);
    }
  }

  static byte[] rtf() {
    return "{\\rtf1\\ansi\\ansicpg1252\\pard Lunch is at {\\b one} \\'fcber.\\par Bye.\\par}"
        .getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] odt() {
    return openDocument(
        "text",
        """
        <office:text>
          <text:tracked-changes><text:p>never said</text:p></text:tracked-changes>
          <text:h text:outline-level="2">Plan</text:h>
          <text:p>Lunch<text:s text:c="2"/>is at <text:span>one</text:span>.</text:p>
          <text:list><text:list-item><text:p>bread</text:p></text:list-item></text:list>
        </office:text>""");
  }

  static byte[] ods() {
    return openDocument(
        "spreadsheet",
        """
        <office:spreadsheet><table:table table:name="Sales">
          <table:table-row><table:table-cell><text:p>Day</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="16000"/></table:table-row>
          <table:table-row table:number-rows-repeated="2"><table:table-cell/>
            <table:table-cell><text:p>12</text:p></table:table-cell></table:table-row>
          <table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>
        </table:table></office:spreadsheet>""");
  }

  static byte[] odp() {
    return openDocument(
        "presentation",
        """
        <office:presentation>
          <draw:page><draw:frame><text:p>Welcome</text:p></draw:frame>
            <presentation:notes><text:p>Say Welcome</text:p></presentation:notes></draw:page>
          <draw:page><draw:frame><text:p>Goodbye</text:p></draw:frame></draw:page>
        </office:presentation>""");
  }

  static byte[] openDocument(String kind, String body) {
    return new SomeZip()
        .withPlain("mimetype", "application/vnd.oasis.opendocument." + kind)
        .with(
            "content.xml",
            "<office:document-content%s><office:body>%s</office:body></office:document-content>"
                .formatted(SPACES, body))
        .with("META-INF/manifest.xml", "<manifest/>")
        .bytes();
  }

  /// The same document with a password.
  static byte[] locked(byte[] document) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(files)) {
        new ByteArrayInputStream(document).transferTo(out);
      }
      return written(files::writeFilesystem);
    } catch (GeneralSecurityException impossible) {
      throw new EncryptedDocumentException(impossible);
    }
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writing.to(out);
    return out.toByteArray();
  }
}
