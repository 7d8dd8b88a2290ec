package dev.parley.testkit.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testkit.attachment.SomePicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What a fake MCP server can do, and how it fails.
final class FakeTools {
  private final FakeMcp server;

  FakeTools(FakeMcp server) {
    this.server = server;
  }

  static List<ObjectNode> listed() {
    ObjectNode reading = tool("echo");
    reading.putObject("annotations").put("readOnlyHint", true);
    ObjectNode setting = tool("refuse");
    setting.putObject("annotations").put("idempotentHint", true);
    List<ObjectNode> tools = new ArrayList<>(List.of(reading, setting, tool("with space")));
    for (String name :
        List.of(
            "slow",
            "die",
            "huge",
            "wrong",
            "fail",
            "grow",
            "pictures",
            "environment",
            "told",
            "child",
            "both",
            "secret-link")) {
      tools.add(tool(name));
    }
    return tools;
  }

  static ObjectNode tool(String name) {
    ObjectNode tool = FakeMcp.JSON.createObjectNode().put("name", name);
    tool.put("description", "What " + name + " does.");
    ObjectNode schema = tool.putObject("inputSchema").put("type", "object");
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.putObject("properties").putObject("text").put("type", "string").put("minLength", 0);
    return tool;
  }

  List<ObjectNode> call(JsonNode call) {
    Map<String, JsonNode> arguments = FakeMcp.arguments(call);
    String text = arguments.containsKey("text") ? arguments.get("text").asText() : "";
    return switch (call.at("/params/name").asText()) {
      case "echo", "with space" -> said(call, "You said: " + text);
      case "slow" -> List.of();
      case "die" -> {
        Runtime.getRuntime().halt(3);
        yield List.of();
      }
      case "huge" -> said(call, "x".repeat(Integer.parseInt(text)));
      case "wrong" -> List.of(FakeMcp.result(call, FakeMcp.JSON.createObjectNode().put("a", 1)));
      case "fail" -> {
        ObjectNode answer = said(call, "There is no " + text + "." + "!".repeat(5_000)).getFirst();
        ((ObjectNode) answer.path("result")).put("isError", true);
        yield List.of(answer);
      }
      case "refuse" -> List.of(FakeMcp.error(call, -32602, "No " + text + " here"));
      case "grow" -> {
        server.grow(text);
        yield said(call, "grown");
      }
      case "pictures" -> pictures(call, Integer.parseInt(text));
      case "environment" -> said(call, String.join(" ", new TreeSet<>(System.getenv().keySet())));
      case "told" -> said(call, server.greeting().path("capabilities") + " " + server.cancelled());
      case "child" -> said(call, Long.toString(child()));
      case "both" -> both(call);
      case "secret-link" -> said(call, System.getenv().getOrDefault("FAKE_TOKEN", "none"));
      default -> List.of(FakeMcp.error(call, -32602, "Unknown tool"));
    };
  }

  private static List<ObjectNode> said(JsonNode call, String text) {
    ObjectNode result = FakeMcp.JSON.createObjectNode();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return List.of(FakeMcp.result(call, result));
  }

  private static List<ObjectNode> pictures(JsonNode call, int count) {
    ObjectNode result = FakeMcp.JSON.createObjectNode();
    ArrayNode content = result.putArray("content");
    for (int number = 0; number < count; number++) {
      byte[] bytes = (number % 2 == 0 ? SomePicture.RED : SomePicture.BLUE).bytes();
      String picture = Base64.getEncoder().encodeToString(bytes);
      // what a server says about a file counts for nothing
      content.addObject().put("type", "image").put("data", picture).put("mimeType", "text/html");
    }
    return List.of(FakeMcp.result(call, result));
  }

  private static List<ObjectNode> both(JsonNode call) {
    ObjectNode data = FakeMcp.JSON.createObjectNode().put("degrees", 21);
    ObjectNode result = FakeMcp.JSON.createObjectNode();
    result.putArray("content").addObject().put("type", "text").put("text", data.toPrettyString());
    result.set("structuredContent", data);
    return List.of(FakeMcp.result(call, result));
  }

  private static long child() {
    try {
      return new ProcessBuilder("sleep", "600").start().pid();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
