package dev.parley.demo.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The server of Gemini's protocol")
@Timeout(60)
class GeminiProtocolServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HI =
      "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}]}";
  private static final String FLASH = "/v1beta/models/gemini-3.8-flash";

  private final HttpClient http = HttpClient.newHttpClient();
  private List<Step> steps =
      List.of(
          Step.text("Hello "), Step.text("you"), new Step.Finish("STOP", 3, OptionalInt.empty()));
  private final GeminiProtocolServer server = GeminiProtocolServer.start(_ -> steps);

  @AfterEach
  void stop() {
    server.close();
    http.shutdownNow();
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.uri().resolve(path))
        .header("x-goog-api-key", "any")
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static List<JsonNode> events(HttpResponse<String> response) throws Exception {
    List<JsonNode> events = new ArrayList<>();
    for (String line : response.body().lines().filter(l -> l.startsWith("data: ")).toList()) {
      events.add(JSON.readTree(line.substring(6)));
    }
    return events;
  }

  private static String statusOf(HttpResponse<String> response) throws Exception {
    return JSON.readTree(response.body()).at("/error/status").asText();
  }

  @Nested
  @DisplayName("answers")
  class Answers {
    @Test
    @DisplayName("whole, the pieces joined")
    void whole() throws Exception {
      JsonNode answer = JSON.readTree(post(FLASH + ":generateContent", HI).body());

      assertThat(answer.at("/candidates/0/content/parts").findValuesAsText("text"))
          .first()
          .isEqualTo("Hello you");
      assertThat(answer.at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
      assertThat(answer.at("/modelVersion").asText()).isEqualTo("gemini-3.8-flash");
    }

    @Test
    @DisplayName("as a stream, with the usage so far and the finish on the last event only")
    void streamed() throws Exception {
      HttpResponse<String> response = post(FLASH + ":streamGenerateContent?alt=sse", HI);
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
      List<JsonNode> midway = events(post(FLASH + ":streamGenerateContent?alt=sse", HI));
      steps = List.of(failure);
      HttpResponse<String> atOnce = post(FLASH + ":streamGenerateContent?alt=sse", HI);

      assertThat(midway.getLast().at("/error/code").asInt()).isEqualTo(429);
      assertThat(atOnce.statusCode()).isEqualTo(429);
      assertThat(atOnce.body()).contains("\"retryDelay\":\"2.500s\"").contains("PerMinute");
    }

    @Test
    @DisplayName("with a broken connection where that is scripted")
    void breaksOff() {
      steps = List.of(Step.text("Half"), new Step.BreakOff());

      assertThatThrownBy(() -> post(FLASH + ":streamGenerateContent?alt=sse", HI))
          .isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("with an error of its own where the responder fails")
    void responderFails() throws Exception {
      try (GeminiProtocolServer broken =
          GeminiProtocolServer.start(
              _ -> {
                throw new IllegalStateException("scripted");
              })) {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(broken.uri().resolve(FLASH + ":generateContent?key=any"))
                .POST(HttpRequest.BodyPublishers.ofString(HI));

        assertThat(send(request).statusCode()).isEqualTo(500);
      }
    }

    @Test
    @DisplayName("not at all any more once it is closed")
    void closes() {
      steps = List.of(new Step.Await(new CountDownLatch(1)));
      var waiting =
          http.sendAsync(
              request(FLASH + ":generateContent")
                  .POST(HttpRequest.BodyPublishers.ofString(HI))
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      server.close();

      assertThatThrownBy(waiting::join).hasRootCauseInstanceOf(IOException.class);
    }
  }

  @Nested
  @DisplayName("refuses")
  class Refuses {
    @ParameterizedTest(name = "what Gemini refuses: {0}")
    @ValueSource(
        strings = {
          "{\"contents\":[]}",
          "{}",
          "no json",
          "{\"contents\":[{\"role\":\"assistant\",\"parts\":[{\"text\":\"Hi\"}]}]}",
          "{\"contents\":[{\"role\":\"user\",\"parts\":[]}]}",
          "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"functionResponse\":{\"name\":\"a\"}}]}]}"
        })
    void badRequests(String body) throws Exception {
      HttpResponse<String> response = post(FLASH + ":generateContent", body);

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(statusOf(response)).isEqualTo("INVALID_ARGUMENT");
    }

    @ParameterizedTest(name = "tool calls with signature {0}, answered as {1} with id {2}: {3}")
    @CsvSource({
      "c2ln, clock, 1, 200",
      "'', clock, 1, 400",
      "c2ln, watch, 1, 400",
      "c2ln, clock, 2, 400"
    })
    void toolCalls(String signature, String name, String id, int status) throws Exception {
      String signed = signature.isEmpty() ? "" : "\"thoughtSignature\":\"" + signature + "\",";
      String body =
          """
          {"contents":[
            {"role":"user","parts":[{"text":"Time?"}]},
            {"role":"model","parts":[{%s"functionCall":{"id":"1","name":"clock","args":{}}}]},
            {"role":"user","parts":[{"functionResponse":{"id":"%s","name":"%s","response":{}}}]}
          ]}
          """
              .formatted(signed, id, name);

      HttpResponse<String> response = post(FLASH + ":generateContent", body);

      assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    @DisplayName("no missing signature of an earlier turn")
    void earlierTurns() throws Exception {
      String body =
          """
          {"contents":[
            {"role":"user","parts":[{"text":"Time?"}]},
            {"role":"model","parts":[{"functionCall":{"name":"clock","args":{}}}]},
            {"role":"user","parts":[{"functionResponse":{"name":"clock","response":{}}}]},
            {"role":"model","parts":[{"text":"Noon"}]},
            {"role":"user","parts":[{"text":"Thanks"}]}
          ]}
          """;

      HttpResponse<String> response = post(FLASH + ":generateContent", body);

      assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("unknown models, and callers without a key")
    void unknown() throws Exception {
      HttpResponse<String> model = post("/v1beta/models/gpt-9:generateContent", HI);
      HttpResponse<String> keyless =
          send(HttpRequest.newBuilder(server.uri().resolve("/v1beta/models")));

      assertThat(model.statusCode()).isEqualTo(404);
      assertThat(keyless.statusCode()).isEqualTo(403);
      assertThat(statusOf(keyless)).isEqualTo("PERMISSION_DENIED");
    }
  }

  @Nested
  @DisplayName("also")
  class Also {
    @Test
    @DisplayName("lists and describes models")
    void models() throws Exception {
      JsonNode list = JSON.readTree(get("/v1beta/models").body());
      JsonNode one = JSON.readTree(get(FLASH).body());

      assertThat(list.path("models").findValuesAsText("name")).contains("models/gemini-3.8-flash");
      assertThat(one.path("inputTokenLimit").asInt()).isEqualTo(1_048_576);
    }

    @Test
    @DisplayName("counts tokens")
    void countsTokens() throws Exception {
      JsonNode counted = JSON.readTree(post(FLASH + ":countTokens", HI).body());

      assertThat(counted.path("totalTokens").asInt()).isPositive();
    }

    @Test
    @DisplayName("embeds texts: the same gives the same, alike is near, different is far")
    void embeds() throws Exception {
      String body =
          """
          {"requests":[
            {"content":{"parts":[{"text":"the cat sat on the mat"}]},"outputDimensionality":256},
            {"content":{"parts":[{"text":"the cat sat on a mat"}]},"outputDimensionality":256},
            {"content":{"parts":[{"text":"quarterly budget figures"}]},"outputDimensionality":256}
          ]}
          """;

      JsonNode answer =
          JSON.readTree(post("/v1beta/models/gemini-embedding-2:batchEmbedContents", body).body());

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

      JsonNode first = JSON.readTree(post(FLASH + ":generateContent", body).body());
      JsonNode second = JSON.readTree(post(FLASH + ":generateContent", body).body());

      assertThat(first.at("/usageMetadata/cachedContentTokenCount").asInt()).isZero();
      assertThat(second.at("/usageMetadata/cachedContentTokenCount").asInt())
          .isBetween(2_400, second.at("/usageMetadata/promptTokenCount").asInt());
    }
  }
}
