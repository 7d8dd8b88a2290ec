package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.platform.RecordingHandler;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Health")
final class HealthTest {
  private final WebHarness web = new WebHarness();

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  @DisplayName("The process lives, whatever else is wrong")
  void lives() {
    web.log.away = true;
    web.problems = List.of("Redis does not answer.");

    assertThat(web.get("/healthz").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("The bot is ready where nothing is in the way, and names what is")
  void ready() {
    WebHarness.Answer ready = web.get("/readyz");
    web.problems = List.of("Redis does not answer.");
    WebHarness.Answer notReady = web.get("/readyz");

    assertThat(ready.status()).isEqualTo(200);
    assertThat(notReady.status()).isEqualTo(503);
    assertThat(notReady.json().path("problems").path(0).asText())
        .isEqualTo("Redis does not answer.");
  }

  @Test
  @DisplayName("A taken port is told in one sentence")
  void takenPort() {
    WebSettings same = WebHarness.SETTINGS.withPort(web.server.port());

    try (WebServer second = new WebServer(same, List::of, List.of())) {
      Assertions.assertThatThrownBy(second::start)
          .isInstanceOf(WebServerException.class)
          .hasMessage("cannot listen at 127.0.0.1:" + same.port() + ": it is taken");
    }
  }

  @Test
  @DisplayName("The server says where it listens")
  void url() {
    WebHarness other = new WebHarness(WebHarness.SETTINGS, new RecordingHandler());

    assertThat(other.server.url().toString()).isEqualTo("http://127.0.0.1:" + other.server.port());
    other.close();
  }
}
