package dev.parley.launcher.settings;

import dev.parley.redis.RedisSettings;
import dev.parley.secret.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which Redis is used, and how.
///
/// @param url empty for the embedded one; a secret, because it may hold a password
/// @param embeddedFsync when the embedded one writes to the disk
public record RedisSection(
    Optional<Secret> url, int connections, Duration timeout, String prefix, Fsync embeddedFsync) {
  /// When a Redis server's append-only file is forced to the disk.
  public enum Fsync {
    ALWAYS,
    EVERYSEC
  }

  static RedisSection read(SettingsReader reader) {
    return new RedisSection(
        reader.secret("url", RedisSection::problem),
        reader.number("connections", 2, 1_000),
        reader.time("timeout", Duration.ofMillis(100), Duration.ofMinutes(1)),
        prefix(reader),
        reader
            .section("embedded")
            .choice("fsync", Map.of("always", Fsync.ALWAYS, "everysec", Fsync.EVERYSEC)));
  }

  /// The settings of the store.
  ///
  /// @param address the one that was given, or the embedded server's
  public RedisSettings store(Secret address) {
    RedisSettings store = RedisSettings.of(address.reveal());
    return store
        .withPrefix(prefix)
        .withConnections(connections)
        .withPatience(timeout, store.shortPatience(), store.longPatience());
  }

  /// What must not be seen of it: the address, and the password by itself.
  Stream<Secret> secrets() {
    return Stream.concat(
        url.stream(),
        url.flatMap(address -> RedisSettings.of(address.reveal()).password()).stream());
  }

  private static String prefix(SettingsReader reader) {
    String prefix = reader.text("prefix");
    if (!prefix.matches("[A-Za-z0-9_.-]{1,40}")) {
      reader.mistake("prefix", "needs 1 to 40 letters, digits, dots, dashes and underscores");
    }
    return prefix;
  }

  private static Optional<String> problem(String urls) {
    try {
      RedisSettings.of(urls);
      return Optional.empty();
    } catch (IllegalArgumentException unusable) {
      return Optional.of(
          "is not a Redis address; it needs the form redis://[user:password@]host[:port][/database],"
              + " or rediss:// for TLS; several of one cluster have commas between them and no"
              + " database");
    }
  }
}
