package dev.parley.lucene;

import dev.parley.identity.TenantId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder for the indexes of one process: the first that no other one has.
final class Slot implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Slot.class);

  private static final int MOST = 100;
  private static final int READABLE = 40;
  private static final int HASH_BYTES = 8;

  private final Path folder;
  private final FileChannel lock;

  private Slot(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Takes the first free slot below a folder.
  static Slot take(Path directory) throws IOException {
    for (int number = 1; number <= MOST; number++) {
      Optional<Slot> slot = take(directory, number);
      if (slot.isPresent()) {
        return slot.get();
      }
    }
    throw new IOException("all " + MOST + " slots in " + directory + " are taken");
  }

  private static Optional<Slot> take(Path directory, int number) throws IOException {
    Path folder = Files.createDirectories(directory.resolve(Integer.toString(number)));
    FileChannel lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isLocked(lock)) {
      return Optional.of(new Slot(folder, lock));
    }
    lock.close();
    return Optional.empty();
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  /// Where a tenant's index is.
  Path folder(TenantId tenant) {
    return folder.resolve(name(tenant));
  }

  /// Readable, and another one for each tenant on every file system.
  private static String name(TenantId tenant) {
    String text = tenant.toString();
    String readable = text.replaceAll("[^A-Za-z0-9]", "-");
    return readable.substring(0, Math.min(READABLE, readable.length()))
        + "-"
        + HexFormat.of().formatHex(Sha256.of(text), 0, HASH_BYTES);
  }

  /// Deletes the folders of all other tenants.
  void keepOnly(Set<TenantId> tenants) throws IOException {
    Set<Path> kept = tenants.stream().map(this::folder).collect(Collectors.toSet());
    try (Stream<Path> there = Files.list(folder)) {
      for (Path other : there.filter(Files::isDirectory).toList()) {
        if (!kept.contains(other)) {
          log.info("{} is of a tenant without documents and goes", other);
          IOUtils.rm(other);
        }
      }
    }
  }

  /// Lets others have it.
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
