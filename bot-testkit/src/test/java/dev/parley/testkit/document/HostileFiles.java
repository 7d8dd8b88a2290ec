package dev.parley.testkit.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.testkit.attachment.SomeDocument;
import java.io.IOException;
import java.util.stream.Stream;

/// Files that are broken, locked or made to harm, each with what becomes of it.
final class HostileFiles {
  private HostileFiles() {}

  /// @param outcome a part of the refusal, or of what is read
  record Sample(String name, byte[] content, String outcome) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample> all() throws IOException {
    String broken = "I could not read f: it is damaged.";
    String locked =
        "I could not read f: it is protected by a password. Please send it without one.";
    String inflated = "I could not read f: it unpacks to far more than a document holds.";
    String work = "I could not read f: reading it takes too much time or memory.";
    return Stream.of(
        new Sample("nothing", new byte[0], "I could not read f: it is empty."),
        new Sample("half a docx", HostileSamples.cut(OfficeSamples.docx()), "of the type"),
        new Sample("half an xls", HostileSamples.cut(OfficeSamples.xls()), broken),
        new Sample("half an odt", HostileSamples.cut(OfficeSamples.odt()), broken),
        new Sample("a hollow doc", HostileSamples.hollowDoc(), broken),
        new Sample("no PDF", "%PDF-1.7 a contract".getBytes(UTF_8), broken),
        new Sample("a locked docx", OfficeSamples.locked(OfficeSamples.docx()), locked),
        new Sample("a locked odt", HostileSamples.lockedOpenDocument(), locked),
        new Sample("a locked PDF", HostileSamples.lockedPdf(), locked),
        new Sample("a bomb", HostileSamples.inflated(), inflated),
        new Sample("a bomb of words", HostileSamples.inflatedWords(), inflated),
        new Sample("20,000 parts", HostileSamples.manyParts(), inflated),
        new Sample("a bomb within", HostileSamples.nested(), "harmless words"),
        new Sample("laughing docx", HostileSamples.laughingDocx(), broken),
        new Sample("laughing odt", HostileSamples.laughingOdt(), broken),
        new Sample("a deep docx", HostileSamples.deep(), broken),
        new Sample("a deep rtf", HostileSamples.deepRtf(), work),
        new Sample("a deep PDF", HostileSamples.deepPdf(), broken),
        new Sample("an inflated PDF", HostileSamples.inflatedPdf(), work),
        new Sample(
            "5,000 pages",
            SomeDocument.pdf(5_000),
            "I could not read f: it has more than 1,000 pages."),
        new Sample("a broken table", HostileSamples.pdfWithBrokenTable(), "application/pdf 3"),
        new Sample("a lying PDF", HostileSamples.pdfThatLies(), "application/pdf 30"),
        new Sample("circles", HostileSamples.pdfInCircles(), "application/pdf 1"),
        new Sample("PDF and ZIP", HostileSamples.pdfAndZip(), "application/pdf 2"),
        new Sample(
            "a long docx",
            SomeDocument.docx("word ".repeat(20_001)),
            "I could not read f: it has more than 100,000 characters."),
        new Sample(
            "an empty docx", SomeDocument.docx(), "I could not read f: there are no words in it."));
  }
}
