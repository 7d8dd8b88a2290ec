package dev.parley.demo.protocol;

import static dev.parley.demo.protocol.ProtocolClient.FLASH;
import static dev.parley.demo.protocol.ProtocolClient.HI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The server of Gemini's protocol")
@Timeout(60)
class GeminiProtocolServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private List<Step> steps =
      List.of(
          Step.text("Hello "), Step.text("you"), new Step.Finish("STOP", 3, OptionalInt.empty()));
  private final ProtocolClient client = ProtocolClient.of(_ -> steps);

  @AfterEach
  void stop() {
    client.close();
  }

  private static List<JsonNode> events(HttpResponse<String> response) throws Exception {
    List<JsonNode> events = new ArrayList<>();
    for (String line : response.body().lines().filter(l -> l.startsWith("data: ")).toList()) {
      events.add(JSON.readTree(line.substring(6)));
    }
    return events;
  }

  @Nested
  @DisplayName("answers")
  class Answers {
    @Test
    @DisplayName("whole, the pieces joined")
    void whole() throws Exception {
      JsonNode answer = JSON.readTree(client.post(FLASH + ":generateContent", HI).body());

      assertThat(answer.at("/candidates/0/content/parts").findValuesAsText("text"))
          .first()
          .isEqualTo("Hello you");
      assertThat(answer.at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
      assertThat(answer.at("/modelVersion").asText()).isEqualTo("gemini-3.8-flash");
    }

    @Test
    @DisplayName("as a stream, with the usage so far and the finish on the last event only")
    void streamed() throws Exception {
      HttpResponse<String> response = client.post(FLASH + ":streamGenerateContent?alt=sse", HI);
      List<JsonNode> events = events(response);

      assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
      assertThat(events).hasSize(3);
      assertThat(events)
          .extracting(e -> e.at("/usageMetadata/candidatesTokenCount").asInt())
          .containsExactly(2, 3, 3);
      assertThat(events)
          .extracting(e -> e.at("/candidates/0/finishReason").asText())
          .containsExactly("", "", "STOP");
      assertThat(events.getLast().at("/usageMetadata/thoughtsTokenCount").asInt()).isEqualTo(3);
      assertThat(events.getLast().at("/usageMetadata/totalTokenCount").asInt()).isEqualTo(8);
    }

    @Test
    @DisplayName(
        "with an error event where it fails midway, and with an error where it fails at once")
    void errors() throws Exception {
      Step failure = new Step.Fail(ProtocolError.quotaPerMinute(Duration.ofMillis(2_500)));
      steps = List.of(Step.text("Half"), failure);
      List<JsonNode> midway = events(client.post(FLASH + ":streamGenerateContent?alt=sse", HI));
      steps = List.of(failure);
      HttpResponse<String> atOnce = client.post(FLASH + ":streamGenerateContent?alt=sse", HI);

      assertThat(midway.getLast().at("/error/code").asInt()).isEqualTo(429);
      assertThat(atOnce.statusCode()).isEqualTo(429);
      assertThat(atOnce.body()).contains("\"retryDelay\":\"2.500s\"").contains("PerMinute");
    }

    @Test
    @DisplayName("with a broken connection where that is scripted")
    void breaksOff() {
      steps = List.of(Step.text("Half"), new Step.BreakOff());

      assertThatThrownBy(() -> client.post(FLASH + ":streamGenerateContent?alt=sse", HI))
          .isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("with an error of its own where the responder fails")
    void responderFails() throws Exception {
      try (ProtocolClient broken =
          ProtocolClient.of(
              _ -> {
                throw new IllegalStateException("scripted");
              })) {
        assertThat(broken.post(FLASH + ":generateContent", HI).statusCode()).isEqualTo(500);
      }
    }

    @Test
    @DisplayName("not at all any more once it is closed")
    void closes() throws Exception {
      CountDownLatch asked = new CountDownLatch(1);
      GeminiProtocolServer closing =
          GeminiProtocolServer.start(
              _ -> {
                asked.countDown();
                return List.of(new Step.Await(new CountDownLatch(1)));
              });
      URI uri = closing.uri().resolve(FLASH + ":generateContent?key=any");
      HttpRequest request =
          HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(HI)).build();
      try (HttpClient http = HttpClient.newHttpClient()) {
        var waiting = http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        asked.await();

        closing.close();

        assertThatThrownBy(waiting::join).hasRootCauseInstanceOf(IOException.class);
      }
    }
  }

  @Nested
  @DisplayName("also")
  class Also {
    @Test
    @DisplayName("lists and describes models")
    void models() throws Exception {
      JsonNode list = JSON.readTree(client.get("/v1beta/models").body());
      JsonNode one = JSON.readTree(client.get(FLASH).body());

      assertThat(list.path("models").findValuesAsText("name")).contains("models/gemini-3.8-flash");
      assertThat(one.path("inputTokenLimit").asInt()).isEqualTo(1_048_576);
    }

    @Test
    @DisplayName("counts tokens")
    void countsTokens() throws Exception {
      JsonNode counted = JSON.readTree(client.post(FLASH + ":countTokens", HI).body());

      assertThat(counted.path("totalTokens").asInt()).isPositive();
    }

    @Test
    @DisplayName("embeds texts: the same gives the same, alike is near, different is far")
    void embeds() throws Exception {
      String body =
          """
          {"requests":[
            {"model":"models/gemini-embedding-2","content":{"parts":[{"text":"the cat sat on the mat"}]},"outputDimensionality":256},
            {"model":"models/gemini-embedding-2","content":{"parts":[{"text":"the cat sat on a mat"}]},"outputDimensionality":256},
            {"model":"models/gemini-embedding-2","content":{"parts":[{"text":"quarterly budget figures"}]},"outputDimensionality":256}
          ]}
          """;

      JsonNode answer =
          JSON.readTree(
              client.post("/v1beta/models/gemini-embedding-2:batchEmbedContents", body).body());

      JsonNode vectors = answer.path("embeddings");
      assertThat(vectors.at("/0/values")).hasSize(256);
      assertThat(product(vectors, 0, 0)).isBetween(0.99, 1.01);
      assertThat(product(vectors, 0, 1)).isGreaterThan(0.6);
      assertThat(product(vectors, 0, 2)).isLessThan(0.4);
    }

    private static double product(JsonNode vectors, int one, int other) {
      double sum = 0;
      for (int at = 0; at < 256; at++) {
        sum +=
            vectors.at("/" + one + "/values/" + at).asDouble()
                * vectors.at("/" + other + "/values/" + at).asDouble();
      }
      return sum;
    }

    @Test
    @DisplayName("finds long beginnings of prompts in its cache, from the second time on")
    void caches() throws Exception {
      String body = HI.replace("Hi", "word ".repeat(2_000));

      JsonNode first = JSON.readTree(client.post(FLASH + ":generateContent", body).body());
      JsonNode second = JSON.readTree(client.post(FLASH + ":generateContent", body).body());

      assertThat(first.at("/usageMetadata/cachedContentTokenCount").asInt()).isZero();
      assertThat(second.at("/usageMetadata/cachedContentTokenCount").asInt())
          .isBetween(2_400, second.at("/usageMetadata/promptTokenCount").asInt());
    }
  }
}
