package dev.parley.testkit.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentSource;
import dev.parley.document.DocumentProcesses;
import dev.parley.document.DocumentSettings;
import dev.parley.fetch.Fetched;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.ingestion.MaterialReader;
import dev.parley.ingestion.PassageSplitter;
import dev.parley.ingestion.Reading;
import dev.parley.ingestion.SplitText;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.KnowledgeSettings.WhenNothingFits;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Origin;
import dev.parley.knowledge.Passage;
import dev.parley.testkit.attachment.InMemoryAttachmentStore;
import dev.parley.testkit.attachment.SomeDocument;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@DisplayName("A file that becomes a document")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class IngestedFilesTest {
  private static final TenantId TENANT = new TenantId(new PlatformName("slack"), "T1");

  private final DocumentProcesses documents =
      new DocumentProcesses(DocumentSettings.DEFAULTS, Clock.systemUTC());
  private final InMemoryAttachmentStore kept = new InMemoryAttachmentStore();
  private final MaterialReader reader =
      new MaterialReader(
          _ -> new Fetched.Failed("No network."),
          documents,
          AttachmentSource.NONE,
          kept,
          new KnowledgeSettings(
              new KnowledgeStore.Limits(10, 1_000_000),
              5,
              2,
              1 << 20,
              200_000,
              1_000,
              WhenNothingFits.ANSWER,
              Duration.ofDays(180),
              Duration.ZERO));

  @AfterAll
  void close() {
    documents.close();
  }

  private Reading read(String name, byte[] bytes) {
    AttachmentContent content = AttachmentContent.of(bytes);
    kept.keep(TENANT, content);
    Origin origin = new Origin(Origin.Kind.FILE, name, Optional.empty());
    return reader.read(TENANT, new Material.Kept(origin, content.sha256(), name));
  }

  private SplitText split(String name, byte[] bytes) {
    Reading reading = read(name, bytes);
    assertThat(reading).isInstanceOf(Reading.Said.class);
    return PassageSplitter.split(((Reading.Said) reading).text());
  }

  @Test
  @DisplayName("in Word has its headings and tables")
  void word() {
    SplitText split = split("plan.docx", OfficeSamples.docx());

    assertThat(split.title()).isEqualTo("Plan");
    assertThat(split.passages())
        .singleElement()
        .extracting(Passage::text)
        .asString()
        .contains("Lunch is at one.", "| Who | What |");
  }

  @Test
  @DisplayName("in Excel has its rows")
  void excel() throws IOException {
    assertThat(split("book.xlsx", OfficeSamples.xlsx()).passages()).isNotEmpty();
  }

  @Test
  @DisplayName("in an older encoding has its letters")
  void encodings() {
    byte[] old =
        "Grüße aus dem Süden, größer und schöner.".getBytes(Charset.forName("windows-1252"));

    assertThat(split("old.txt", old).passages().getFirst().text()).contains("größer");
  }

  @Test
  @DisplayName(
      "is refused with a sentence where it has a password, no words, or is none that is read")
  void refused() throws IOException {
    assertThat(read("locked.pdf", HostileSamples.lockedPdf()))
        .isEqualTo(
            new Reading.Unreadable("I could not read it: the document asks for a password."));
    assertThat(read("scan.pdf", SomeDocument.pdf(2)))
        .isEqualTo(
            new Reading.Unreadable(
                "I could not read it: the document has no words in it; its pages may be"
                    + " pictures."));
    assertThat(read("x.bin", new byte[] {0, 1, 2})).isInstanceOf(Reading.Unreadable.class);
    assertThat(read("empty.md", new byte[0]))
        .isEqualTo(new Reading.Unreadable("I could not read it: it is empty."));
    assertThat(read("large.txt", new byte[(1 << 20) + 1]))
        .isEqualTo(new Reading.Unreadable("I could not read it: it is larger than 1 MB."));
  }
}
