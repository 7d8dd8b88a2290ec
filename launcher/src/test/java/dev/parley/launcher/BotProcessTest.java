package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The bot's process")
class BotProcessTest {
  @TempDir Path folder;

  /// A process that ended has no command any more, even where nobody collects it.
  private static boolean running(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
  }

  @Test
  @DisplayName("finds everything again after it was killed, and ends the Redis left behind")
  void killed() throws Exception {
    long leftBehind;
    try (BotProcess bot = BotProcess.start(folder, Map.of()).awaitStart()) {
      bot.askRedis("SET", "greeting", "hello");
      leftBehind = bot.redisPid();
      bot.kill();
    }
    boolean survived = running(leftBehind);

    try (BotProcess bot = BotProcess.start(folder, Map.of()).awaitStart()) {
      assertThat(survived).isTrue();
      assertThat(running(leftBehind)).isFalse();
      assertThat(bot.askRedis("STRLEN", "greeting")).isEqualTo(":5");
      assertThat(bot.output()).contains("a killed instance left behind");
    }
  }

  @Test
  @DisplayName("refuses a data directory that another instance holds, in one sentence")
  void secondInstance() throws Exception {
    try (BotProcess first = BotProcess.start(folder, Map.of()).awaitStart();
        BotProcess second = BotProcess.start(folder, Map.of())) {

      int exitCode = second.exitCode();

      assertThat(exitCode).isEqualTo(1);
      assertThat(second.output())
          .isEqualTo(
              "The data directory %s is in use by another instance of Parley; stop that one, or set PARLEY_DATA to another directory.\n"
                  .formatted(folder.resolve("data")));
      assertThat(first.askRedis("PING")).isEqualTo("+PONG");
    }
  }

  @Test
  @DisplayName("ends by Ctrl-C, and its Redis after it")
  void ctrlC() throws Exception {
    try (BotProcess bot = BotProcess.start(folder, Map.of()).awaitStart()) {
      long redis = bot.redisPid();

      bot.pressCtrlC();

      assertThat(bot.exitCode()).isEqualTo(130);
      assertThat(bot.output()).contains("Stopping ...");
      assertThat(running(redis)).isFalse();
      assertThat(bot.redisLog()).contains("User requested shutdown").doesNotContain("SIGINT");
    }
  }

  @Test
  @DisplayName("leaves nothing in the temporary directory, and no password for others to read")
  void tidy() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Map<String, String> environment =
        Map.of(
            "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary, "TMPDIR", temporary.toString());
    try (BotProcess bot = BotProcess.start(folder, environment).awaitStart()) {
      String commandLine = Files.readString(Path.of("/proc/" + bot.redisPid() + "/cmdline"));
      String password = Files.readString(folder.resolve("data/redis/password")).strip();

      bot.kill();

      assertThat(temporary).isEmptyDirectory();
      assertThat(commandLine).doesNotContain(password);
      assertThat(Files.getPosixFilePermissions(folder.resolve("data/redis/password")))
          .hasToString("[OWNER_READ, OWNER_WRITE]");
    }
    try (BotProcess bot = BotProcess.start(folder, Map.of()).awaitStart()) {
      bot.pressCtrlC();
    }
    await().until(() -> Files.notExists(folder.resolve("data/redis/redis.pid")));
  }

  @Test
  @DisplayName("says which port is taken and how to choose another")
  void portTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        BotProcess bot =
            BotProcess.start(folder, Map.of("PORT", Integer.toString(taken.getLocalPort())))) {

      int exitCode = bot.exitCode();

      assertThat(exitCode).isEqualTo(1);
      assertThat(bot.output())
          .startsWith("Port %d on 127.0.0.1 cannot be had".formatted(taken.getLocalPort()))
          .endsWith("set PORT (http.port) to another one.\n");
    }
  }

  @Test
  @DisplayName("lists the mistakes in its settings")
  void mistakes() throws IOException, InterruptedException {
    Files.createDirectory(folder.resolve("config"));
    Files.writeString(folder.resolve("config/parley.yaml"), "http: {prot: 1, body-limit: 3}\n");
    try (BotProcess bot = BotProcess.start(folder, Map.of())) {

      int exitCode = bot.exitCode();

      assertThat(exitCode).isEqualTo(1);
      assertThat(bot.output())
          .isEqualTo(
              """
              Parley cannot start, because of its settings:
              - http.prot is not a setting; did you mean port?
              - http.body-limit is "3" but needs a size from 1KB to 1GB, such as 512KB or 20MB
              """);
    }
  }

  @Test
  @DisplayName("says that a Redis of its owner's refuses the password")
  void wrongPassword() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (BotProcess holder = BotProcess.start(other, Map.of()).awaitStart()) {
      int port = Integer.parseInt(Files.readString(other.resolve("data/redis/redis.port")).strip());
      String url = "redis://:wrong@127.0.0.1:" + port;
      try (BotProcess bot = BotProcess.start(folder, Map.of("REDIS_URL", url));
          BotProcess bare =
              BotProcess.start(folder, Map.of("REDIS_URL", "redis://127.0.0.1:" + port))) {

        assertThat(bot.exitCode()).isEqualTo(1);
        assertThat(bot.output())
            .isEqualTo(
                "The Redis at 127.0.0.1:%d refuses the user or password in REDIS_URL (redis.url); correct it there.\n"
                    .formatted(port));
        assertThat(bare.exitCode()).isEqualTo(1);
        assertThat(bare.output()).contains("needs a password; set REDIS_URL (redis.url) to");
      }
      assertThat(holder.askRedis("PING")).isEqualTo("+PONG");
    }
  }
}
