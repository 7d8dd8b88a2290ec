package dev.parley.testkit.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The protocol of a fake MCP server, whatever its messages go over. A call that is not answered is
/// a tool that takes for ever.
final class FakeMcp {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final Consumer<ObjectNode> notifications;
  private final Set<String> flags;
  private final FakeTools tools;
  private final Map<String, String> extra = new ConcurrentHashMap<>();
  private final List<String> cancelled = new CopyOnWriteArrayList<>();
  private volatile JsonNode greeting = JSON.missingNode();

  /// @param flags `mute`: it never answers the greeting; `pages`: two tools on a page; `endless`:
  ///     the pages have no end; `deaf`: it answers no ping
  /// @param notifications what it says unasked
  FakeMcp(Set<String> flags, Consumer<ObjectNode> notifications) {
    this.flags = flags;
    this.notifications = notifications;
    this.tools = new FakeTools(this);
  }

  /// The answer to a message; none where there is nothing to say, now or ever.
  List<ObjectNode> answers(JsonNode message) {
    String method = message.path("method").asText();
    return switch (method) {
      case "initialize" -> flags.contains("mute") ? List.of() : List.of(greeted(message));
      case "ping" ->
          flags.contains("deaf") ? List.of() : List.of(result(message, JSON.createObjectNode()));
      case "tools/list" -> List.of(result(message, page(message.at("/params/cursor").asText(""))));
      case "tools/call" -> tools.call(message);
      case "notifications/cancelled" -> {
        cancelled.add(message.at("/params/reason").asText());
        yield List.of();
      }
      default -> message.has("id") && message.has("method") ? List.of(unknown(message)) : List.of();
    };
  }

  private ObjectNode greeted(JsonNode message) {
    greeting = message.path("params");
    ObjectNode result = JSON.createObjectNode();
    result.put("protocolVersion", greeting.path("protocolVersion").asText());
    result.putObject("capabilities").putObject("tools").put("listChanged", true);
    result.putObject("serverInfo").put("name", "fake").put("version", "1");
    return result(message, result);
  }

  private ObjectNode page(String cursor) {
    List<ObjectNode> all = new ArrayList<>(FakeTools.listed());
    extra.keySet().stream().sorted().forEach(name -> all.add(FakeTools.tool(name)));
    ObjectNode result = JSON.createObjectNode();
    ArrayNode page = result.putArray("tools");
    if (flags.contains("endless")) {
      int number = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
      page.add(FakeTools.tool("tool-" + number));
      return result.put("nextCursor", Integer.toString(number + 1));
    }
    int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    int to = flags.contains("pages") ? Math.min(from + 2, all.size()) : all.size();
    all.subList(from, to).forEach(page::add);
    return to < all.size() ? result.put("nextCursor", Integer.toString(to)) : result;
  }

  /// Offers one more tool, and says so.
  void grow(String name) {
    extra.put(name, name);
    notifications.accept(
        JSON.createObjectNode()
            .put("jsonrpc", "2.0")
            .put("method", "notifications/tools/list_changed"));
  }

  List<String> cancelled() {
    return cancelled;
  }

  /// What the client said of itself.
  JsonNode greeting() {
    return greeting;
  }

  static ObjectNode result(JsonNode request, JsonNode result) {
    ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", request.path("id"));
    answer.set("result", result);
    return answer;
  }

  static ObjectNode error(JsonNode request, int code, String message) {
    ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", request.path("id"));
    answer.putObject("error").put("code", code).put("message", message);
    return answer;
  }

  private static ObjectNode unknown(JsonNode request) {
    return error(request, -32601, "Method not found");
  }

  static Map<String, JsonNode> arguments(JsonNode call) {
    Map<String, JsonNode> arguments = new LinkedHashMap<>();
    call.at("/params/arguments").properties().forEach(e -> arguments.put(e.getKey(), e.getValue()));
    return arguments;
  }
}
