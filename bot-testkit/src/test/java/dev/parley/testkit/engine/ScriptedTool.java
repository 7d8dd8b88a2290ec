package dev.parley.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSpec;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// A tool that does what a test tells it to, and counts its runs.
final class ScriptedTool implements Tool {
  private static final long LOOK_AROUND_SECONDS = 1;

  private final String name;
  private final ToolEffect effect;
  private final Supplier<ToolResult> action;
  private final AtomicInteger runs = new AtomicInteger();

  ScriptedTool(String name, ToolEffect effect, Supplier<ToolResult> action) {
    this.name = name;
    this.effect = effect;
    this.action = action;
  }

  /// A tool that says this.
  static ScriptedTool saying(String name, ToolEffect effect, String words) {
    return new ScriptedTool(
        name, effect, () -> new ToolResult.Success(JsonNodeFactory.instance.textNode(words)));
  }

  /// A tool that goes on until the gate opens, whatever becomes of its thread.
  static ScriptedTool hanging(String name, ToolEffect effect, CountDownLatch gate) {
    return new ScriptedTool(
        name,
        effect,
        () -> {
          while (gate.getCount() > 0) {
            awaitShortly(gate);
          }
          return new ToolResult.Success(JsonNodeFactory.instance.textNode("at last"));
        });
  }

  private static void awaitShortly(CountDownLatch gate) {
    try {
      gate.await(LOOK_AROUND_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException ignored) {
      // as a tool does that is badly written
      Thread.interrupted();
    }
  }

  int runs() {
    return runs.get();
  }

  @Override
  public ToolSpec spec() {
    return new ToolSpec(name, "a tool", JsonNodeFactory.instance.objectNode());
  }

  @Override
  public ToolEffect effect() {
    return effect;
  }

  @Override
  public ToolResult run(JsonNode arguments, ToolContext context) {
    runs.incrementAndGet();
    return action.get();
  }
}
