package dev.parley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.demo.protocol.GeminiRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Words what the tools found.
final class ToolTelling implements Skill {
  private static final int LONGEST_TEXT = 1_500;
  private static final String WAITS = "This call waits for a person's approval";

  @Override
  public Optional<String> answer(Talk talk) {
    List<JsonNode> responses = GeminiRequest.held(talk.latest(), "functionResponse");
    return responses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            responses.stream()
                .map(response -> told(talk, response))
                .distinct()
                .collect(Collectors.joining("\n\n")));
  }

  private static String told(Talk talk, JsonNode functionResponse) {
    String tool = functionResponse.path("name").asText();
    String name = "`" + tool + "`";
    JsonNode response = functionResponse.path("response");
    if (response.has("error")) {
      return ToolSentences.aim(tool, arguments(talk, functionResponse))
              .map(aim -> "I could not find out " + aim + ": ")
              .orElse("The tool " + name + " could not do it: ")
          + plain(response.path("error"));
    }
    JsonNode output = response.path("output").isMissingNode() ? response : response.path("output");
    if (plain(output).startsWith(WAITS)) {
      return "I would like to use " + name + ". Somebody has to approve that first.";
    }
    if (output.hasNonNull("said")) {
      return Notice.without(output.path("said").asText());
    }
    if (tool.equals(KnownTools.KNOWLEDGE)) {
      return DocumentQuotes.of(output, talk.question());
    }
    Optional<String> sentence =
        ToolSentences.of(tool, output).or(() -> KnownTellings.of(tool, output));
    if (sentence.isPresent()) {
      return sentence.get();
    }
    return output.isObject()
        ? "The tool " + name + " says:\n\n" + listed(output)
        : "The tool " + name + " says: " + plain(output);
  }

  /// Those of the call that a response answers.
  private static JsonNode arguments(Talk talk, JsonNode functionResponse) {
    return talk.request().contents().stream()
        .flatMap(content -> GeminiRequest.held(content, "functionCall").stream())
        .filter(call -> call.hasNonNull("id"))
        .filter(call -> call.path("id").equals(functionResponse.path("id")))
        .reduce((_, later) -> later)
        .map(call -> call.path("args"))
        .orElseGet(MissingNode::getInstance);
  }

  private static String listed(JsonNode object) {
    return object
        .propertyStream()
        .map(property -> "- **" + property.getKey() + "**: " + plain(property.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String plain(JsonNode value) {
    String text = value.isValueNode() ? value.asText() : "`" + value + "`";
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
