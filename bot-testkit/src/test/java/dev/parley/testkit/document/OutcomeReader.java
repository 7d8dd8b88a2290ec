package dev.parley.testkit.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentSettings;
import dev.parley.attachment.IntakeResult;
import dev.parley.attachment.ReadingLimits;
import dev.parley.document.DocumentProcesses;
import dev.parley.document.DocumentSettings;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.testkit.attachment.InMemoryAttachmentStore;
import dev.parley.testkit.attachment.InMemoryProviderFiles;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Takes files in, with processes of little memory, and tells in words what became of them.
final class OutcomeReader implements AutoCloseable {
  private static final TenantId TENANT = new TenantId(new PlatformName("slack"), "T1");
  private static final ReadingLimits READING =
      new ReadingLimits(1_000, 100_000, Duration.ofMinutes(60), Duration.ofMinutes(3));
  private static final AttachmentSettings LIMITS = AttachmentSettings.DEFAULTS.with(READING);

  private final DocumentProcesses documents;
  private final AttachmentIntake intake;

  OutcomeReader(Duration timeLimit) {
    this.documents =
        new DocumentProcesses(new DocumentSettings(timeLimit, 2, 96L << 20), Clock.systemUTC());
    this.intake =
        new AttachmentIntake(
            new InMemoryAttachmentStore(), new InMemoryProviderFiles().large(), documents, LIMITS);
  }

  String read(byte[] content) {
    AttachmentRef file = new AttachmentRef("f", "f", "", content.length, "x");
    IntakeResult result =
        intake
            .take(TENANT, List.of(file), (_, _) -> new ByteArrayInputStream(content), _ -> {})
            .getFirst();
    return switch (result) {
      case IntakeResult.Refused refused -> refused.sentence();
      case IntakeResult.Taken taken when taken.file().isText() ->
          new String(taken.content().bytes(), UTF_8);
      case IntakeResult.Taken taken -> told(taken.file());
      case IntakeResult.Given given -> "given: " + told(given.file());
    };
  }

  private static String told(Attachment file) {
    return file.mediaType() + " " + file.extent();
  }

  @Override
  public void close() {
    documents.close();
  }
}
