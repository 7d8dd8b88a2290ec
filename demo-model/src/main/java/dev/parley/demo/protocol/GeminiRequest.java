package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A request to generate content, as it came over the wire.
public record GeminiRequest(String model, JsonNode body) {
  public List<JsonNode> contents() {
    return body.path("contents").valueStream().toList();
  }

  /// The system instruction's text; empty where there is none.
  public String system() {
    return textOf(body.path("systemInstruction"));
  }

  /// The declarations of all functions, in the order given.
  public List<JsonNode> functions() {
    return body.path("tools")
        .valueStream()
        .flatMap(tool -> tool.path("functionDeclarations").valueStream())
        .toList();
  }

  /// Whether pictures are wanted in the answer.
  public boolean wantsPictures() {
    return body.path("generationConfig")
        .path("responseModalities")
        .valueStream()
        .anyMatch(kind -> kind.asText().equals("IMAGE"));
  }

  /// The prompt in the order in which a model reads it: instruction, tools, then what was said.
  List<JsonNode> pieces() {
    return Stream.concat(
            Stream.of(body.path("systemInstruction"), body.path("tools")), contents().stream())
        .toList();
  }

  public int mostOutputTokens() {
    return body.path("generationConfig").path("maxOutputTokens").asInt(Integer.MAX_VALUE);
  }

  /// The text of the last content by people; empty where there is none.
  public String lastUserText() {
    return contents().reversed().stream()
        .filter(content -> !spokenByModel(content))
        .map(GeminiRequest::textOf)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  public static boolean spokenByModel(JsonNode content) {
    return content.path("role").asText("user").equals("model");
  }

  /// The visible text of a content's parts, one below the other.
  public static String textOf(JsonNode content) {
    return content
        .path("parts")
        .valueStream()
        .filter(part -> part.has("text") && !part.path("thought").asBoolean())
        .map(part -> part.path("text").asText())
        .collect(Collectors.joining(spokenByModel(content) ? "" : "\n"));
  }

  /// What each part of a content holds under this name, where it holds it.
  public static List<JsonNode> held(JsonNode content, String name) {
    return content
        .path("parts")
        .valueStream()
        .filter(p -> p.has(name))
        .map(p -> p.path(name))
        .toList();
  }
}
