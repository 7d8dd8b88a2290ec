package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.parley.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A log line")
class SecretRedactionTest {
  private static final Secret KEY = Secret.of("AIza-very-secret");

  private static String logged(String message, Throwable broken) throws Exception {
    LoggerContext context = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(SecretRedactionTest.class.getResource("/logback.xml"));
    SecretRedaction.hide(context, List.of(KEY, Secret.of("abc")));
    ConsoleAppender<ILoggingEvent> console =
        (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("console");
    Encoder<ILoggingEvent> encoder = console.getEncoder();
    LoggingEvent event =
        new LoggingEvent(
            "", context.getLogger("dev.parley.gemini.Client"), Level.INFO, message, broken, null);
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("shows no secret, neither in its message nor in an exception")
  void redacted() throws Exception {
    String line =
        logged("GET /?key=" + KEY.reveal(), new IllegalStateException("bad " + KEY.reveal()));

    assertThat(line)
        .contains("INFO  Client: GET /?key=[secret]")
        .contains("IllegalStateException: bad [secret]")
        .contains("at dev.parley.launcher.SecretRedactionTest")
        .doesNotContain(KEY.reveal());
    assertThat(line.split("IllegalStateException")).hasSize(2);
  }

  @Test
  @DisplayName("keeps words that contain something as short as a password of three letters")
  void shortSecrets() throws Exception {
    String line = logged("abcdef", new IllegalStateException());

    assertThat(line).contains("abcdef");
  }
}
