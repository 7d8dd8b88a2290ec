package dev.parley.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testkit.platform.RecordingHandler;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The chat API, where callers are many, hurried or gone,")
@Timeout(value = 60, unit = SECONDS)
final class ChatApiCallersTest {
  private static final String ONE_LINE = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
  private static final String ONE_MESSAGE = "{\"message\":\"Hi\"}";

  private final WebHarness web =
      new WebHarness(
          WebHarness.SETTINGS.withLimits(new WebSettings.Limits(5_000, 500, 100, 1)),
          new RecordingHandler());

  @AfterEach
  void close() {
    web.close();
  }

  @ParameterizedTest
  @CsvSource({"/api/chat,''", "/api/chat/stream,''", "/api/chat/stream,Once"})
  @DisplayName("A caller that hangs up ends the model's work, and makes room for the next")
  void hangUp(String path, String firstWord) throws IOException, InterruptedException {
    web.chat.hangsAfter(firstWord);

    try (Socket caller = ask(path)) {
      assertThat(web.chat.hanging.await(10, SECONDS)).isTrue();
    }

    assertThat(web.chat.interrupted.await(10, SECONDS)).isTrue();
    web.chat.answers("Hello");
    await().atMost(10, SECONDS).until(() -> web.post("/api/chat", ONE_LINE).status() == 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/chat", "/api/chat/stream"})
  @DisplayName("More calls than allowed at once are asked to come back")
  void busy(String path) throws IOException, InterruptedException {
    web.chat.hangsAfter("");

    try (Socket caller = ask(path)) {
      assertThat(web.chat.hanging.await(10, SECONDS)).isTrue();
      WebHarness.Answer second = web.post("/api/chat", ONE_LINE);

      assertThat(second.status()).isEqualTo(503);
      assertThat(second.header("Retry-After")).isEqualTo("5");
      assertThat(second.error()).contains("Too many requests");
    }
  }

  @Test
  @DisplayName("A caller that asks again too early is answered once, on a connection that closes")
  void pipelined() throws IOException, InterruptedException {
    CountDownLatch goOn = new CountDownLatch(1);
    web.chat.does(
        (lines, onText) -> {
          web.chat.hanging.countDown();
          waitFor(goOn);
          return ScriptedChat.plain(onText, "Hello");
        });

    try (Socket caller = ask("/api/chat")) {
      assertThat(web.chat.hanging.await(10, SECONDS)).isTrue();
      caller.getOutputStream().write("GET /healthz HTTP/1.1\r\n".getBytes(StandardCharsets.UTF_8));
      await().pollDelay(Duration.ofMillis(600)).until(() -> true);
      goOn.countDown();
      String answer = new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Connection: close", "Hello");
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Socket ask(String path) throws IOException {
    String body = path.endsWith("stream") ? ONE_MESSAGE : ONE_LINE;
    Socket socket = new Socket("127.0.0.1", web.server.port());
    String request =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
