package dev.parley.mcp.wire;

import dev.parley.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The process of a server, with all that it starts itself.
final class ServerProcess {
  /// The bot's own environment holds its tokens, which are nobody else's.
  private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "LANG");

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Process process;
  private final Set<ProcessHandle> family = new LinkedHashSet<>();

  private ServerProcess(Process process) {
    this.process = process;
  }

  static ServerProcess start(ServerPlace.Program program) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program.command());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(PASSED_ON);
    for (Map.Entry<String, Secret> more : program.environment().entrySet()) {
      environment.put(more.getKey(), more.getValue().reveal());
    }
    return new ServerProcess(builder.start());
  }

  InputStream output() {
    return process.getInputStream();
  }

  InputStream errors() {
    return process.getErrorStream();
  }

  OutputStream input() {
    return process.getOutputStream();
  }

  /// How it ended, as the end of a sentence; waits shortly, since its output ends before it does.
  String ending() throws InterruptedException {
    return process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        ? "ended with status " + process.exitValue()
        : "closed its output";
  }

  /// Ends it and all that it has started. Its input should have ended before, which well-behaved
  /// servers take for the wish to stop. Blocks for some seconds at most.
  void stop(boolean politely) {
    boolean interrupted = politely && (waits() || asks());
    look();
    family.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return whether the thread was interrupted
  private boolean waits() {
    look();
    try {
      process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return false;
    } catch (InterruptedException _) {
      return true;
    }
  }

  private boolean asks() {
    look();
    family.forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return false;
    } catch (InterruptedException _) {
      return true;
    }
  }

  /// Whose parent is gone is nobody's child any more, so they are remembered.
  private void look() {
    try (Stream<ProcessHandle> children = process.descendants()) {
      children.forEach(family::add);
    }
  }
}
