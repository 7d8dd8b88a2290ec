package dev.parley.demo;

import static dev.parley.demo.DemoTalks.answer;
import static dev.parley.demo.DemoTalks.talk;
import static dev.parley.demo.DemoTalks.withFunctions;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.demo.protocol.GeminiRequest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The demo model answers from documents:")
class DocumentQuotesTest {
  private static final String FUNCTIONS =
      """
      [{"name":"search_knowledge","description":"Searches the documents that people gave you",
        "parametersJsonSchema":{"type":"object"}}]
      """;
  private static final String TOLD =
      "[What follows was found in documents for the next message. …]\n\n"
          + "⟦K11111 | Travel\nTrains are booked early. Hotels may cost 100 euros.\n⟧\n\n"
          + "⟦K22222 | Handbook › Leave, page 3\n# Leave\n\nEverybody has thirty days of holiday. "
          + "Ask your lead first.\n⟧";

  /// What documents hold stands right before the question.
  private static GeminiRequest told(String documents, String question) {
    GeminiRequest request = talk(question);
    ((ArrayNode) request.body().get("contents"))
        .insertObject(0)
        .put("role", "user")
        .putArray("parts")
        .addObject()
        .put("text", documents);
    return request;
  }

  @Test
  @DisplayName("by the best sentence of the passage that fits best, and its mark")
  void given() throws Exception {
    String answer = answer(told(TOLD, "How many days of holiday do I have?"));

    assertThat(answer).startsWith("Everybody has thirty days of holiday. [K22222]");
  }

  @Test
  @DisplayName("not where they hold nothing, and nobody is taken to have said them")
  void nothing() throws Exception {
    assertThat(answer(told(TOLD, "How many messages are there?"))).contains("**1 message**");
    assertThat(answer(told("[The documents here were searched …]", "How many messages are there?")))
        .contains("**1 message**");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Search the documents for holidays", "please search our docs for holidays"})
  @DisplayName("by a search where it is asked to search them")
  void searching(String question) throws Exception {
    List<JsonNode> calls = DemoTalks.calls(withFunctions(talk(question), FUNCTIONS));

    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().at("/functionCall/args")).hasToString("{\"query\":\"holidays\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"What do people say in documents?", "Search for people"})
  @DisplayName("by no search otherwise")
  void notSearching(String question) throws Exception {
    assertThat(DemoTalks.calls(withFunctions(talk(question), FUNCTIONS))).isEmpty();
  }
}
