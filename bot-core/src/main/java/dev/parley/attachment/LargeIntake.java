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
/// which keeps them for a while, and never are in memory as a whole.
final class LargeIntake {
  private static final Logger log = LoggerFactory.getLogger(LargeIntake.class);

  /// Uploads side by side; each has its file on the disk meanwhile.
  private static final int MOST_AT_ONCE = 2;

  private final LargeFiles files;
  private final AttachmentSettings settings;
  private final Semaphore uploading = new Semaphore(MOST_AT_ONCE);

  LargeIntake(LargeFiles files, AttachmentSettings settings) {
    this.files = files;
    this.settings = settings;
  }

  /// @param head what was read of the file
  /// @param rest what comes after
  /// @throws AttachmentUnavailableException where the provider does not take it
  IntakeResult take(TenantId tenant, AttachmentRef file, byte[] head, InputStream rest)
      throws IOException {
    Optional<String> type = FileContent.largeType(head);
    if (type.isEmpty() || settings.mostLargeBytes() <= settings.mostBytes()) {
      return new Refused(
          file.name(), Reason.TOO_LARGE, AttachmentIntake.size(settings.mostBytes()));
    }
    try {
      uploading.acquire();
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return new Refused(file.name(), Reason.UNREACHABLE, "");
    }
    try (SpooledFile spooled = SpooledFile.of(head, rest, settings.mostLargeBytes())) {
      return spooled.complete() ? given(tenant, file, type.get(), spooled) : tooLarge(file);
    } finally {
      uploading.release();
    }
  }

  private IntakeResult given(
      TenantId tenant, AttachmentRef file, String type, SpooledFile spooled) {
    String hash = spooled.sha256();
    Optional<ProviderFile> known = find(tenant, hash);
    ProviderFile where = known.isPresent() ? known.get() : uploaded(tenant, hash, type, spooled);
    return new Given(
        new Attachment(file.name(), type, hash, Math.toIntExact(spooled.size())), where);
  }

  private ProviderFile uploaded(TenantId tenant, String hash, String type, SpooledFile spooled) {
    ProviderFile where = files.provider().give(spooled.content(), type);
    files.given().note(tenant, hash, where);
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

  Refused tooLarge(AttachmentRef file) {
    return new Refused(
        file.name(), Reason.TOO_LARGE, AttachmentIntake.size(settings.mostLargeBytes()));
  }
}
