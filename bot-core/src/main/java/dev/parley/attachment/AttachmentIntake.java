package dev.parley.attachment;

import dev.parley.attachment.IntakeResult.Reason;
import dev.parley.attachment.IntakeResult.Refused;
import dev.parley.attachment.IntakeResult.Taken;
import dev.parley.identity.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches the files of messages, looks at what they are, and keeps those that the model can be
/// given. One that cannot be had never takes the others with it.
public final class AttachmentIntake {
  private static final Logger log = LoggerFactory.getLogger(AttachmentIntake.class);

  private final AttachmentStore store;
  private final AttachmentSettings settings;
  private final FileExaminer examiner;
  private final Semaphore fetching;
  private final LargeIntake large;

  public AttachmentIntake(
      AttachmentStore store,
      LargeFiles large,
      DocumentReader documents,
      AttachmentSettings settings) {
    this.store = store;
    this.settings = settings;
    this.examiner = new FileExaminer(settings, documents);
    this.fetching = new Semaphore(settings.mostAtOnce());
    this.large = new LargeIntake(large, examiner, settings);
  }

  public AttachmentSettings settings() {
    return settings;
  }

  /// Where the provider has a large file that came before; empty where it has it no more.
  public Optional<ProviderFile> given(TenantId tenant, String sha256) {
    return large.find(tenant, sha256);
  }

  /// Where taken files are kept.
  public AttachmentStore store() {
    return store;
  }

  /// Takes files in, in their order. Blocks; an interrupt ends the fetching.
  ///
  /// @param begun hears the name of each file that is fetched
  public List<IntakeResult> take(
      TenantId tenant, List<AttachmentRef> files, AttachmentSource source, Consumer<String> begun) {
    List<IntakeResult> results = new ArrayList<>();
    long together = 0;
    for (AttachmentRef file : files) {
      IntakeResult result =
          results.size() < settings.mostFiles()
              ? one(tenant, file, source, begun)
              : new Refused(file.name(), Reason.TOO_MANY, Integer.toString(settings.mostFiles()));
      if (result instanceof Taken taken) {
        together += taken.content().size();
        result = together > settings.mostBytesTogether() ? tooMuch(taken) : taken;
      }
      if (result instanceof Taken taken) {
        store.keep(tenant, taken.content());
      }
      results.add(result);
    }
    return results;
  }

  /// Looks at what a file is whose bytes are at hand, and keeps nothing of it. Blocks while many
  /// others are looked at.
  public IntakeResult look(String name, AttachmentContent content) {
    if (content.size() > settings.mostBytes()) {
      return new Refused(name, Reason.TOO_LARGE, size(settings.mostBytes()));
    }
    try {
      fetching.acquire();
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return new Refused(name, Reason.UNREACHABLE, "");
    }
    try {
      return examiner.read(name, "", content.bytes());
    } finally {
      fetching.release();
    }
  }

  private Refused tooMuch(Taken taken) {
    return new Refused(
        taken.file().name(), Reason.TOO_LARGE_TOGETHER, size(settings.mostBytesTogether()));
  }

  private IntakeResult one(
      TenantId tenant, AttachmentRef file, AttachmentSource source, Consumer<String> begun) {
    if (file.size() > settings.mostBytesOfAny()) {
      return new Refused(file.name(), Reason.TOO_LARGE, size(settings.mostBytesOfAny()));
    }
    try {
      fetching.acquire();
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return new Refused(file.name(), Reason.UNREACHABLE, "");
    }
    try {
      begun.accept(file.name());
      return fetched(tenant, file, source);
    } finally {
      fetching.release();
    }
  }

  private IntakeResult fetched(TenantId tenant, AttachmentRef file, AttachmentSource source) {
    try (InputStream stream = source.open(tenant, file)) {
      byte[] bytes = stream.readNBytes(Math.toIntExact(settings.mostBytes() + 1));
      return bytes.length > settings.mostBytes()
          ? large.take(tenant, file, bytes, stream)
          : examiner.read(file.name(), file.mediaType(), bytes);
    } catch (AttachmentUnavailableException unavailable) {
      log.info("the file {} is not taken: {}", file.id(), unavailable.getMessage());
      return new Refused(file.name(), reason(unavailable), "");
    } catch (IOException broken) {
      log.info("the file {} broke off: {}", file.id(), broken.toString());
      return new Refused(file.name(), Reason.UNREACHABLE, "");
    }
  }

  private static Reason reason(AttachmentUnavailableException unavailable) {
    return switch (unavailable.why()) {
      case GONE -> Reason.GONE;
      case FORBIDDEN -> Reason.FORBIDDEN;
      case ELSEWHERE -> Reason.ELSEWHERE;
      case UNREACHABLE -> Reason.UNREACHABLE;
    };
  }

  static String size(long bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : (bytes >> 10) + " kB";
  }
}
