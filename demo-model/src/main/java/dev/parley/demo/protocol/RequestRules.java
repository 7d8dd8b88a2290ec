package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;

/// What Gemini refuses with 400 is refused here too, so that mistakes show without a key.
final class RequestRules {
  private RequestRules() {}

  /// Throws a [RefusedException] at the first rule that the request breaks.
  static void check(GeminiRequest request) {
    List<JsonNode> contents = request.contents();
    if (contents.isEmpty()) {
      throw RefusedException.because("GenerateContentRequest.contents: contents is not specified");
    }
    contents.forEach(RequestRules::checkForm);
    for (int at = 0; at < contents.size(); at++) {
      checkAnswered(contents, at);
    }
    checkSignatures(contents);
  }

  private static void checkForm(JsonNode content) {
    String role = content.path("role").asText("user");
    if (!role.equals("user") && !role.equals("model")) {
      throw RefusedException.because("Please use a valid role: user, model.");
    }
    JsonNode parts = content.path("parts");
    if (parts.isEmpty() || parts.valueStream().anyMatch(JsonNode::isEmpty)) {
      throw RefusedException.because("Unable to submit request: a content must have parts.");
    }
  }

  private static void checkAnswered(List<JsonNode> contents, int at) {
    List<JsonNode> calls = GeminiRequest.held(contents.get(at), "functionCall");
    List<JsonNode> responses =
        at + 1 < contents.size()
            ? GeminiRequest.held(contents.get(at + 1), "functionResponse")
            : List.of();
    if (calls.size() != responses.size()) {
      throw RefusedException.because(
          "Please ensure that the number of function response parts is equal to the number of"
              + " function call parts of the function call turn.");
    }
    if (at == 0 && !GeminiRequest.held(contents.getFirst(), "functionResponse").isEmpty()) {
      throw RefusedException.because(
          "Please ensure that function response turn comes immediately after a function call"
              + " turn.");
    }
    IntStream.range(0, calls.size()).forEach(i -> checkMatch(calls.get(i), responses));
  }

  private static void checkMatch(JsonNode call, List<JsonNode> responses) {
    boolean answered =
        responses.stream()
            .anyMatch(
                response ->
                    response.path("name").equals(call.path("name"))
                        && response.path("id").asText("").equals(call.path("id").asText("")));
    if (!answered) {
      throw RefusedException.because(
          "No function response has the id and name of the call of " + call.path("name").asText());
    }
  }

  /// Thought signatures: of each step of the current turn, the first call must carry one.
  private static void checkSignatures(List<JsonNode> contents) {
    for (int at = currentTurn(contents); at < contents.size(); at++) {
      contents
          .get(at)
          .path("parts")
          .valueStream()
          .filter(part -> part.has("functionCall"))
          .findFirst()
          .ifPresent(RequestRules::checkSigned);
    }
  }

  private static void checkSigned(JsonNode part) {
    if (part.path("thoughtSignature").asText("").isBlank()) {
      throw RefusedException.because(
          "Function call "
              + part.path("functionCall").path("name").asText()
              + " in the current turn is missing a thought_signature.");
    }
  }

  private static int currentTurn(List<JsonNode> contents) {
    return IntStream.iterate(contents.size() - 1, at -> at >= 0, at -> at - 1)
        .filter(at -> !GeminiRequest.spokenByModel(contents.get(at)))
        .filter(at -> GeminiRequest.held(contents.get(at), "functionResponse").isEmpty())
        .findFirst()
        .orElse(0);
  }
}
