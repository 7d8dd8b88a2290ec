package dev.parley.testkit.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A bot that does nothing but read files, all at once: a process of its own for a test.
final class ManyFiles {
  private ManyFiles() {}

  /// @param arguments a folder, and how many files are in it
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int files = Integer.parseInt(arguments[1]);
    try (OutcomeReader reader = new OutcomeReader(Duration.ofSeconds(60));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Path>> readings = new ArrayList<>();
      for (int i = 0; i < files; i++) {
        Path file = folder.resolve(Integer.toString(i));
        readings.add(() -> outcome(reader, file));
      }
      int outcomes = 0;
      for (Future<Path> outcome : threads.invokeAll(readings)) {
        outcome.get();
        outcomes++;
      }
      System.out.println("outcomes: " + outcomes);
    }
  }

  private static Path outcome(OutcomeReader reader, Path file) throws IOException {
    String outcome = reader.read(Files.readAllBytes(file));
    return Files.writeString(file.resolveSibling(file.getFileName() + ".outcome"), outcome);
  }
}
