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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The demo model uses the tools that come with the bot:")
class KnownToolsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FUNCTIONS =
      """
      [{"name":"calculate","description":"Calculates","parametersJsonSchema":{"type":"object"}},
       {"name":"current_time","description":"Tells the time","parametersJsonSchema":
         {"type":"object","properties":{"time_zone":{"type":"string"}}}},
       {"name":"read_recent_messages","description":"Reads","parametersJsonSchema":{"type":"object"}},
       {"name":"make_picture","description":"Makes a picture","parametersJsonSchema":{"type":"object"}},
       {"name":"make_chart","description":"Draws","parametersJsonSchema":{"type":"object"}}]
      """;

  private static List<JsonNode> calls(String question) throws Exception {
    return DemoTalks.calls(withFunctions(talk(question), FUNCTIONS));
  }

  @ParameterizedTest(name = "“{0}” calls {1} with {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "What is 12*7+5?; calculate; {\"expression\":\"12*7+5\"}",
        "How much is (3.5 + 4) / 2, please?; calculate; {\"expression\":\"(3.5 + 4) / 2\"}",
        "2^10; calculate; {\"expression\":\"2^10\"}",
        "What did we decide today?; read_recent_messages; {}",
        "Summarise what was said here; read_recent_messages; {}",
        "chart of 3, 5, 8; make_chart; {\"kind\":\"bar\",\"series\":[{\"values\":[3,5,8]}]}",
        "Draw a pie of Ann 3, Bob 5; make_chart; {\"kind\":\"pie\",\"labels\":[\"Ann\",\"Bob\"],\"series\":[{\"values\":[3,5]}]}",
      })
  void calls(String question, String name, String arguments) throws Exception {
    List<JsonNode> calls = calls(question);

    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().at("/functionCall/name").asText()).isEqualTo(name);
    assertThat(calls.getFirst().at("/functionCall/args")).hasToString(arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Remind me on 2026-11-05 please",
        "Call 555-1234",
        "Version 1.2.3-4 is out",
        "I have 3 cats and 2 dogs",
        "Did the messages that I read please you?",
        "Hello there"
      })
  @DisplayName("not where nothing of the kind is meant")
  void notMeant(String words) throws Exception {
    assertThat(calls(words)).isEmpty();
  }

  @Test
  @DisplayName("and none that is not offered")
  void notOffered() throws Exception {
    assertThat(DemoTalks.calls(withFunctions(talk("What is 12*7+5?"), "[]"))).isEmpty();
  }

  private static String told(String name, String output) throws Exception {
    GeminiRequest request = withFunctions(talk("What is it?"), FUNCTIONS);
    ArrayNode contents = (ArrayNode) request.body().path("contents");
    contents.add(
        JSON.readTree(
            "{\"role\":\"user\",\"parts\":[{\"functionResponse\":{\"name\":\"%s\",\"response\":{\"output\":%s}}}]}"
                .formatted(name, output)));
    return Notice.without(answer(request));
  }

  @Test
  @DisplayName("and words what they found")
  void tells() throws Exception {
    assertThat(told("calculate", "{\"expression\":\"6*7\",\"result\":\"42\"}"))
        .isEqualTo("`6*7` is **42**.");
    assertThat(told("make_chart", "{\"picture\":\"chart-1.png\"}")).isEqualTo("Here is the chart.");
    assertThat(
            told(
                "read_recent_messages",
                "{\"read\":\"this channel\",\"complete\":false,\"messages\":["
                    + "{\"author\":\"Bob\",\"text\":\"We take the blue one\"},"
                    + "{\"author\":\"you\",\"text\":\"Noted.\"}]}"))
        .isEqualTo(
            "This was said in this channel lately:\n\n> Bob: We take the blue one\n\n"
                + "That is not all of it.");
    assertThat(told("read_recent_messages", "{\"messages\":[],\"complete\":true}"))
        .isEqualTo("Nothing else was said here lately.");
  }
}
