package dev.parley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.GeminiRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Has a picture made by a tool, where the model is offered one for it.
final class PictureTool {
  static final String NAME = "make_picture";

  /// How requests name the pictures that are there, sent or made.
  private static final Pattern NAMED =
      Pattern.compile(
          "\\[(?:attached|You made this (?:above|before, by a tool)): ([^\\]]+\\.(?:png|jpe?g|webp))]",
          Pattern.CASE_INSENSITIVE);

  private PictureTool() {}

  static boolean isOffered(GeminiRequest request) {
    return request.functions().stream().anyMatch(PictureTool::isOne);
  }

  static boolean isOne(JsonNode function) {
    return function.path("name").asText().equals(NAME);
  }

  /// The arguments of a call; empty where no picture is wished.
  static Optional<ObjectNode> wish(Talk talk) {
    String question = NAMED.matcher(talk.question()).replaceAll("").strip();
    Optional<String> last = last(talk.request());
    if (!isOffered(talk.request()) || !Painting.isWished(question, last.isPresent())) {
      return Optional.empty();
    }
    ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("prompt", question);
    last.filter(_ -> Painting.wishesChange(question))
        .ifPresent(name -> arguments.putArray("edit").add(name));
    return Optional.of(arguments);
  }

  private static Optional<String> last(GeminiRequest request) {
    List<String> names =
        request.contents().stream()
            .map(GeminiRequest::textOf)
            .flatMap(text -> NAMED.matcher(text).results())
            .map((MatchResult found) -> found.group(1))
            .toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(names.getLast());
  }
}
