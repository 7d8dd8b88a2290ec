package dev.parley.document;

import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.DocumentReader;
import dev.parley.attachment.DocumentReading;
import dev.parley.attachment.DocumentReading.Obstacle;
import dev.parley.attachment.DocumentType;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads documents in a few processes. One that read a document well waits a while for the next;
/// one that did not is ended with the document that it could not read.
public final class DocumentProcesses implements DocumentReader, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DocumentProcesses.class);

  private final DocumentSettings settings;
  private final Clock clock;
  private final Semaphore room;
  private final Deque<DocumentProcess> waiting = new ArrayDeque<>();
  private boolean closed;

  public DocumentProcesses(DocumentSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.room = new Semaphore(settings.atOnce(), true);
  }

  @Override
  public DocumentReading read(DocumentType type, byte[] bytes, int mostCharacters) {
    try {
      room.acquire();
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return new DocumentReading.Unread(Obstacle.UNAVAILABLE);
    }
    try {
      return readBy(
          process(), new DocumentRequest(type, mostCharacters, AttachmentContent.of(bytes)));
    } catch (IOException unstarted) {
      log.error("no process can be started to read documents", unstarted);
      return new DocumentReading.Unread(Obstacle.UNAVAILABLE);
    } finally {
      room.release();
    }
  }

  private DocumentReading readBy(DocumentProcess process, DocumentRequest request) {
    boolean kept = false;
    try {
      DocumentReading reading = process.read(request, settings.timeLimit());
      process.usedAt(clock.instant());
      kept = keep(process);
      return reading;
    } finally {
      if (!kept) {
        process.end();
      }
    }
  }

  private synchronized boolean keep(DocumentProcess process) {
    return !closed && process.isOfUse(clock.instant()) && waiting.offerLast(process);
  }

  private DocumentProcess process() throws IOException {
    DocumentProcess last = latest();
    while (last != null) {
      if (last.isOfUse(clock.instant())) {
        return last;
      }
      last.end();
      last = latest();
    }
    return DocumentProcess.start(settings, clock.instant());
  }

  private synchronized @Nullable DocumentProcess latest() {
    return waiting.pollLast();
  }

  /// Ends the processes that wait; those that read end with what they read.
  @Override
  public synchronized void close() {
    closed = true;
    waiting.forEach(DocumentProcess::end);
    waiting.clear();
  }
}
