package dev.parley.launcher.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The folder where one instance at a time keeps everything; held from opening to closing, and
/// given back by the operating system when the instance is killed.
public final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel lockFile;

  private DataDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /// Takes the folder, and makes it where it does not exist.
  ///
  /// @throws EmbeddedRedisException where another instance holds it, or it cannot be written
  public static DataDirectory take(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path.resolve("redis"), permissions("rwx------"));
      FileChannel file =
          FileChannel.open(
              path.resolve("parley.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(file) == null) {
        file.close();
        throw heldBySomebodyElse(path);
      }
      return new DataDirectory(path.toRealPath(), file);
    } catch (IOException notWritable) {
      throw new EmbeddedRedisException(
          "The data directory %s cannot be written (%s); make it writable or set PARLEY_DATA to another one."
              .formatted(path, notWritable),
          notWritable);
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  private static EmbeddedRedisException heldBySomebodyElse(Path path) {
    return new EmbeddedRedisException(
        "The data directory %s is in use by another instance of Parley; stop that one, or set PARLEY_DATA to another directory."
            .formatted(path));
  }

  /// The folder of the Redis server.
  Path redis() {
    return path.resolve("redis");
  }

  /// What only its owner may do with a new file; nothing where the file system has no such notion.
  static FileAttribute<?>[] permissions(String owner) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(owner))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException _) {
      // The lock ends with the process at the latest.
    }
  }
}
