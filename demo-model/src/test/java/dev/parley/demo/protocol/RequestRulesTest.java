package dev.parley.demo.protocol;

import static dev.parley.demo.protocol.ProtocolClient.FLASH;
import static dev.parley.demo.protocol.ProtocolClient.HI;
import static dev.parley.demo.protocol.ProtocolClient.statusOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The server of Gemini's protocol refuses")
@Timeout(60)
class RequestRulesTest {
  private final ProtocolClient client =
      ProtocolClient.of(_ -> List.of(Step.text("Hello"), Step.finish("STOP")));

  @AfterEach
  void stop() {
    client.close();
  }

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
    HttpResponse<String> response = client.post(FLASH + ":generateContent", body);

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

    HttpResponse<String> response = client.post(FLASH + ":generateContent", body);

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

    HttpResponse<String> response = client.post(FLASH + ":generateContent", body);

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("unknown models, and callers without a key")
  void unknown() throws Exception {
    HttpResponse<String> model = client.post("/v1beta/models/gpt-9:generateContent", HI);
    HttpResponse<String> keyless = client.getWithoutKey("/v1beta/models");

    assertThat(model.statusCode()).isEqualTo(404);
    assertThat(keyless.statusCode()).isEqualTo(403);
    assertThat(statusOf(keyless)).isEqualTo("PERMISSION_DENIED");
  }
}
