package dev.parley.ingestion;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.ingestion.FolderScan.Found;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.JobState.Stage;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Origin;
import dev.parley.model.ModelException;
import dev.parley.usage.Payer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The documents that are from the files of folders.
public final class FolderShelf {
  private static final Logger log = LoggerFactory.getLogger(FolderShelf.class);

  /// Fewer passages are ready before anybody looks.
  private static final int MANY_PASSAGES = 64;

  private final KnowledgeStore store;
  private final IngestQueue queue;
  private final MaterialReader reader;
  private final Publishing publishing;
  private final Function<TenantId, Payer> own;
  private final KnowledgeSettings settings;
  private final Clock clock;

  /// @param own the bot's own account in a tenant
  public FolderShelf(
      KnowledgeStore store,
      IngestQueue queue,
      MaterialReader reader,
      PassageVectors vectors,
      Function<TenantId, Payer> own,
      KnowledgeSettings settings,
      Clock clock) {
    this.store = store;
    this.queue = queue;
    this.reader = reader;
    this.publishing = new Publishing(store, vectors, settings, clock);
    this.own = own;
    this.settings = settings;
    this.clock = clock;
  }

  /// A file of a folder, as it is for one tenant.
  ///
  /// @param name within the folder
  record FolderFile(FolderSettings folder, TenantId tenant, String name) {
    Origin origin() {
      Optional<String> address = folder.address().map(base -> base + "/" + UrlPath.of(name));
      return new Origin(Origin.Kind.FOLDER, prefix(folder) + name, address);
    }

    static String prefix(FolderSettings folder) {
      return folder.name() + ":";
    }
  }

  /// Reads a file in, and lists what became of it. Blocks; an interrupt ends it.
  ///
  /// @param attempts how often it was tried as it is, this time included
  /// @param guard throws where it is to be stopped
  Ending put(FolderFile file, Found found, int attempts, Runnable guard) {
    Ending ending = read(file, found, attempts, guard);
    Stage stage =
        switch (ending) {
          case Ending.Done _ -> Stage.DONE;
          case Ending.Unchanged _ -> Stage.UNCHANGED;
          case Ending.Failed _ -> Stage.FAILED;
          case Ending.Later _ -> Stage.WAITING;
        };
    if (stage == Stage.FAILED) {
      log.warn("{} of the folder {}: {}", file.name(), file.folder().name(), ending.told());
    }
    if (stage != Stage.UNCHANGED) {
      queue.note(new JobState(job(file, ""), stage, 0, 0, ending.told(), clock.instant()));
    }
    return ending;
  }

  private Ending read(FolderFile file, Found found, int attempts, Runnable guard) {
    if (found.size() > settings.documentBytes()) {
      return new Ending.Failed(
          Reading.because("it is larger than " + Amounts.bytes(settings.documentBytes())));
    }
    try (InputStream stream = Files.newInputStream(found.path())) {
      return read(file, stream.readNBytes((int) settings.documentBytes() + 1), attempts, guard);
    } catch (IOException unreadable) {
      log.debug("{} cannot be opened", found.path(), unreadable);
      return Retries.after(
          attempts, Optional.empty(), Reading.because("the file cannot be opened"));
    }
  }

  private Ending read(FolderFile file, byte[] bytes, int attempts, Runnable guard) {
    IngestJob job = job(file, Fingerprint.of(bytes));
    Progress progress = (stage, done, of) -> progress(job, guard, stage, done, of);
    try {
      Optional<URI> address = file.origin().address().map(URI::create);
      return switch (reader.file(file.name(), bytes, address)) {
        case Reading.Said(SourceText text) ->
            publishing.publish(job, Optional.empty(), text, progress);
        case Reading.Unreadable(String told) -> new Ending.Failed(told);
        case Reading.Missing(String told) -> new Ending.Failed(told);
        case Reading.NotNow(String told, var pause) -> Retries.after(attempts, pause, told);
      };
    } catch (ModelException refused) {
      return ModelTrouble.ending(refused, job, attempts, clock.instant());
    } catch (StoreUnavailableException | JobLostException passing) {
      throw passing;
    } catch (RuntimeException | StackOverflowError defect) {
      return Defects.ending(
          file.name() + " of the folder " + file.folder().name(), defect, attempts);
    }
  }

  private void progress(IngestJob job, Runnable guard, Stage stage, int done, int of) {
    guard.run();
    if (of > MANY_PASSAGES) {
      queue.note(new JobState(job, stage, done, of, "", clock.instant()));
    }
  }

  private IngestJob job(FolderFile file, String sha256) {
    Origin origin = file.origin();
    return new IngestJob(
        "folder-" + DocumentId.of(origin),
        file.tenant(),
        new Material.Kept(origin, sha256, file.name()),
        Optional.of(file.folder().audience()),
        Optional.empty(),
        own.apply(file.tenant()),
        clock.instant());
  }

  /// Whether there are documents of a folder.
  boolean hasAny(FolderSettings folder, TenantId tenant) {
    return !documents(folder, tenant).isEmpty();
  }

  private List<Document> documents(FolderSettings folder, TenantId tenant) {
    return store.documents(tenant).stream()
        .filter(document -> document.origin().kind() == Origin.Kind.FOLDER)
        .filter(document -> document.origin().key().startsWith(FolderFile.prefix(folder)))
        .toList();
  }

  /// Removes the documents of files that are not there any more.
  ///
  /// @param names of those that are
  void keepOnly(FolderSettings folder, TenantId tenant, Set<String> names) {
    int prefix = FolderFile.prefix(folder).length();
    for (Document document : documents(folder, tenant)) {
      if (!names.contains(document.origin().key().substring(prefix))) {
        queue.cancel(tenant, document.id());
        store.remove(tenant, document.id());
        log.info("{} went from {} with its file", document.id(), tenant);
      }
    }
  }
}
