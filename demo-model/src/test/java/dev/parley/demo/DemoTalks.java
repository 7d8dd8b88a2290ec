package dev.parley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.Step;
import java.util.List;
import java.util.stream.Collectors;

/// Conversations with the demo model, as requests.
final class DemoTalks {
  static final DemoResponder DEMO = new DemoResponder(DemoPace.immediate());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PERSONA = "You are Parley, a friendly assistant.";

  private DemoTalks() {}

  static GeminiRequest talk(String... said) {
    return talk(PERSONA, said);
  }

  /// What people and the model said in turn, people first.
  static GeminiRequest talk(String system, String[] said) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("systemInstruction").putArray("parts").addObject().put("text", system);
    ArrayNode contents = body.putArray("contents");
    for (int at = 0; at < said.length; at++) {
      ObjectNode content = contents.addObject().put("role", at % 2 == 0 ? "user" : "model");
      content.putArray("parts").addObject().put("text", said[at]);
    }
    return new GeminiRequest("gemini-3.8-flash", body);
  }

  static GeminiRequest withFunctions(GeminiRequest request, String functions) throws Exception {
    ((ObjectNode) request.body())
        .putArray("tools")
        .addObject()
        .set("functionDeclarations", JSON.readTree(functions));
    return request;
  }

  static String answer(GeminiRequest request) {
    return DEMO.answer(request).stream()
        .filter(Step.Chunk.class::isInstance)
        .flatMap(step -> ((Step.Chunk) step).parts().stream())
        .map(part -> part.path("text").asText())
        .collect(Collectors.joining());
  }

  static List<JsonNode> calls(GeminiRequest request) {
    return DEMO.answer(request).stream()
        .filter(Step.Chunk.class::isInstance)
        .flatMap(step -> ((Step.Chunk) step).parts().stream())
        .filter(part -> part.has("functionCall"))
        .map(JsonNode.class::cast)
        .toList();
  }
}
