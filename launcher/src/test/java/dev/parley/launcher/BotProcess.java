package dev.parley.launcher;

import static org.awaitility.Awaitility.await;

import dev.parley.launcher.embedded.RedisLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.SocketFactory;

/// A bot in a process and a process group of its own, as somebody starts it in a terminal.
public final class BotProcess implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("Web chat: (http://[^/]+)/");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path output;
  private final Path data;

  private BotProcess(Process process, Path output, Path data) {
    this.process = process;
    this.output = output;
    this.data = data;
  }

  /// Starts a bot in this folder; its data is in `data` there.
  ///
  /// @param environment all that it sees of an environment, besides a free port
  public static BotProcess start(Path folder, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile(folder, "output", ".txt");
      // A test that runs in the background of a shell ignores SIGINT, and so would its children.
      List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", "setsid"));
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              // half the processor time of a start goes into compiling for a long life
              "-XX:TieredStopAtLevel=1",
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow",
              "-classpath",
              System.getProperty("java.class.path"),
              "dev.parley.launcher.Main"));
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().retainAll(List.of("PATH"));
      builder.environment().put("PORT", "0");
      builder.environment().putAll(environment);
      return new BotProcess(builder.start(), output, folder.resolve("data"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public BotProcess awaitStart() {
    await()
        .atMost(PATIENCE)
        .until(() -> output().contains("Stop with Ctrl-C.") || !process.isAlive());
    if (!process.isAlive()) {
      throw new AssertionError("the bot did not start:\n" + output());
    }
    return this;
  }

  /// Where it serves the web chat; empty until it says so.
  public Optional<URI> uri() {
    Matcher printed = URL.matcher(output());
    return printed.find() ? Optional.of(URI.create(printed.group(1))) : Optional.empty();
  }

  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Waits for the end of the process.
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the bot does not end:\n" + output());
    }
    return process.exitValue();
  }

  /// SIGKILL: nothing of the bot's own runs any more.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// What a terminal does at Ctrl-C: SIGINT to all of the process group.
  public void pressCtrlC() throws IOException, InterruptedException {
    send("INT", "-" + process.pid());
  }

  /// SIGTERM, as a service manager sends it.
  void terminate() throws IOException, InterruptedException {
    send("TERM", Long.toString(process.pid()));
  }

  /// SIGSTOP: it stands still until it is resumed, and does not know that it did.
  public void pause() throws IOException, InterruptedException {
    send("STOP", Long.toString(process.pid()));
  }

  public void resume() throws IOException, InterruptedException {
    send("CONT", Long.toString(process.pid()));
  }

  private static void send(String signal, String target) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, "--", target).inheritIO().start().waitFor();
  }

  /// What the embedded Redis answers to a command.
  String askRedis(String... command) throws IOException {
    String password = Files.readString(data.resolve("redis/password")).strip();
    try (RedisLine line = RedisLine.open(SocketFactory.getDefault(), "127.0.0.1", redisPort())) {
      line.ask("AUTH", password);
      return line.ask(command);
    }
  }

  private int redisPort() throws IOException {
    return Integer.parseInt(Files.readString(data.resolve("redis/redis.port")).strip());
  }

  /// The pid of the embedded Redis.
  long redisPid() throws IOException {
    return Long.parseLong(Files.readString(data.resolve("redis/redis.pid")).strip());
  }

  String redisLog() throws IOException {
    return Files.readString(data.resolve("redis/redis.log"));
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
