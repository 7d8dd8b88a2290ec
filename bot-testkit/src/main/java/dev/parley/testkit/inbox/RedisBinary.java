package dev.parley.testkit.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/// The Redis server that comes with the library, unpacked once to a fixed place, so that no run
/// leaves another copy behind.
final class RedisBinary {
  private static final Path HOME =
      Path.of(
          System.getProperty("java.io.tmpdir"), "parley-redis-" + System.getProperty("user.name"));

  private RedisBinary() {}

  static synchronized Path unpacked() {
    String name =
        ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture());
    Path server = HOME.resolve(name);
    try {
      if (!Files.isExecutable(server)) {
        unpack(server);
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// In one step from the outside: another process may do the same now.
  private static void unpack(Path server) throws IOException {
    Files.createDirectories(HOME);
    Path fresh = Files.createTempDirectory(HOME, "unpacking-");
    Path unpacked = ExecutableProvider.newJarResourceProvider(fresh.toFile()).get().toPath();
    Files.move(unpacked, server, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(fresh);
  }
}
