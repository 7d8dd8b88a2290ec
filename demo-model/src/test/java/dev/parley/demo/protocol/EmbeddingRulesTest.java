package dev.parley.demo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Asked for vectors, the server of Gemini's protocol")
@Timeout(60)
class EmbeddingRulesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProtocolClient client =
      ProtocolClient.of(_ -> List.of(Step.text("Hello"), Step.finish("STOP")));

  @AfterEach
  void stop() {
    client.close();
  }

  private HttpResponse<String> asked(String model, int times, String fields) throws Exception {
    String request =
        """
        {"model":"models/%s","content":{"parts":[{"text":"the cat"}]},"outputDimensionality":128%s}
        """
            .formatted(model, fields.isEmpty() ? "" : "," + fields);
    return client.post(
        "/v1beta/models/" + model + ":batchEmbedContents",
        "{\"requests\":[" + String.join(",", Collections.nCopies(times, request)) + "]}");
  }

  @ParameterizedTest(name = "answers {0} with {1} of: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "gemini-embedding-2 | 200 | ",
        "gemini-embedding-2 | 400 | \"taskType\":\"RETRIEVAL_QUERY\"",
        "gemini-embedding-2 | 400 | \"title\":\"Cats\"",
        "gemini-embedding-2 | 400 | \"outputDimensionality\":127",
        "gemini-embedding-2 | 200 | \"outputDimensionality\":3072",
        "gemini-embedding-2 | 400 | \"outputDimensionality\":3073",
        "gemini-embedding-2 | 400 | \"content\":{\"parts\":[{\"text\":\" \"}]}",
        "gemini-embedding-2 | 400 | \"model\":\"models/gemini-embedding-001\"",
        "gemini-embedding-001 | 200 | \"taskType\":\"RETRIEVAL_QUERY\"",
        "gemini-embedding-001 | 200 | \"taskType\":\"RETRIEVAL_DOCUMENT\",\"title\":\"Cats\"",
        "gemini-embedding-001 | 400 | \"taskType\":\"RETRIEVAL_QUERY\",\"title\":\"Cats\"",
        "gemini-3.8-flash | 404 | "
      })
  void rules(String model, int status, String fields) throws Exception {
    HttpResponse<String> response = asked(model, 2, fields == null ? "" : fields);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
  }

  @ParameterizedTest(name = "answers {0} texts at once with {1}")
  @CsvSource({"0, 400", "100, 200", "101, 400"})
  void count(int times, int status) throws Exception {
    assertThat(asked("gemini-embedding-2", times, "").statusCode()).isEqualTo(status);
  }

  @ParameterizedTest(name = "takes {1} characters for {0}: {2}")
  @CsvSource({
    "gemini-embedding-001, 8192, 200",
    "gemini-embedding-001, 8193, 400",
    "gemini-embedding-2, 32768, 200",
    "gemini-embedding-2, 32769, 400"
  })
  void length(String model, int characters, int status) throws Exception {
    String content =
        "\"content\":{\"parts\":[{\"text\":\"%s\"}]}".formatted("a".repeat(characters));

    assertThat(asked(model, 1, content).statusCode()).isEqualTo(status);
  }

  @Test
  @DisplayName("says how many tokens it took")
  void usage() throws Exception {
    JsonNode answer = JSON.readTree(asked("gemini-embedding-2", 3, "").body());

    assertThat(answer.at("/usageMetadata/promptTokenCount").asInt()).isEqualTo(6);
    assertThat(answer.path("embeddings")).hasSize(3);
  }

  @Test
  @DisplayName("gives vectors of the first model another length, unless they are whole")
  void lengths() throws Exception {
    JsonNode cut = JSON.readTree(asked("gemini-embedding-001", 1, "").body());
    JsonNode whole =
        JSON.readTree(asked("gemini-embedding-001", 1, "\"outputDimensionality\":3072").body());

    assertThat(length(cut)).isBetween(0.69, 0.71);
    assertThat(length(whole)).isBetween(0.99, 1.01);
  }

  private static double length(JsonNode answer) {
    return Math.sqrt(
        answer
            .at("/embeddings/0/values")
            .valueStream()
            .mapToDouble(value -> value.asDouble() * value.asDouble())
            .sum());
  }
}
