package dev.parley.discord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// What the log tells from now on.
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<ILoggingEvent> seen = new CopyOnWriteArrayList<>();
  private final Logger log;

  private LogLines(Logger log) {
    this.log = log;
  }

  /// @param name of a package, with all below it
  static LogLines of(String name) {
    LogLines lines = new LogLines((Logger) LoggerFactory.getLogger(name));
    lines.start();
    lines.log.addAppender(lines);
    return lines;
  }

  @Override
  protected void append(ILoggingEvent event) {
    seen.add(event);
  }

  List<String> of(Level level) {
    return seen.stream()
        .filter(it -> it.getLevel().equals(level))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Override
  public void close() {
    log.detachAppender(this);
    stop();
  }
}
