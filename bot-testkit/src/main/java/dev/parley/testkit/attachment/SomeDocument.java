package dev.parley.testkit.attachment;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Documents, as small as they can be.
public final class SomeDocument {
  private static final String WORDPROCESSING =
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String RELATIONS =
      """
      <Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>
        <Relationship Id='r1' Target='%2$s' Type=
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships/%1$s'/>
      </Relationships>""";
  private static final String TYPES =
      """
      <Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>
        <Default Extension='rels'
          ContentType='application/vnd.openxmlformats-package.relationships+xml'/>
        <Default Extension='xml' ContentType='application/xml'/>
        <Override PartName='/word/document.xml' ContentType=
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/>
        <Override PartName='/word/styles.xml' ContentType=
          'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml'/>
      </Types>""";
  private static final String STYLES =
      """
      <w:styles xmlns:w='%s'><w:style w:type='paragraph' w:styleId='H1'>
        <w:name w:val='heading 1'/></w:style></w:styles>"""
          .formatted(WORDPROCESSING);

  private SomeDocument() {}

  /// A Word document with these paragraphs.
  public static byte[] docx(String... paragraphs) {
    return docxOf(
        Stream.of(paragraphs)
            .map(words -> "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>")
            .collect(Collectors.joining()));
  }

  /// A Word document with this body.
  public static byte[] docxOf(String body) {
    return parts(
            "<w:document xmlns:w='"
                + WORDPROCESSING
                + "'><w:body>"
                + body
                + "</w:body></w:document>")
        .bytes();
  }

  /// A Word document to which more parts can be added.
  ///
  /// @param document its main part, in XML
  public static SomeZip parts(String document) {
    return new SomeZip()
        .with("word/document.xml", document)
        .with("_rels/.rels", RELATIONS.formatted("officeDocument", "word/document.xml"))
        .with("word/_rels/document.xml.rels", RELATIONS.formatted("styles", "styles.xml"))
        .with("word/styles.xml", STYLES)
        .with("[Content_Types].xml", TYPES);
  }

  /// A PDF with so many empty pages.
  public static byte[] pdf(int pages) {
    String kids =
        IntStream.range(0, pages).mapToObj(i -> i + 3 + " 0 R").collect(Collectors.joining(" "));
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder places = new StringBuilder("0000000000 65535 f \n");
    add(pdf, places, "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
    add(pdf, places, "2 0 obj <</Type/Pages/Count %d/Kids[%s]>> endobj\n".formatted(pages, kids));
    for (int i = 0; i < pages; i++) {
      add(pdf, places, i + 3 + " 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 ").append(pages + 3).append('\n').append(places);
    pdf.append("trailer <</Size %d/Root 1 0 R>>\n".formatted(pages + 3));
    pdf.append("startxref\n").append(table).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void add(StringBuilder pdf, StringBuilder places, String object) {
    places.append("%010d 00000 n \n".formatted(pdf.length()));
    pdf.append(object);
  }
}
