package dev.parley.launcher.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A bot as it is started for real: a process of its own, on a free port.
final class BotProcess implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/");
  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

  private final Process process;
  private final Path output;

  private BotProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static BotProcess start(String name, Path directory, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile(directory, name, ".log");
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "dev.parley.launcher.Main")
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      return new BotProcess(builder.start(), output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Where it serves the web chat; empty until it says so.
  Optional<URI> uri() {
    Matcher printed = URL.matcher(output());
    return printed.find() ? Optional.of(URI.create(printed.group(1))) : Optional.empty();
  }

  /// All that it has printed and logged.
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Ends it at once, as a crash would.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Asks it to stop, and waits until it has.
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the bot did not stop:\n" + output());
    }
    return process.exitValue();
  }

  void pause() {
    signal("STOP");
  }

  void resume() {
    signal("CONT");
  }

  void signal(String signal) {
    try {
      int status =
          new ProcessBuilder(List.of("kill", "-" + signal, Long.toString(process.pid())))
              .inheritIO()
              .start()
              .waitFor();
      if (status != 0 && process.isAlive()) {
        throw new IllegalStateException("the signal " + signal + " could not be sent");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      resume();
      kill();
    }
  }
}
