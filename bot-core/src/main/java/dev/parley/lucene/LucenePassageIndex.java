package dev.parley.lucene;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.IndexUnavailableException;
import dev.parley.knowledge.PassageIndex;
import dev.parley.model.Embedding;
import dev.parley.model.VectorSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The passages of all tenants on this machine's disk, one index of Lucene's for each. An
/// [IndexFollower] fills it.
public final class LucenePassageIndex implements PassageIndex, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LucenePassageIndex.class);

  private final Slot slot;
  private final Optional<VectorSpace> space;
  private final String format;
  private final Question.Vocabulary vocabulary = Question.Vocabulary.load();
  private final Map<TenantId, CompletableFuture<TenantIndex>> opened = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private LucenePassageIndex(Slot slot, Optional<VectorSpace> space) {
    this.slot = slot;
    this.space = space;
    this.format = CommitNote.formatFor(space);
  }

  /// Takes a folder below this one that no other process has.
  ///
  /// @param space of the vectors that are searched; empty: by words alone
  /// @throws IOException where the folder cannot be written
  public static LucenePassageIndex open(Path directory, Optional<VectorSpace> space)
      throws IOException {
    if (space.isPresent() && space.get().dimensions() > WideCodec.MOST_DIMENSIONS) {
      throw new IllegalArgumentException(
          "vectors have at most " + WideCodec.MOST_DIMENSIONS + " dimensions");
    }
    return new LucenePassageIndex(Slot.take(directory), space);
  }

  /// @throws IndexUnavailableException where nothing can be read, or the thread is interrupted
  ///     while it waits for an index to be opened
  @Override
  public List<Hit> search(TenantId tenant, Wanted wanted, Optional<Embedding> meaning) {
    if (!opened.containsKey(tenant) && !Files.isDirectory(slot.folder(tenant))) {
      return List.of();
    }
    TenantIndex index = opened(tenant);
    try {
      return index.search(wanted, meaning.filter(this::fits));
    } catch (IOException | AlreadyClosedException broken) {
      drop(tenant, index);
      throw new IndexUnavailableException("the index of " + tenant + " cannot be read", broken);
    }
  }

  private boolean fits(Embedding meaning) {
    return space.isPresent() && meaning.dimensions() == space.get().dimensions();
  }

  /// A tenant's index, which is opened or begun where it was not yet.
  TenantIndex opened(TenantId tenant) {
    CompletableFuture<TenantIndex> index = opened.computeIfAbsent(tenant, this::opening);
    try {
      return index.get();
    } catch (ExecutionException failed) {
      opened.remove(tenant, index);
      throw new IndexUnavailableException(
          "the index of " + tenant + " cannot be opened", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IndexUnavailableException("interrupted", interrupted);
    }
  }

  /// On a thread that nobody interrupts, since that would close files.
  private CompletableFuture<TenantIndex> opening(TenantId tenant) {
    CompletableFuture<TenantIndex> index = new CompletableFuture<>();
    Thread.ofVirtual().name("opening the index of " + tenant).start(() -> open(tenant, index));
    return index;
  }

  private void open(TenantId tenant, CompletableFuture<TenantIndex> index) {
    try {
      if (closed) {
        throw new AlreadyClosedException("the indexes are closed");
      }
      PassageFields fields = new PassageFields(space);
      index.complete(TenantIndex.open(slot.folder(tenant), format, fields, vocabulary));
    } catch (IOException | RuntimeException failed) {
      index.completeExceptionally(failed);
    }
  }

  /// Closes an index that cannot be used; it is opened anew, and looked through, when it is needed.
  void drop(TenantId tenant, TenantIndex broken) {
    CompletableFuture<TenantIndex> index = opened.get(tenant);
    if (index != null && index.getNow(null) == broken && opened.remove(tenant, index)) {
      close(tenant, broken);
    }
  }

  private static void close(TenantId tenant, TenantIndex index) {
    try {
      index.close();
    } catch (IOException | AlreadyClosedException lost) {
      log.warn(
          "The index of {} could not be written; it is read from the store again", tenant, lost);
    }
  }

  /// The tenants whose indexes are open.
  Set<TenantId> tenants() {
    return Set.copyOf(opened.keySet());
  }

  /// Deletes what is left of tenants that are not among these.
  void keepOnly(Set<TenantId> tenants) throws IOException {
    slot.keepOnly(tenants);
  }

  /// Writes to disk what is not there yet. To be called after its follower's.
  @Override
  public void close() throws IOException {
    closed = true;
    for (TenantId tenant : tenants()) {
      CompletableFuture<TenantIndex> index = opened.remove(tenant);
      if (index != null) {
        close(tenant, index);
      }
    }
    slot.close();
  }

  private static void close(TenantId tenant, CompletableFuture<TenantIndex> opening) {
    try {
      close(tenant, opening.join());
    } catch (CompletionException failed) {
      log.debug("The index of {} never opened", tenant, failed);
    }
  }
}
