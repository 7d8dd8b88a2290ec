package dev.parley.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Interrupts the thread that answers a request as soon as the client hangs up, so that nobody
/// pays for an answer that nobody reads.
///
/// The server does not read from a connection while it answers, so a hung-up client is only seen
/// by looking. A client that sends its next request early loses the byte that the look takes: the
/// connection is closed after this answer, and such a client asks again.
final class ClientWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClientWatch.class);
  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final Context request;
  private final SocketChannel channel;
  private final Thread answering;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private boolean gone;
  private boolean early;
  private boolean closed;

  private ClientWatch(Context request, SocketChannel channel, Thread answering) {
    this.request = request;
    this.channel = channel;
    this.answering = answering;
  }

  /// Begins to watch the client of a request whose body is read.
  static ClientWatch begin(Context request) {
    ClientWatch watch = new ClientWatch(request, channel(request), Thread.currentThread());
    Thread.ofVirtual().name("client-watch").start(watch::look);
    return watch;
  }

  private static SocketChannel channel(Context request) {
    Object transport =
        ServletContextRequest.getServletContextRequest(request.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint()
            .getTransport();
    return (SocketChannel) transport;
  }

  private void look() {
    lock.lock();
    try {
      while (!closed && !gone) {
        gone = hungUp();
        if (gone) {
          answering.interrupt();
        } else {
          closing.awaitNanos(INTERVAL.toNanos());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private boolean hungUp() {
    try {
      int read = channel.read(ByteBuffer.allocate(1));
      early |= read > 0;
      return read < 0;
    } catch (IOException e) {
      return true;
    }
  }

  boolean isGone() {
    lock.lock();
    try {
      return gone;
    } finally {
      lock.unlock();
    }
  }

  /// Stops looking, on the thread that answers, and takes back an interrupt whose work is done.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      closing.signal();
      if (early) {
        request.header("Connection", "close");
      }
      boolean told = gone && Thread.interrupted();
      LOG.debug("watched a client to the end; hung up: {}", told);
    } finally {
      lock.unlock();
    }
  }
}
