package dev.parley.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.testkit.attachment.SomePicture;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A program that shows pictures to the bot's process")
@Timeout(180)
class PicturesOverHttpTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private BotProcess bot() throws Exception {
    Path settings =
        Files.writeString(
            folder.resolve("parley.yaml"),
            """
            quotas: {rules: ["each user: 2 requests per day"]}
            demo: {words-per-second: 0}
            """);
    return BotProcess.start(folder, Map.of("PARLEY_CONFIG", settings.toString())).awaitStart();
  }

  private static HttpResponse<String> shown(URI bot, byte[] image) throws Exception {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes("--b\r\nContent-Disposition: form-data; name=\"image\"".getBytes(UTF_8));
    form.writeBytes("; filename=\"red.png\"\r\n\r\n".getBytes(UTF_8));
    form.writeBytes(image);
    form.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(bot.resolve("/api/analyze-image"))
              .header("Content-Type", "multipart/form-data; boundary=b")
              .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  @DisplayName("is told of them, as often as it may ask, and nothing is spent on what is none")
  void analyzed() throws Exception {
    try (BotProcess bot = bot()) {
      URI uri = bot.uri().orElseThrow();
      HttpResponse<String> text = shown(uri, "only words".getBytes(UTF_8));
      HttpResponse<String> first = shown(uri, SomePicture.RED.bytes());
      HttpResponse<String> second = shown(uri, SomePicture.BLUE.bytes());
      HttpResponse<String> third = shown(uri, SomePicture.RED.bytes());

      JsonNode answer = JSON.readTree(first.body());
      JsonNode usage = answer.path("usage");
      assertThat(text.statusCode()).isEqualTo(400);
      assertThat(text.body()).contains("red.png", "no picture");
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(answer.path("description").asText()).contains("8 × 8 pixels", "red (100 %)");
      assertThat(usage.path("promptTokens").asInt()).isGreaterThan(1_000);
      assertThat(usage.path("totalTokens").asInt())
          .isEqualTo(usage.path("promptTokens").asInt() + usage.path("completionTokens").asInt());
      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.headers().firstValue("Retry-After")).isPresent();
      assertThat(third.body()).contains("2 requests per day");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }
}
