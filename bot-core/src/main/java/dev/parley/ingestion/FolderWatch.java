package dev.parley.ingestion;

import dev.parley.identity.TenantId;
import dev.parley.ingestion.FolderScan.Found;
import dev.parley.ingestion.FolderShelf.FolderFile;
import dev.parley.model.ModelCancelledException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the files of folders: new and changed ones become documents, those of deleted ones
/// go. A folder that is not there, or has become empty, takes nothing away: it may come back.
public final class FolderWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /// Of the duty; reading one file may take some of it.
  private static final Duration LEASE = Duration.ofMinutes(3);

  /// A file that is as it was is read again after this, so that its document does not become
  /// stale.
  private static final Duration AGAIN_AFTER = Duration.ofDays(1);

  private final List<FolderSettings> folders;
  private final Supplier<Set<TenantId>> served;
  private final FolderShelf shelf;
  private final Duties duties;
  private final Clock clock;
  private final Rounds rounds = new Rounds("folders", BETWEEN_LOOKS, this::look);
  private final Map<FolderFile, Seen> seen = new HashMap<>();
  private final Set<String> gone = new HashSet<>();

  /// @param served the tenants that the bot serves
  public FolderWatch(
      List<FolderSettings> folders,
      Supplier<Set<TenantId>> served,
      FolderShelf shelf,
      Duties duties,
      Clock clock) {
    this.folders = List.copyOf(folders);
    this.served = served;
    this.shelf = shelf;
    this.duties = duties;
    this.clock = clock;
  }

  /// A file as it was read.
  ///
  /// @param again when it is read again though it does not change
  private record Seen(Found file, int attempts, Instant again) {}

  /// Looks from now on, where there are folders.
  public void begin() {
    if (!folders.isEmpty()) {
      rounds.begin();
    }
  }

  /// Looks into all folders that no other instance looks into. Blocks; an interrupt ends it.
  public synchronized void look() {
    for (FolderSettings folder : folders) {
      try {
        lookInto(folder);
      } catch (JobLostException taken) {
        log.info("another instance looks into the folder {} now", folder.name());
      } catch (ModelCancelledException stopped) {
        log.debug("this instance goes down");
        return;
      } catch (IOException | UncheckedIOException away) {
        tellOnce(folder, "cannot be looked into (" + away.getClass().getSimpleName() + ")");
      }
    }
  }

  private void lookInto(FolderSettings folder) throws IOException {
    if (!duties.take(duty(folder), LEASE)) {
      seen.keySet().removeIf(file -> file.folder().equals(folder));
      return;
    }
    FolderScan.Content content = FolderScan.of(folder);
    Set<TenantId> tenants = folder.tenants().isEmpty() ? served.get() : folder.tenants();
    for (TenantId tenant : tenants) {
      if (content.files().isEmpty() && shelf.hasAny(folder, tenant)) {
        tellOnce(folder, "has no files any more");
        continue;
      }
      if (content.whole()) {
        shelf.keepOnly(folder, tenant, content.files().keySet());
      }
      content.files().forEach((name, found) -> read(new FolderFile(folder, tenant, name), found));
      gone.remove(folder.name());
    }
  }

  private static String duty(FolderSettings folder) {
    return "folder " + folder.name();
  }

  private void tellOnce(FolderSettings folder, String what) {
    if (gone.add(folder.name())) {
      log.warn("the folder {} ({}) {}; its documents stay", folder.name(), folder.path(), what);
    }
  }

  private void read(FolderFile file, Found found) {
    Optional<Seen> before =
        Optional.ofNullable(seen.get(file)).filter(last -> last.file().equals(found));
    Instant now = clock.instant();
    if (before.filter(last -> now.isBefore(last.again())).isPresent()) {
      return;
    }
    int attempts = before.map(Seen::attempts).orElse(0) + 1;
    Ending ending = shelf.put(file, found, attempts, () -> keepDuty(file.folder()));
    seen.put(
        file,
        ending instanceof Ending.Later(Duration pause, String _)
            ? new Seen(found, attempts, now.plus(pause))
            : new Seen(found, 0, now.plus(AGAIN_AFTER)));
  }

  private void keepDuty(FolderSettings folder) {
    if (!duties.take(duty(folder), LEASE)) {
      throw new JobLostException(duty(folder));
    }
  }

  @Override
  public void close() {
    rounds.close();
  }
}
