package dev.parley.attachment;

import dev.parley.attachment.IntakeResult.Given;
import dev.parley.attachment.IntakeResult.Reason;
import dev.parley.attachment.IntakeResult.Refused;
import dev.parley.identity.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes files that are too large for a request: they go through the disk to the model's provider,
/// which keeps them for a while. Recordings never are in memory as a whole.
final class LargeIntake {
  private static final Logger log = LoggerFactory.getLogger(LargeIntake.class);

  /// Uploads side by side; each has its file on the disk meanwhile.
  private static final int MOST_AT_ONCE = 2;

  /// Gemini's documentation, "Document understanding".
  private static final long LARGEST_PDF = 50 << 20;

  private final LargeFiles files;
  private final FileExaminer examiner;
  private final AttachmentSettings settings;
  private final Semaphore uploading = new Semaphore(MOST_AT_ONCE);

  LargeIntake(LargeFiles files, FileExaminer examiner, AttachmentSettings settings) {
    this.files = files;
    this.examiner = examiner;
    this.settings = settings;
  }

  /// @param head what was read of the file
  /// @param rest what comes after
  /// @throws AttachmentUnavailableException where the provider does not take it
  IntakeResult take(TenantId tenant, AttachmentRef file, byte[] head, InputStream rest)
      throws IOException {
    if (settings.mostLargeBytes() <= settings.mostBytes() || !FileExaminer.isForProvider(head)) {
      return new Refused(
          file.name(), Reason.TOO_LARGE, AttachmentIntake.size(settings.mostBytes()));
    }
    try {
      uploading.acquire();
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return new Refused(file.name(), Reason.UNREACHABLE, "");
    }
    long most =
        FileExaminer.isPdf(head)
            ? Math.min(settings.mostLargeBytes(), LARGEST_PDF)
            : settings.mostLargeBytes();
    try (SpooledFile spooled = SpooledFile.of(head, rest, most)) {
      return spooled.complete()
          ? examined(tenant, file, head, spooled)
          : new Refused(file.name(), Reason.TOO_LARGE, AttachmentIntake.size(most));
    } finally {
      uploading.release();
    }
  }

  private IntakeResult examined(
      TenantId tenant, AttachmentRef file, byte[] head, SpooledFile spooled) throws IOException {
    return switch (examiner.examine(file.name(), head, spooled.mapped())) {
      case Examined.Fit fit -> new Given(attachment(file, fit, spooled), at(tenant, fit, spooled));
      case Examined.Unfit unfit -> unfit.why();
    };
  }

  private static Attachment attachment(AttachmentRef file, Examined.Fit fit, SpooledFile spooled) {
    return new Attachment(
        file.name(),
        fit.mediaType(),
        spooled.sha256(),
        Math.toIntExact(spooled.size()),
        fit.extent());
  }

  private ProviderFile at(TenantId tenant, Examined.Fit fit, SpooledFile spooled) {
    return find(tenant, spooled.sha256()).orElseGet(() -> uploaded(tenant, fit, spooled));
  }

  private ProviderFile uploaded(TenantId tenant, Examined.Fit fit, SpooledFile spooled) {
    ProviderFile where = files.provider().give(spooled.content(), fit.mediaType());
    files.given().note(tenant, spooled.sha256(), where);
    return where;
  }

  /// Where the provider has a file of before. Where it cannot say, the file counts as gone.
  Optional<ProviderFile> find(TenantId tenant, String sha256) {
    try {
      return files.given().find(tenant, sha256).filter(files.provider()::has);
    } catch (AttachmentUnavailableException unavailable) {
      log.info("whether a large file is still there is not known: {}", unavailable.getMessage());
      return Optional.empty();
    }
  }
}
