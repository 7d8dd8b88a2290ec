package dev.parley.testkit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.attachment.DocumentReading;
import dev.parley.attachment.DocumentType;
import dev.parley.document.DocumentProcesses;
import dev.parley.document.DocumentSettings;
import dev.parley.testkit.attachment.SomeDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Documents")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class OfficeFilesTest {
  private static final String SHEET =
      """
      # Sales

      | Day | Sum |
      | --- | --- |
      | 2026-11-24 | 12.5 |

      # Empty""";

  private final DocumentProcesses documents =
      new DocumentProcesses(DocumentSettings.DEFAULTS, Clock.systemUTC());

  @AfterAll
  void close() {
    documents.close();
  }

  static Stream<Arguments> documents() throws IOException {
    return Stream.of(
        arguments(
            "docx",
            DocumentType.OFFICE_OPEN_XML,
            OfficeSamples.docx(),
            """
            # Plan

            Lunch is at one.

            | Who | What |
            | --- | --- |
            | Ann | a\\|b |"""),
        arguments("xlsx", DocumentType.OFFICE_OPEN_XML, OfficeSamples.xlsx(), SHEET),
        arguments("xls", DocumentType.OFFICE_BINARY, OfficeSamples.xls(), SHEET),
        arguments(
            "pptx",
            DocumentType.OFFICE_OPEN_XML,
            OfficeSamples.pptx(),
            """
            ## Slide 1

            Welcome

            Notes:
            Say Welcome

            ## Slide 2

            Goodbye

            Notes:
            Say Goodbye"""),
        arguments("ppt", DocumentType.OFFICE_BINARY, OfficeSamples.ppt(), "## Slide 1\n\nWelcome"),
        arguments(
            "rtf", DocumentType.RICH_TEXT, OfficeSamples.rtf(), "Lunch is at one über.\nBye."),
        arguments(
            "odt",
            DocumentType.OPEN_DOCUMENT,
            OfficeSamples.odt(),
            "## Plan\n\nLunch  is at one.\n- bread"),
        arguments(
            "ods",
            DocumentType.OPEN_DOCUMENT,
            OfficeSamples.ods(),
            """
            # Sales

            | Day | x | x |
            | --- | --- | --- |
            |  | 12 |
            |  | 12 |"""),
        arguments(
            "odp",
            DocumentType.OPEN_DOCUMENT,
            OfficeSamples.odp(),
            """
            ## Slide 1

            Welcome

            Notes:
            Say Welcome

            ## Slide 2

            Goodbye"""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  @DisplayName("are read with their headings, tables, sheets, slides and notes")
  void words(String name, DocumentType type, byte[] document, String words) {
    assertThat(documents.read(type, document, 10_000)).isEqualTo(new DocumentReading.Words(words));
  }

  @Test
  @DisplayName("that go to the model as they are have their pages counted")
  void pages() {
    assertThat(documents.read(DocumentType.PDF, SomeDocument.pdf(7), 10))
        .isEqualTo(new DocumentReading.Pages(7));
  }

  @Test
  @DisplayName("are read by processes that end with the bot's reading of documents")
  void closed() {
    DocumentProcesses others = new DocumentProcesses(DocumentSettings.DEFAULTS, Clock.systemUTC());
    others.read(DocumentType.PDF, SomeDocument.pdf(1), 10);
    long running = ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();

    others.close();

    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive).count())
        .isLessThan(running);
  }

  @Test
  @DisplayName("are read where no secret is in the environment")
  void environment() throws IOException {
    documents.read(DocumentType.PDF, SomeDocument.pdf(1), 10);

    for (ProcessHandle process : ProcessHandle.current().children().toList()) {
      Path environment = Path.of("/proc/" + process.pid() + "/environ");
      if (isReader(process) && Files.exists(environment)) {
        assertThat(Files.readString(environment)).doesNotContain("HOME=");
      }
    }
  }

  private static boolean isReader(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains("parley.document");
  }

  @Test
  @DisplayName("whose asker goes away are not read on")
  void interrupted() {
    Thread.currentThread().interrupt();

    DocumentReading reading = documents.read(DocumentType.PDF, SomeDocument.pdf(1), 10);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(reading).isEqualTo(new DocumentReading.Unread(DocumentReading.Obstacle.UNAVAILABLE));
  }
}
