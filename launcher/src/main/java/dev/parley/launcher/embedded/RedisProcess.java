package dev.parley.launcher.embedded;

import dev.parley.launcher.settings.RedisSection.Fsync;
import dev.parley.secret.Secret;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import redis.embedded.core.ExecutableProvider;

/// A redis-server that runs in its own session, so that a Ctrl-C in the bot's terminal does not
/// reach it; found again by the pid and port that stand in the data directory.
///
/// The library only provides the binary: its own way of starting writes the password to a file in
/// the temporary directory, and keeps the server in the bot's process group.
final class RedisProcess {
  private static final Duration TIME_TO_FORK = Duration.ofSeconds(10);
  private static final Duration TIME_TO_END = Duration.ofSeconds(30);

  /// A big append-only file is read at start; about a gigabyte takes ten seconds.
  private static final Duration TIME_TO_LOAD = Duration.ofMinutes(10);

  private final Path folder;
  private final Secret password;

  RedisProcess(Path folder, Secret password) {
    this.folder = folder;
    this.password = password;
  }

  /// Starts a server and waits until it has read all its data.
  ///
  /// @return its port
  int start(Fsync fsync) throws IOException {
    int port = freePort();
    Files.deleteIfExists(logFile());
    start(fsync, port);
    return port;
  }

  /// The same, on this port.
  void start(Fsync fsync, int port) throws IOException {
    Files.deleteIfExists(pidFile());
    Files.writeString(portFile(), Integer.toString(port));
    launch(configuration(port, fsync));
    if (!Waiting.until(TIME_TO_FORK, () -> pid().isPresent())) {
      throw new IOException("redis-server did not start; see " + logFile());
    }
    if (!Waiting.until(TIME_TO_LOAD, () -> ready(port) || !running()) || !running()) {
      throw new IOException("redis-server is not ready; see " + logFile());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private List<String> configuration(int port, Fsync fsync) {
    return List.of(
        "port " + port,
        "bind 127.0.0.1",
        "requirepass " + password.reveal(),
        "daemonize yes",
        "pidfile " + quoted(pidFile()),
        "logfile " + quoted(logFile()),
        "dir " + quoted(folder),
        "save \"\"",
        "appendonly yes",
        "appendfsync " + fsync.name().toLowerCase(Locale.ROOT));
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// The configuration goes in by the standard input, so that the password is on no command line
  /// and in no further file. The process that is started here forks the server and ends.
  private void launch(List<String> configuration) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(binary().toString(), "-");
    builder.environment().clear();
    Process process = builder.redirectErrorStream(true).start();
    try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
      input.write(String.join("\n", configuration) + "\n");
    } catch (IOException _) {
      // It ended before it read; what it said instead follows.
    }
    List<String> output = process.inputReader(StandardCharsets.UTF_8).readAllLines();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("redis-server does not run here: " + String.join(" ", output));
    }
  }

  private Path binary() throws IOException {
    return ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
  }

  private boolean ready(int port) {
    try (RedisLine line = RedisLine.open(port, password)) {
      return line.ready();
    } catch (IOException _) {
      return false;
    }
  }

  /// Ends the server that the data directory tells of, where it still runs: this instance's own, or
  /// what a killed one left behind.
  ///
  /// @return whether one ran
  boolean end() throws IOException {
    Optional<ProcessHandle> server = process();
    if (server.isEmpty()) {
      return false;
    }
    try (RedisLine line = RedisLine.open(port(), password)) {
      line.shutDown();
    } catch (IOException noAnswer) {
      throw new IOException(
          "redis-server (pid %d) does not answer; end it".formatted(server.get().pid()), noAnswer);
    }
    if (!Waiting.until(TIME_TO_END, () -> !running())) {
      throw new IOException("redis-server (pid %d) does not end".formatted(server.get().pid()));
    }
    return true;
  }

  boolean running() {
    return process().isPresent();
  }

  private Optional<ProcessHandle> process() {
    return pid().flatMap(ProcessHandle::of).filter(this::isOurs);
  }

  /// Whether a process really is a server of this directory: pids are given anew after a while, and
  /// one that ended may stay as an empty shell where nobody collects it, as in many containers.
  private boolean isOurs(ProcessHandle process) {
    return process
        .info()
        .command()
        .filter(command -> command.startsWith(folder.toString()))
        .isPresent();
  }

  private Optional<Long> pid() {
    return number(pidFile());
  }

  private int port() throws IOException {
    return number(portFile()).orElseThrow(() -> new IOException("no port is known")).intValue();
  }

  private static Optional<Long> number(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.matches("\\d{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Path pidFile() {
    return folder.resolve("redis.pid");
  }

  private Path portFile() {
    return folder.resolve("redis.port");
  }

  private Path logFile() {
    return folder.resolve("redis.log");
  }
}
