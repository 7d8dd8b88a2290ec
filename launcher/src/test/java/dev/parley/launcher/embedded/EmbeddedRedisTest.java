package dev.parley.launcher.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.settings.RedisSection.Fsync;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.SocketFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The embedded Redis")
class EmbeddedRedisTest {
  @TempDir Path folder;

  private static String ask(EmbeddedRedis redis, String... command) throws IOException {
    URI url = URI.create(redis.url().reveal());
    try (RedisLine line =
        RedisLine.open(SocketFactory.getDefault(), url.getHost(), url.getPort())) {
      assertThat(line.ask("PING")).startsWith("-NOAUTH");
      line.ask("AUTH", redis.password().reveal());
      return line.ask(command);
    }
  }

  @ParameterizedTest
  @EnumSource(Fsync.class)
  @DisplayName("keeps what was written from one start to the next, in a folder with a strange name")
  void keeps(Fsync fsync) throws IOException {
    Path strange = folder.resolve("Ärger mit \"Namen\" und \\ Leerzeichen");
    try (DataDirectory directory = DataDirectory.take(strange);
        EmbeddedRedis redis = EmbeddedRedis.start(directory, fsync)) {
      ask(redis, "SET", "greeting", "hello");
    }

    try (DataDirectory directory = DataDirectory.take(strange);
        EmbeddedRedis redis = EmbeddedRedis.start(directory, fsync)) {
      assertThat(ask(redis, "STRLEN", "greeting")).isEqualTo(":5");
    }
  }

  @Test
  @DisplayName("is started again where it was when it ends by itself")
  void startsAgain() throws IOException {
    try (DataDirectory directory = DataDirectory.take(folder);
        EmbeddedRedis redis = EmbeddedRedis.start(directory, Fsync.ALWAYS)) {
      ask(redis, "SET", "greeting", "hello");
      long pid = Long.parseLong(Files.readString(folder.resolve("redis/redis.pid")).strip());

      ProcessHandle.of(pid).orElseThrow().destroyForcibly();

      await().ignoreExceptions().until(() -> ask(redis, "STRLEN", "greeting").equals(":5"));
      assertThat(Files.readString(folder.resolve("redis/redis.pid")).strip())
          .isNotEqualTo(Long.toString(pid));
    }
  }

  @Test
  @DisplayName("is not confused by a pid that another program has by now")
  void recycledPid() throws IOException {
    Path redisFolder = Files.createDirectories(folder.resolve("redis"));
    Files.writeString(
        redisFolder.resolve("redis.pid"), Long.toString(ProcessHandle.current().pid()));
    Files.writeString(redisFolder.resolve("redis.port"), "1");

    try (DataDirectory directory = DataDirectory.take(folder);
        EmbeddedRedis redis = EmbeddedRedis.start(directory, Fsync.ALWAYS)) {
      assertThat(ask(redis, "PING")).isEqualTo("+PONG");
    }
  }

  @Test
  @DisplayName("says where to look when its data cannot be read")
  void brokenData() throws IOException {
    Path redisFolder = Files.createDirectories(folder.resolve("redis"));
    Files.writeString(redisFolder.resolve("appendonly.aof"), "this is no append-only file");

    try (DataDirectory directory = DataDirectory.take(folder)) {
      assertThatThrownBy(() -> EmbeddedRedis.start(directory, Fsync.ALWAYS))
          .isInstanceOf(EmbeddedRedisException.class)
          .hasMessage(
              "The embedded Redis cannot be started: redis-server is not ready; see "
                  + redisFolder.resolve("redis.log")
                  + ". Set REDIS_URL to use a Redis of your own.");
    }
  }

  @Test
  @DisplayName("has a data directory that is taken once, and again when it was given back")
  void taken() {
    DataDirectory first = DataDirectory.take(folder);

    assertThatThrownBy(() -> DataDirectory.take(folder))
        .isInstanceOf(EmbeddedRedisException.class)
        .hasMessageContaining("is in use by another instance of Parley");
    first.close();
    DataDirectory.take(folder).close();
  }

  @Test
  @DisplayName("says that the data directory cannot be written")
  void notWritable() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> DataDirectory.take(file.resolve("data")))
        .isInstanceOf(EmbeddedRedisException.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("PARLEY_DATA");
  }
}
