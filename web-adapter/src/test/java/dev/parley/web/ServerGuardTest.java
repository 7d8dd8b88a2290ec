package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.platform.RecordingHandler;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the HTTP server lets in")
final class ServerGuardTest {
  private final WebHarness web =
      WebHarness.started(
          WebHarness.SETTINGS
              .withAllowedHosts(List.of("chat.example.test"))
              .withLimits(new WebSettings.Limits(2_000, 500, 100, 4)),
          new RecordingHandler());

  @AfterEach
  void close() {
    web.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/healthz", "/api/rooms", "/assets/main.js", "/api/nothing"})
  @DisplayName("Every response tells browsers to load nothing from elsewhere and frame nothing")
  void securityHeaders(String path) {
    WebHarness.Answer answer = web.get(path);

    assertThat(answer.header("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
        .doesNotContain("unsafe", "*");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    assertThat(answer.header("Server")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost,200",
    "LOCALHOST:8080,200",
    "127.0.0.1:1,200",
    "192.168.7.9,200",
    "[::1]:8080,200",
    "chat.example.test,200",
    "Chat.Example.Test:8443,200",
    "evil.test,421",
    "evil.test:8080,421",
    "localhost.evil.test,421",
    "127.0.0.1.evil.test,421",
  })
  @DisplayName(
      "A name that nobody allowed is refused, so no page can rebind its name to this server")
  void hosts(String host, int status) {
    String answer = raw("GET /api/rooms HTTP/1.1\r\nHost: " + host + "\r\n");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer.contains("allowed hosts")).isEqualTo(status == 421);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,http://evil.test",
    "Origin,null",
    "Origin,http://localhost:1",
    "Sec-Fetch-Site,cross-site",
    "Sec-Fetch-Site,same-site",
  })
  @DisplayName("What another web site sends is refused before it is read")
  void crossOrigin(String header, String value) {
    WebHarness.Answer answer =
        web.send(
            HttpRequest.newBuilder(web.uri("/api/rooms/general/messages"))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(message())));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.error()).contains("another web site");
    assertThat(web.handler.accepted()).isEmpty();
  }

  @Test
  @DisplayName("What the own page sends is taken")
  void sameOrigin() {
    WebHarness.Answer answer =
        web.send(
            HttpRequest.newBuilder(web.uri("/api/rooms/general/messages"))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Origin", web.server.url().toString())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(message())));

    assertThat(answer.status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx"})
  @DisplayName("A form or plain text, which any page can send, is not taken")
  void contentTypes(String type) {
    WebHarness.Answer answer =
        web.send(
            HttpRequest.newBuilder(web.uri("/api/chat"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.error()).contains("application/json", type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/chat",
        "/api/chat/stream",
        "/api/rooms/general/messages",
        "/api/rooms/general/stop"
      })
  @DisplayName("A body above the limit is refused, however it is sent")
  void bodyLimit(String path) {
    String large = "{\"message\":\"" + "x".repeat(3_000) + "\"}";
    byte[] bytes = large.getBytes(StandardCharsets.UTF_8);

    WebHarness.Answer sized = web.post(path, large);
    WebHarness.Answer chunked =
        web.send(
            HttpRequest.newBuilder(web.uri(path))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofByteArrays(List.of(bytes)))));

    assertThat(List.of(sized, chunked))
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(413))
        .allSatisfy(answer -> assertThat(answer.error()).contains("2000 bytes"));
  }

  @ParameterizedTest
  @CsvSource({"/api/nothing", "/nothing", "/assets/nothing.js", "/assets/..%2findex.html"})
  @DisplayName("An unknown address is told in one sentence")
  void unknownAddress(String path) {
    WebHarness.Answer answer = web.get(path);

    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.error()).isNotBlank().doesNotContainIgnoringCase("jetty", "javalin");
  }

  @Test
  @DisplayName("An address that is there, asked the wrong way, says so")
  void wrongMethod() {
    WebHarness.Answer answer = web.get("/api/chat");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("POST");
    assertThat(answer.error()).isEqualTo("This address takes POST only.");
  }

  @Test
  @DisplayName("A request that is no HTTP learns nothing about the machinery")
  void malformed() {
    String answer = raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("{\"error\":");
    assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("Exception");
  }

  @Test
  @DisplayName("A surprise inside is told without its details")
  void unexpected() {
    web.log.broken = true;

    WebHarness.Answer answer = web.get("/api/rooms");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("Please try again").doesNotContain("broken", "Exception");
  }

  private static String message() {
    return Json.text(WebHarness.message(UUID.randomUUID().toString(), "Hello"));
  }

  private String raw(String head) {
    try (Socket socket = new Socket("127.0.0.1", web.server.port())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
