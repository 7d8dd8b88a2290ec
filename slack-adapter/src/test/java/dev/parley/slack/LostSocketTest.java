package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.slack.api.socket_mode.SocketModeClient;
import dev.parley.slack.transport.SocketLinks;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.SlackRules;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@DisplayName("A socket that is lost")
@Timeout(60)
class LostSocketTest {
  private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> log =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
          lines.add(line);
        }
      };
  private final Logger bolt = (Logger) LoggerFactory.getLogger(SocketModeClient.class);
  private final Logger own = (Logger) LoggerFactory.getLogger(SocketLinks.class);
  private final SlackHarness harness =
      new SlackHarness(SlackSettings.Mode.SOCKET, SlackRules.withoutTiers());
  private final RecordingHandler core = new RecordingHandler();

  @BeforeEach
  void start() {
    log.start();
    bolt.addAppender(log);
    bolt.setLevel(Level.INFO);
    own.addAppender(log);
    own.setLevel(Level.INFO);
    harness.adapter.start(core);
  }

  @AfterEach
  void close() {
    core.letGo();
    harness.close();
    bolt.detachAppender(log);
    own.detachAppender(log);
  }

  private boolean told(String words) {
    return lines.stream().anyMatch(line -> line.getFormattedMessage().contains(words));
  }

  @Test
  @DisplayName("before it acknowledged an event costs nothing: Slack tells of it again")
  void beforeTheAcknowledgement() {
    core.hold();
    CompletableFuture<SaidMessage> message =
        CompletableFuture.supplyAsync(
            () -> harness.ann.says(harness.workspace.dm(harness.ann), "Hello"));
    await().atMost(SlackHarness.LIMIT).until(core::isHolding);
    harness.slack.dropConnections();
    await().atMost(SlackHarness.LIMIT).until(() -> told("onClose listener is called"));
    core.letGo();

    await().atMost(SlackHarness.LIMIT).until(() -> told("lost before an event was acknowledged"));
    assertThat(message.join().awaitDelivered(SlackHarness.LIMIT)).isTrue();
    assertThat(core.accepted()).hasSize(1);
    assertThat(lines)
        .filteredOn(line -> line.getLoggerName().equals(own.getName()))
        .noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.WARN));
  }
}
