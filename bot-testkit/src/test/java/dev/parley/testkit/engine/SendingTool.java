package dev.parley.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSpec;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A tool that sends mail, or says so: it keeps what it was run with.
final class SendingTool implements Tool {
  static final String NAME = "send_mail";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ToolEffect effect;
  private final CountDownLatch gate;
  private final List<JsonNode> sent;

  /// @param gate it waits for, once it has sent
  SendingTool(ToolEffect effect, CountDownLatch gate) {
    this(effect, gate, new CopyOnWriteArrayList<>());
  }

  private SendingTool(ToolEffect effect, CountDownLatch gate, List<JsonNode> sent) {
    this.effect = effect;
    this.gate = gate;
    this.sent = sent;
  }

  /// The same with what it has sent so far, waiting for nothing.
  SendingTool withoutGate() {
    return new SendingTool(effect, new CountDownLatch(0), sent);
  }

  SendingTool() {
    this(ToolEffect.CHANGES, new CountDownLatch(0));
  }

  static JsonNode to(String address) {
    return JSON.objectNode().put("to", address);
  }

  /// What was sent, in its order.
  List<JsonNode> sent() {
    return List.copyOf(sent);
  }

  @Override
  public ToolSpec spec() {
    return new ToolSpec(NAME, "Sends mail.", JSON.objectNode().put("type", "object"));
  }

  @Override
  public ToolEffect effect() {
    return effect;
  }

  @Override
  public ToolResult run(JsonNode arguments, ToolContext context) {
    sent.add(arguments);
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new ToolResult.Failure("it was interrupted");
    }
    return new ToolResult.Success(JSON.textNode("sent as number " + sent.size()));
  }
}
