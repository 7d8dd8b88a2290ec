package dev.parley.testkit.inbox;

import dev.parley.redis.RedisSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A Redis server of its own for a test: on a free port of loopback, with a password, and every
/// write on disk before it is answered. As a registered extension it lives as long as its test
/// class.
public final class RedisForTests implements AutoCloseable, BeforeAllCallback, AfterAllCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// A cluster's nodes also talk on a port that is 10000 above their own.
  private static final int HIGHEST_PORT = 55_535;

  private final String password;
  private final String settings;
  private final Thread atExit = new Thread(this::end);
  private @Nullable Path directory;
  private int port;
  private @Nullable Process server;

  public RedisForTests() {
    this(UUID.randomUUID().toString(), "");
  }

  private RedisForTests(String password, String settings) {
    this.password = password;
    this.settings = settings;
  }

  /// A server that may become a node of a cluster.
  static RedisForTests startedAsNode(String password) {
    RedisForTests redis = new RedisForTests(password, "cluster-enabled yes");
    redis.start();
    return redis;
  }

  public static RedisForTests started() {
    RedisForTests redis = new RedisForTests();
    redis.start();
    return redis;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (isOutermost(context)) {
      start();
    }
  }

  private static boolean isOutermost(ExtensionContext context) {
    return !context.getRequiredTestClass().isAnnotationPresent(Nested.class);
  }

  /// Starts the server, on the port and the files that it had before.
  public void start() {
    try {
      if (directory == null) {
        directory = Files.createTempDirectory("parley-redis-data-");
        port = freePort();
        Runtime.getRuntime().addShutdownHook(atExit);
      }
      server = launched(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Awaitility.await().atMost(PATIENCE).until(this::answers);
  }

  private static int freePort() throws IOException {
    int free = HIGHEST_PORT + 1;
    while (free > HIGHEST_PORT) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        free = socket.getLocalPort();
      }
    }
    return free;
  }

  private Process launched(Path home) throws IOException {
    Process process =
        new ProcessBuilder(RedisBinary.unpacked().toString(), "-")
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
            .start();
    // by its input, so that the password stands in no file and no list of processes
    try (OutputStream input = process.getOutputStream()) {
      input.write(configuration().getBytes(StandardCharsets.UTF_8));
    }
    return process;
  }

  private String configuration() {
    return """
    bind 127.0.0.1
    port %d
    requirepass %s
    appendonly yes
    appendfsync always
    save ""
    %s
    """
        .formatted(port, password, settings);
  }

  private boolean answers() {
    try (RedisConsole console = console()) {
      return console.send("PING").contains("PONG");
    } catch (IOException e) {
      if (server == null || !server.isAlive()) {
        throw new UncheckedIOException("Redis did not start, see its log in " + directory, e);
      }
      return false;
    }
  }

  public RedisConsole console() throws IOException {
    return new RedisConsole(port, password);
  }

  /// Sends one command.
  public List<String> command(String... words) {
    try (RedisConsole console = console()) {
      return console.send(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The commands that clients send while something is done: one for each round trip. What scripts
  /// do inside the server is not among them.
  public List<String> commandsDuring(Runnable action) {
    String end = UUID.randomUUID().toString();
    List<String> names = new ArrayList<>();
    try (RedisConsole monitor = console()) {
      monitor.send("MONITOR");
      action.run();
      command("ECHO", end);
      for (String line = monitor.heard(); !line.contains(end); line = monitor.heard()) {
        if (!line.contains(" lua] ") && !line.contains("\"AUTH\"")) {
          names.add(line.split("\"", 3)[1].toLowerCase(Locale.ROOT));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  int port() {
    return port;
  }

  public String url() {
    return "redis://:" + password + "@127.0.0.1:" + port;
  }

  public RedisSettings settings() {
    return RedisSettings.of(url());
  }

  /// Ends the server at once, as a crash would.
  public void kill() {
    Process running = server;
    if (running != null) {
      running.destroyForcibly().onExit().join();
      server = null;
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (isOutermost(context)) {
      close();
    }
  }

  @Override
  public void close() {
    if (directory != null) {
      Runtime.getRuntime().removeShutdownHook(atExit);
      end();
    }
  }

  private void end() {
    kill();
    Path used = directory;
    if (used != null) {
      delete(used);
      directory = null;
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
