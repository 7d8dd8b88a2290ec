package dev.parley.demo;

import static dev.parley.demo.DemoTalks.answer;
import static dev.parley.demo.DemoTalks.talk;
import static dev.parley.demo.DemoTalks.withFunctions;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
           "kind":{"type":"STRING","enum":["d6","d20"]}},"required":["count","kind"]}},
       {"name":"get_stock_price","description":"The latest price of a share","parametersJsonSchema":
         {"type":"object","properties":{"ticker":{"type":"string"}},"required":["ticker"]}},
       {"name":"get_climate","description":"What is usual","parametersJsonSchema":
         {"type":"object","properties":{"location":{"type":"string"},
           "unit":{"type":"string","enum":["celsius","fahrenheit"]}},"required":["location"]}}]
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
        "Stock price of GOOG; get_stock_price; {\"ticker\":\"GOOG\"}",
        "What's the price of the share NVDA now?; get_stock_price; {\"ticker\":\"NVDA\"}",
        "The climate in Rome?; get_climate; {\"location\":\"Rome\"}",
        "The climate in Rome in Fahrenheit?; get_climate;"
            + " {\"location\":\"Rome\",\"unit\":\"fahrenheit\"}",
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

  private static String told(String tool, String arguments, String response) throws Exception {
    GeminiRequest request = withFunctions(talk("What is it?"), FUNCTIONS);
    ArrayNode contents = (ArrayNode) request.body().path("contents");
    ObjectNode call = JSON.createObjectNode().put("id", "1").put("name", tool);
    call.set("args", JSON.readTree(arguments));
    ObjectNode answer = JSON.createObjectNode().put("id", "1").put("name", tool);
    answer.set("response", JSON.readTree(response));
    ObjectNode asked = contents.addObject().put("role", "model");
    asked.putArray("parts").addObject().put("thoughtSignature", "eA==").set("functionCall", call);
    ObjectNode found = contents.addObject().put("role", "user");
    found.putArray("parts").addObject().set("functionResponse", answer);
    return Notice.without(answer(request));
  }

  @Test
  @DisplayName("and tells the weather, prices and the time in sentences")
  void sentences() throws Exception {
    assertThat(
            told(
                "get_weather",
                "{}",
                "{\"output\":{\"place\":\"Berlin\",\"country\":\"Germany\",\"weather\":\"light rain\","
                    + "\"temperature\":\"4.1 °C\",\"feels_like\":\"1 °C\",\"humidity\":\"87 %\","
                    + "\"wind\":\"14.2 km/h\",\"source\":\"Open-Meteo\"}}"))
        .isEqualTo(
            "In **Berlin**, Germany, it is **4.1 °C** (feels like 1 °C) with light rain."
                + " There is humidity 87 %, wind 14.2 km/h. Source: Open-Meteo.");
    assertThat(
            told(
                "get_stock_price",
                "{}",
                "{\"output\":{\"ticker\":\"GOOG\",\"price\":181.2,\"change\":-1.3,\"change_percent\":-0.72,"
                    + "\"low\":178,\"high\":182.5,\"previous_close\":182.5,\"source\":\"Finnhub\"}}"))
        .isEqualTo(
            "**GOOG** is at **181.2**, down 1.3 (0.72 %) since the last close of 182.5."
                + " Its day: from 178 to 182.5. Source: Finnhub.");
    assertThat(
            told(
                "current_time",
                "{}",
                "{\"output\":{\"time\":\"2026-11-25T14:05:09+01:00\",\"weekday\":\"Wednesday\","
                    + "\"time_zone\":\"Europe/Berlin\"}}"))
        .isEqualTo("It is **14:05** on Wednesday, 25 November 2026 (Europe/Berlin).");
  }

  @Test
  @DisplayName("and says plainly what it could not find out, and why")
  void failures() throws Exception {
    assertThat(
            told(
                "get_weather",
                "{\"location\":\"Berlin\"}",
                "{\"error\":\"the service could not be reached. The host cannot be reached.\"}"))
        .isEqualTo(
            "I could not find out the weather in Berlin: the service could not be reached. The host"
                + " cannot be reached.");
    assertThat(told("roll_dice", "{}", "{\"error\":\"no dice\"}"))
        .isEqualTo("The tool `roll_dice` could not do it: no dice");
  }

  @Test
  @DisplayName("and lists what other tools found")
  void tells() throws Exception {
    assertThat(told("get_weather", "{}", "{\"output\":{\"temperature\":21}}"))
        .contains("`get_weather`", "**temperature**: 21");
  }
}
