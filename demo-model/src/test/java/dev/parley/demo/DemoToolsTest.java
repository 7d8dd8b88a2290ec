package dev.parley.demo;

import static dev.parley.demo.DemoTalks.answer;
import static dev.parley.demo.DemoTalks.talk;
import static dev.parley.demo.DemoTalks.withFunctions;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.demo.protocol.GeminiRequest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The demo model uses tools:")
class DemoToolsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String FUNCTIONS =
      """
      [{"name":"get_weather","description":"Current weather of a place","parametersJsonSchema":
         {"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}},
       {"name":"current_time","description":"Tells the time","parametersJsonSchema":
         {"type":"object","properties":{"timezone":{"type":"string"}},"required":["timezone"]}},
       {"name":"roll_dice","description":"Rolls dice","parameters":
         {"type":"OBJECT","properties":{"count":{"type":"INTEGER"},
           "kind":{"type":"STRING","enum":["d6","d20"]}},"required":["count","kind"]}}]
      """;

  @ParameterizedTest(name = "“{0}” calls {1} with {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "What is the weather in Paris?; get_weather; {\"city\":\"Paris\"}",
        "Will it rain in New York today?; get_weather; {\"city\":\"New York\"}",
        "What's the time in Berlin?; current_time; {\"timezone\":\"Europe/Berlin\"}",
        "What time is it?; current_time; {\"timezone\":\"UTC\"}",
        "Roll 3 d20 dice; roll_dice; {\"count\":3,\"kind\":\"d20\"}",
        "Use get_weather for \"Rome\"; get_weather; {\"city\":\"Rome\"}"
      })
  void calls(String question, String name, String arguments) throws Exception {
    List<JsonNode> calls = DemoTalks.calls(withFunctions(talk(question), FUNCTIONS));

    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().at("/functionCall/name").asText()).isEqualTo(name);
    assertThat(calls.getFirst().at("/functionCall/args")).hasToString(arguments);
    assertThat(calls.getFirst().path("thoughtSignature").asText()).isNotBlank();
  }

  @Test
  @DisplayName("several at once, the first with a signature, each with its own id")
  void inParallel() throws Exception {
    List<JsonNode> calls =
        DemoTalks.calls(withFunctions(talk("The weather in Paris and Rome?"), FUNCTIONS));

    assertThat(calls)
        .extracting(c -> c.at("/functionCall/args/city").asText())
        .containsExactly("Paris", "Rome");
    assertThat(calls).extracting(c -> c.has("thoughtSignature")).containsExactly(true, false);
    assertThat(calls).extracting(c -> c.at("/functionCall/id").asText()).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("and none where nobody asked for one")
  void notAsked() throws Exception {
    assertThat(DemoTalks.calls(withFunctions(talk("Hello there"), FUNCTIONS))).isEmpty();
  }

  @Test
  @DisplayName("and words what they found")
  void tells() throws Exception {
    GeminiRequest request = withFunctions(talk("What is the weather in Paris?"), FUNCTIONS);
    ArrayNode contents = (ArrayNode) request.body().path("contents");
    contents.add(
        JSON.readTree(
            "{\"role\":\"model\",\"parts\":[{\"thoughtSignature\":\"eA==\",\"functionCall\":{}}]}"));
    contents.add(
        JSON.readTree(
            "{\"role\":\"user\",\"parts\":[{\"functionResponse\":{\"name\":\"get_weather\","
                + "\"response\":{\"output\":{\"temperature\":21}}}},"
                + "{\"functionResponse\":{\"name\":\"get_weather\","
                + "\"response\":{\"error\":\"no such city\"}}}]}"));

    assertThat(answer(request))
        .contains("**temperature**: 21", "could not do it: no such city")
        .endsWith(Notice.TEXT);
  }
}
