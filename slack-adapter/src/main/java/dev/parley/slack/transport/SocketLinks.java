package dev.parley.slack.transport;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.secret.Secret;
import dev.parley.slack.api.SlackCallException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sockets over which Slack tells of events: several, so that one can be renewed while others
/// carry on. Each is opened in the background, and opened again for as long as it takes.
///
/// An event is acknowledged once it is stored; what could not be stored Slack sends again.
public final class SocketLinks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketLinks.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int THREADS = 10;

  private final App app;
  private final Secret appToken;
  private final int connections;
  private final List<SocketModeApp> opened = new ArrayList<>();
  private volatile boolean closed;

  public SocketLinks(App app, Secret appToken, int connections) {
    this.app = app;
    this.appToken = appToken;
    this.connections = connections;
  }

  public void open() {
    for (int number = 1; number <= connections; number++) {
      Thread.ofVirtual().name("slack socket " + number).start(this::openOne);
    }
  }

  private void openOne() {
    Duration wait = FIRST_WAIT;
    while (!closed && !opened()) {
      LockSupport.parkNanos(wait.toNanos());
      Duration longer = wait.multipliedBy(2);
      wait = longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }
  }

  @SuppressWarnings("NullAway") // Bolt would send any response as an acknowledgement
  private boolean opened() {
    try {
      SocketModeApp link =
          new SocketModeApp(
              appToken.reveal(),
              app,
              SocketModeClient.Backend.JavaWebSocket,
              SocketLinks::notAcknowledged,
              THREADS);
      link.startAsync();
      keep(link);
      return true;
    } catch (Exception failure) {
      LOG.warn("Slack's socket could not be opened, and is tried again: {}", failure.toString());
      return false;
    }
  }

  private static @Nullable Response notAcknowledged(SocketModeApp.ErrorContext failed) {
    Exception problem = failed.getException();
    if (problem instanceof StoreUnavailableException || problem instanceof SlackCallException) {
      LOG.warn("Slack has to send an event again: {}", problem.getMessage());
    } else if (problem instanceof WebsocketNotConnectedException) {
      LOG.info("a socket was lost before an event was acknowledged; Slack sends it again");
    } else {
      LOG.error("an event of Slack's could not be handled", problem);
    }
    return null;
  }

  private synchronized void keep(SocketModeApp link) {
    if (closed) {
      close(link);
    } else {
      opened.add(link);
    }
  }

  private static void close(SocketModeApp link) {
    try {
      link.close();
    } catch (Exception broken) {
      LOG.debug("a socket was not closed properly", broken);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    opened.forEach(SocketLinks::close);
    opened.clear();
  }
}
