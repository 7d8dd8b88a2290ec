package dev.parley.testkit.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.testkit.attachment.SomeDocument;
import dev.parley.testkit.attachment.SomeZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/// Files that are made to harm whoever reads them, or are broken as they are in life.
final class HostileSamples {
  private HostileSamples() {}

  /// A document with a part that unpacks to a thousand times its size.
  static byte[] inflated() {
    return SomeDocument.parts(document("small"))
        .with("word/media/bomb.xml", new byte[64 << 20])
        .bytes();
  }

  /// A document that is itself a thousand times its size.
  static byte[] inflatedWords() {
    return SomeDocument.docx("a".repeat(64 << 20));
  }

  static byte[] manyParts() {
    SomeZip zip = SomeDocument.parts(document("small"));
    for (int i = 0; i < 20_000; i++) {
      zip.with("word/media/" + i, "");
    }
    return zip.bytes();
  }

  /// A document in which another ZIP file is, which would be a bomb.
  static byte[] nested() {
    byte[] bomb = new SomeZip().with("zeros", new byte[64 << 20]).bytes();
    return SomeDocument.parts(document("harmless words"))
        .with("word/embeddings/inner.xml", bomb)
        .bytes();
  }

  /// Ten abbreviations, each for ten of the one before.
  static String laughs() {
    StringBuilder types = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 10; i++) {
      types.append("<!ENTITY a%d '%s'>".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    return types.append("]>").toString();
  }

  static byte[] laughingDocx() {
    return SomeDocument.parts(laughs() + document("&a9;")).bytes();
  }

  static byte[] laughingOdt() {
    return openDocument(laughs(), "&a9;");
  }

  /// Asks for a file of the machine.
  static byte[] curiousDocx(String file) {
    return SomeDocument.parts(asking(file) + document("&x;")).bytes();
  }

  static byte[] curiousOdt(String file) {
    return openDocument(asking(file), "&x;");
  }

  private static String asking(String file) {
    return "<!DOCTYPE x [<!ENTITY x SYSTEM '" + file + "'>]>";
  }

  private static byte[] openDocument(String types, String words) {
    return new SomeZip()
        .withPlain("mimetype", "application/vnd.oasis.opendocument.text")
        .with("content.xml", types + "<o><p>" + words + "</p></o>")
        .bytes();
  }

  private static String document(String words) {
    return "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        + "<w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>".formatted(words);
  }

  /// Tables in tables in tables.
  static byte[] deep() {
    int depth = 100_000;
    return SomeDocument.docxOf(
        "<w:tbl><w:tr><w:tc>".repeat(depth) + "<w:p/>" + "</w:tc></w:tr></w:tbl>".repeat(depth));
  }

  static byte[] lockedOpenDocument() {
    return new SomeZip()
        .withPlain("mimetype", "application/vnd.oasis.opendocument.text")
        .with("content.xml", "ciphertext")
        .with("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>")
        .bytes();
  }

  static byte[] lockedPdf() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(SomeDocument.pdf(2))) {
      pdf.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    }
  }

  /// Its table of objects points nowhere.
  static byte[] pdfWithBrokenTable() {
    String pdf = new String(SomeDocument.pdf(3), ISO_8859_1);
    return pdf.replaceAll("startxref\n\\d+", "startxref\n999999").getBytes(ISO_8859_1);
  }

  /// Says that it has one page, and has many.
  static byte[] pdfThatLies() {
    String pdf = new String(SomeDocument.pdf(30), ISO_8859_1);
    return pdf.replace("/Count 30", "/Count 01").getBytes(ISO_8859_1);
  }

  /// Its tree of pages has itself as a branch.
  static byte[] pdfInCircles() {
    String pdf = new String(SomeDocument.pdf(2), ISO_8859_1);
    return pdf.replace("[3 0 R 4 0 R]", "[3 0 R 2 0 R]").getBytes(ISO_8859_1);
  }

  /// Its objects are in a stream that unpacks to a gigabyte.
  static byte[] inflatedPdf() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] spaces = new byte[1 << 20];
    Arrays.fill(spaces, (byte) ' ');
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      for (int i = 0; i < 1_024; i++) {
        out.write(spaces);
      }
    }
    String head =
        "%PDF-1.5\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n3 0 obj <</Type/ObjStm/N 1/First"
            + " 4/Filter/FlateDecode/Length %d>> stream\n".formatted(packed.size());
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.write(head.getBytes(ISO_8859_1));
    pdf.write(packed.toByteArray());
    pdf.write("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF".getBytes(ISO_8859_1));
    return pdf.toByteArray();
  }

  /// Lists in lists in lists.
  static byte[] deepPdf() {
    String pdf = new String(SomeDocument.pdf(1), ISO_8859_1);
    return pdf.replace("/Kids[3 0 R]", "/Kids[3 0 R]/Deep" + "[".repeat(2_000_000))
        .getBytes(ISO_8859_1);
  }

  /// A PDF and a ZIP file in one.
  static byte[] pdfAndZip() {
    return joined(SomeDocument.pdf(2), new SomeZip().with("a.txt", "inner words").bytes());
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /// The beginning of an older Word file, and then nothing that is in one.
  static byte[] hollowDoc() {
    byte[] hollow = new byte[4_096];
    byte[] mark = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A};
    System.arraycopy(mark, 0, hollow, 0, mark.length);
    hollow[7] = (byte) 0xE1;
    return hollow;
  }

  /// Braces without an end.
  static byte[] deepRtf() {
    return ("{\\rtf1\\pard " + "{".repeat(6_000_000) + "x").getBytes(UTF_8);
  }

  static byte[] cut(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }
}
