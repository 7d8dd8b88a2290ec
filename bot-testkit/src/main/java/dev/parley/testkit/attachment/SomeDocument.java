package dev.parley.testkit.attachment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
    return pdf(
        IntStream.range(0, pages)
            .mapToObj(_ -> "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
            .toList(),
        List.of());
  }

  /// A PDF each of whose pages has one line.
  ///
  /// @param lines without parentheses, backslashes, and letters that ASCII does not have
  public static byte[] pdfOf(String... lines) {
    int first = lines.length + 3;
    return pdf(
        IntStream.range(0, lines.length).mapToObj(i -> page(first + i)).toList(),
        Stream.of(lines)
            .map("BT /F 12 Tf 72 700 Td (%s) Tj ET"::formatted)
            .map(text -> "<</Length %d>> stream\n%s\nendstream".formatted(text.length(), text))
            .toList());
  }

  /// @param text the number of the object that says what is on it
  private static String page(int text) {
    return ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F"
            + "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>")
        .formatted(text);
  }

  /// @param pages objects, of which the first has the number 3
  /// @param more objects after them
  private static byte[] pdf(List<String> pages, List<String> more) {
    String kids =
        IntStream.range(0, pages.size())
            .mapToObj(i -> i + 3 + " 0 R")
            .collect(Collectors.joining(" "));
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder places = new StringBuilder("0000000000 65535 f \n");
    List<String> objects = new ArrayList<>();
    objects.add("<</Type/Catalog/Pages 2 0 R>>");
    objects.add("<</Type/Pages/Count %d/Kids[%s]>>".formatted(pages.size(), kids));
    objects.addAll(pages);
    objects.addAll(more);
    for (int i = 0; i < objects.size(); i++) {
      places.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append("%d 0 obj %s endobj\n".formatted(i + 1, objects.get(i)));
    }
    int table = pdf.length();
    pdf.append("xref\n0 ").append(objects.size() + 1).append('\n').append(places);
    pdf.append("trailer <</Size %d/Root 1 0 R>>\n".formatted(objects.size() + 1));
    pdf.append("startxref\n").append(table).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
