package dev.parley.launcher.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.Parts;
import dev.parley.demo.protocol.Responder;
import dev.parley.demo.protocol.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// A model that calls a tool with the question, and then says what it was told. Every other
/// question is for the tool that changes something.
final class CallingModel implements Responder {
  static final String CHANGING = "send";
  static final String LOOKING = "look";

  private static final int SLOWEST_MILLIS = 300;

  /// Whether a question is for the tool that changes something.
  static boolean changes(String question) {
    return Character.digit(question.charAt(question.length() - 1), 10) % 2 == 0;
  }

  static String doneWith(String question) {
    return "Done: " + question + ".";
  }

  static String unsureOf(String question) {
    return "Who knows: " + question + ".";
  }

  @Override
  public List<Step> answer(GeminiRequest request) {
    String text = request.lastUserText();
    String question = text.substring(text.lastIndexOf(' ') + 1);
    List<JsonNode> results = GeminiRequest.held(request.contents().getLast(), "functionResponse");
    Step said =
        results.isEmpty()
            ? new Step.Chunk(List.of(Parts.signed(call(question), "sealed")))
            : Step.text(told(question, results.getFirst().path("response")));
    return List.of(pause(), said, pause(), Step.finish("STOP"));
  }

  private static ObjectNode call(String question) {
    return Parts.functionCall(
        changes(question) ? CHANGING : LOOKING,
        JsonNodeFactory.instance.objectNode().put("thing", question));
  }

  private static String told(String question, JsonNode response) {
    if (response.path("output").path("counted").asBoolean()) {
      return doneWith(question);
    }
    String error = response.path("error").asText();
    return error.contains("Nobody knows") ? unsureOf(question) : "Failed: " + error;
  }

  private static Step pause() {
    return new Step.Pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(SLOWEST_MILLIS)));
  }
}
