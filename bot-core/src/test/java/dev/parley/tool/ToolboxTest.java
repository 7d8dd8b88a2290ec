package dev.parley.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The toolbox")
@Timeout(30)
class ToolboxTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Author ANN = new Author(new UserId("ann"), "Ann");
  private static final ToolContext CONTEXT =
      new ToolContext(
          new Place(new TenantId(new PlatformName("web"), "local"), "x", Optional.empty(), true)
              .conversation(SessionScope.CHANNEL, ANN.id()),
          ANN,
          new Booking(
              new Payer(
                  new TenantId(new PlatformName("web"), "local"),
                  "x",
                  ANN.id(),
                  ANN.name(),
                  Set.of()),
              Purpose.ANSWER,
              Optional.empty()),
          ToolFiles.NONE);

  @Test
  @DisplayName("runs the calls of a round side by side and answers in their order")
  void runsSideBySide() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Tool meeting =
        tool(
            "meet",
            arguments -> {
              both.countDown();
              await(both);
              return new ToolResult.Success(arguments);
            });
    Toolbox toolbox = new Toolbox(List.of(meeting), Duration.ofSeconds(20));

    List<ToolResult> results = run(toolbox, call("1", "meet"), call("2", "meet"));

    assertThat(results)
        .containsExactly(
            new ToolResult.Success(JSON.textNode("1")), new ToolResult.Success(JSON.textNode("2")));
  }

  @Test
  @DisplayName("tells the model of a tool that is unknown, slow or broken")
  void tellsWhatWentWrong() throws Exception {
    Tool slow =
        tool(
            "slow",
            arguments -> {
              await(new CountDownLatch(1));
              return new ToolResult.Success(arguments);
            });
    Tool broken =
        tool(
            "broken",
            arguments -> {
              throw new IllegalStateException("secret detail");
            });
    Toolbox toolbox = new Toolbox(List.of(slow, broken), Duration.ofMillis(100));

    List<ToolResult> results =
        run(toolbox, call("1", "none"), call("2", "slow"), call("3", "broken"));

    assertThat(results).allMatch(ToolResult.Failure.class::isInstance).doesNotHaveDuplicates();
    assertThat(results.toString()).doesNotContain("secret detail");
  }

  @Test
  @DisplayName("knows the time in each time zone, and says what a time zone looks like")
  void knowsTheTime() {
    Clock clock = Clock.fixed(Instant.parse("2026-03-29T00:59:00Z"), ZoneOffset.UTC);
    CurrentTimeTool tool = new CurrentTimeTool(clock);

    ToolResult berlin = tool.run(JSON.objectNode().put("time_zone", "Europe/Berlin"), CONTEXT);
    ToolResult nowhere = tool.run(JSON.objectNode().put("time_zone", "Mars/Base"), CONTEXT);

    assertThat(berlin.toString()).contains("2026-03-29T01:59:00+01:00", "Sunday");
    assertThat(nowhere.toString()).contains("Mars/Base", "Europe/Berlin");
  }

  private static List<ToolResult> run(Toolbox toolbox, ToolCall... calls)
      throws InterruptedException {
    ToolResult[] results = new ToolResult[calls.length];
    try (RunningTools running = toolbox.start(List.of(calls), CONTEXT)) {
      while (running.hasNext()) {
        RunningTools.Done done = running.next();
        results[done.call()] = done.result();
      }
    }
    return List.of(results);
  }

  private static ToolCall call(String id, String name) {
    return new ToolCall(id, name, JSON.textNode(id));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Tool tool(String name, Function<JsonNode, ToolResult> action) {
    return new Tool() {
      @Override
      public ToolSpec spec() {
        return new ToolSpec(name, "a tool", JSON.objectNode());
      }

      @Override
      public ToolResult run(JsonNode arguments, ToolContext context) {
        return action.apply(arguments);
      }
    };
  }
}
