package dev.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentSettings;
import dev.parley.testkit.platform.RecordingHandler;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A file that somebody has not sent yet")
@Timeout(60)
final class UnsentUploadsTest {
  private static final byte[] TEXT = "some words".getBytes(UTF_8);
  private static final AttachmentSettings FILES =
      new AttachmentSettings(50_000, 2, 60_000, 0, 50_000, 2, Duration.ofHours(1));

  private final WebHarness web =
      WebHarness.started(WebHarness.SETTINGS.withFiles(FILES), new RecordingHandler());
  private final Uploader uploader = new Uploader(web);

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  @DisplayName("is refused where it is too large, told or not, and where it is empty")
  void sizes() {
    byte[] large = new byte[50_001];

    WebHarness.Answer told = uploader.upload("a.txt", large);
    WebHarness.Answer untold =
        uploader.upload(
            "general",
            Uploader.ANN,
            "a.txt",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));

    assertThat(List.of(told, untold))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(413);
              assertThat(answer.error())
                  .isEqualTo("The file is too large: at most 48 kB are taken.");
            });
    assertThat(uploader.upload("a.txt", new byte[0]).error()).isEqualTo("The file is empty.");
  }

  @Test
  @DisplayName("is refused with an answer that is read, however large it is")
  void veryLarge() {
    assertThat(uploader.upload("a.txt", new byte[20 << 20]).status()).isEqualTo(413);
  }

  @Test
  @DisplayName("is refused beside many others, until they are taken away")
  void many() {
    for (int at = 0; at < 5; at++) {
      uploader.uploaded("a.txt", TEXT);
    }
    String last = uploader.uploaded("a.txt", TEXT);

    WebHarness.Answer oneMore = uploader.upload("a.txt", TEXT);
    uploader.discard(Uploader.ANN, last);

    assertThat(oneMore.status()).isEqualTo(429);
    assertThat(oneMore.error()).contains("did not send");
    uploader.uploaded("a.txt", TEXT);
  }

  @Test
  @DisplayName("is taken away by its sender only")
  void discarded() {
    String id = uploader.uploaded("a.txt", TEXT);
    String url = "/api/rooms/general/files/" + id;

    uploader.discard("bob-1", id);
    int before = web.get(url).status();
    uploader.discard(Uploader.ANN, id);

    assertThat(before).isEqualTo(200);
    assertThat(web.get(url).status()).isEqualTo(404);
    assertThat(uploader.discard(Uploader.ANN, "nothing").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("has somebody who sends it, a room, and a name of some length")
  void questions() {
    BodyPublisher body = BodyPublishers.ofByteArray(TEXT);

    assertThat(uploader.upload("general", "", "a.txt", body).status()).isEqualTo(400);
    assertThat(uploader.upload("general", "parley", "a.txt", body).status()).isEqualTo(400);
    assertThat(uploader.upload("general", "a%0Ab", "a.txt", body).status()).isEqualTo(400);
    assertThat(uploader.upload("-", Uploader.ANN, "a.txt", body).status()).isEqualTo(400);
    assertThat(uploader.upload("general", Uploader.ANN, "x".repeat(1_001), body).status())
        .isEqualTo(400);
    assertThat(
            uploader
                .upload("general", Uploader.ANN, "a\u0000/\n.txt", body)
                .json()
                .at("/file/name")
                .asText())
        .isEqualTo("a / .txt");
  }

  @Test
  @DisplayName("does not come from another web site")
  void otherSites() {
    WebHarness.Answer answer =
        web.send(
            HttpRequest.newBuilder(web.uri("/api/rooms/general/files?author=ann-1&name=a"))
                .header("Origin", "https://elsewhere.example")
                .POST(BodyPublishers.ofByteArray(TEXT)));

    assertThat(answer.status()).isEqualTo(403);
  }
}
