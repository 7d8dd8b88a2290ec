package dev.parley.launcher.embedded;

import dev.parley.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The password of the embedded Redis: random, made once, readable by its owner only.
final class PasswordFile {
  private static final int BYTES = 32;

  private PasswordFile() {}

  static Secret readOrMake(Path file) throws IOException {
    if (Files.notExists(file) || Files.size(file) == 0) {
      make(file);
    }
    return Secret.of(Files.readString(file).strip());
  }

  private static void make(Path file) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(file);
    Files.createFile(file, DataDirectory.permissions("rw-------"));
    Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
  }
}
