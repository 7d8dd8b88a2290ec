package dev.parley.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.Parts;
import dev.parley.demo.protocol.Step;
import dev.parley.testkit.mcp.FakeMcpProgram;
import java.util.List;
import java.util.stream.Collectors;

/// A model that calls one tool of an MCP server with what it was asked, where it is offered, and
/// repeats what came of it.
public final class ScriptedCaller {
  private static final String OFFERED_NONE = "There is no such tool.";

  private ScriptedCaller() {}

  public static GeminiProtocolServer calling(String tool) {
    return GeminiProtocolServer.start(request -> answer(tool, request));
  }

  private static List<Step> answer(String tool, GeminiRequest request) {
    List<JsonNode> results = GeminiRequest.held(request.contents().getLast(), "functionResponse");
    if (!results.isEmpty()) {
      return List.of(
          Step.text("It says: " + results.getFirst().path("response")), Step.finish("STOP"));
    }
    boolean offered =
        request.functions().stream().anyMatch(one -> one.path("name").asText().equals(tool));
    if (!offered) {
      return List.of(Step.text(OFFERED_NONE), Step.finish("STOP"));
    }
    ObjectNode arguments =
        JsonNodeFactory.instance.objectNode().put("text", lastWord(request.lastUserText()));
    return List.of(
        new Step.Chunk(
            List.of(Parts.signed(Parts.functionCall("call-1", tool, arguments), "signature"))),
        Step.finish("STOP"));
  }

  private static String lastWord(String text) {
    return text.strip().substring(text.strip().lastIndexOf(' ') + 1);
  }

  /// Settings of a bot that uses a fake server as a program.
  public static String settings(GeminiProtocolServer gemini) {
    String command =
        FakeMcpProgram.command().stream()
            .map(word -> "\"" + word + "\"")
            .collect(Collectors.joining(", ", "[", "]"));
    return """
    gemini: {api-key: a-key, base-url: "%s"}
    tools:
      mcp:
        - name: fake
          command: %s
          env: {FAKE_TOKEN: token-of-the-fake}
          tools: [echo, pictures]
          effects: {"*": reads}
    """
        .formatted(gemini.uri(), command);
  }

  /// Whether the model was not offered the tool yet.
  public static boolean isTooEarly(String answer) {
    return answer.contains(OFFERED_NONE);
  }
}
