package dev.parley.document;

import dev.parley.attachment.DocumentReading;
import dev.parley.attachment.DocumentReading.Obstacle;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Java of its own that reads documents, one after the other: with little memory, none of the
/// bot's secrets, and a folder for what it writes, which goes when it ends.
final class DocumentProcess {
  private static final Logger log = LoggerFactory.getLogger(DocumentProcess.class);

  private static final int MOST_DOCUMENTS = 100;

  /// What Java needs to find its files and to read their names.
  private static final Set<String> INHERITED =
      Set.of("LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "SystemRoot");

  /// Half of what the process itself waits for.
  private static final Duration LONGEST_WAIT = DocumentMain.LONGEST_WAIT.dividedBy(2);

  /// The process ends itself at the limit, should the bot be gone; the bot is a little later.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Process process;
  private final Path folder;
  private final DataInputStream answers;
  private final DataOutputStream requests;
  private Instant lastUsed;
  private int documents;
  private boolean lost;
  private volatile boolean begun;

  private DocumentProcess(Process process, Path folder, Instant now) {
    this.process = process;
    this.folder = folder;
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.lastUsed = now;
  }

  static DocumentProcess start(DocumentSettings settings, Instant now) throws IOException {
    Path folder = Files.createTempDirectory("parley-document");
    ProcessBuilder builder = new ProcessBuilder(command(settings, folder));
    builder.environment().keySet().retainAll(INHERITED);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return new DocumentProcess(builder.start(), folder, now);
    } catch (IOException unstarted) {
      Files.delete(folder);
      throw unstarted;
    }
  }

  /// Fewer threads and the quick compiler: a process mostly lives for seconds.
  private static List<String> command(DocumentSettings settings, Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + settings.memory(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+DisplayVMOutputToStderr",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + folder,
        "-Dpdfbox.fontcache=" + folder,
        "-classpath",
        System.getProperty("java.class.path"),
        DocumentMain.class.getName(),
        Long.toString(settings.timeLimit().toMillis()));
  }

  /// What is in a document. Blocks; an interrupt ends the process.
  DocumentReading read(DocumentRequest request, Duration limit) {
    documents++;
    FutureTask<DocumentReading> reading = new FutureTask<>(() -> exchange(request));
    Thread.ofVirtual().name("document " + process.pid()).start(reading);
    try {
      return reading.get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooSlow) {
      log.info("a document took longer than {}", limit);
      return lost(Obstacle.TOO_MUCH_WORK);
    } catch (ExecutionException ended) {
      return lost(whyEnded(ended));
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return lost(Obstacle.UNAVAILABLE);
    }
  }

  private DocumentReading exchange(DocumentRequest request) throws IOException {
    if (!begun) {
      answers.readByte();
      begun = true;
    }
    request.write(requests);
    return DocumentRequest.readAnswer(answers);
  }

  /// What ends before it begins has no Java or no classes; what ends later was ended by what it
  /// read.
  private Obstacle whyEnded(ExecutionException ended) {
    if (begun) {
      log.info("a document ended its process: {}", String.valueOf(ended.getCause()));
      return Obstacle.TOO_MUCH_WORK;
    }
    log.error("a process that reads documents does not begin", ended.getCause());
    return Obstacle.UNAVAILABLE;
  }

  private DocumentReading lost(Obstacle why) {
    lost = true;
    process.destroyForcibly();
    return new DocumentReading.Unread(why);
  }

  void usedAt(Instant now) {
    lastUsed = now;
  }

  /// Whether it can be given another document.
  boolean isOfUse(Instant now) {
    return !lost
        && process.isAlive()
        && documents < MOST_DOCUMENTS
        && now.isBefore(lastUsed.plus(LONGEST_WAIT));
  }

  /// Ends the process, and waits a little until it has, whoever interrupts.
  void end() {
    process.destroyForcibly();
    try {
      process.onExit().orTimeout(GRACE.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException stays) {
      log.warn("the process {} does not end", process.pid());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException left) {
      log.warn("the folder {} could not be removed: {}", folder, left.toString());
    }
  }
}
