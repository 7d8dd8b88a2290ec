package dev.parley.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.argument.CheckedArguments;
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
  private static final Place PLACE =
      new Place(new TenantId(new PlatformName("web"), "local"), "x", Optional.empty(), true);
  private static final ToolUser USER =
      new ToolUser(PLACE.conversation(SessionScope.CHANNEL, ANN.id()), PLACE, ANN, Set.of());
  private static final ToolContext CONTEXT =
      new ToolContext(
          USER,
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
    ToolSet set = set(List.of(meeting), Duration.ofSeconds(20));

    List<ToolResult> results = run(set, call("1", "meet"), call("2", "meet"));

    assertThat(results)
        .containsExactly(
            new ToolResult.Success(JSON.textNode("1")), new ToolResult.Success(JSON.textNode("2")));
  }

  @Test
  @DisplayName("tells the model of a tool that is slow or broken")
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
    ToolSet set = set(List.of(slow, broken), Duration.ofMillis(100));

    List<ToolResult> results = run(set, call("1", "slow"), call("2", "broken"));

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

  @Test
  @DisplayName("offers the tools of all sources, the earlier one's where two have one name")
  void offersAll() {
    Tool first = tool("both", ToolResult.Success::new);
    Tool second = tool("both", ToolResult.Success::new);
    Tool other = tool("another", ToolResult.Success::new);
    ToolSource lacking =
        new ToolSource() {
          @Override
          public List<Tool> tools() {
            return List.of(second, other);
          }

          @Override
          public List<AbsentTool> absent() {
            return List.of(new AbsentTool("third", "It has no key."));
          }
        };
    Toolbox toolbox =
        new Toolbox(List.of(ToolSource.of(List.of(first)), lacking), Duration.ofSeconds(1));

    ToolSet set = toolbox.open(USER);

    assertThat(set.specs()).extracting(ToolSpec::name).containsExactly("another", "both");
    assertThat(set.find("both")).containsSame(first);
    assertThat(toolbox.absent()).containsExactly(new AbsentTool("third", "It has no key."));
  }

  @Test
  @DisplayName("says what is wrong with arguments that do not fit a tool, and mends what can be")
  void checksArguments() {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema.putObject("properties").putObject("days").put("type", "integer");
    ToolSet set =
        set(List.of(tool("count", schema, ToolResult.Success::new)), Duration.ofSeconds(9));

    CheckedArguments three =
        set.check(new ToolCall("1", "count", JSON.objectNode().put("days", "3")));
    CheckedArguments many =
        set.check(new ToolCall("2", "count", JSON.objectNode().put("days", "many")));

    assertThat(three).isEqualTo(new CheckedArguments.Fitting(JSON.objectNode().put("days", 3L)));
    assertThat(many)
        .isEqualTo(new CheckedArguments.Unfitting("days is \"many\" but must be an integer"));
  }

  @Test
  @DisplayName("offers no tool whose schema is none, and says so")
  void brokenSchema() {
    Tool broken = tool("odd", JSON.objectNode().put("type", "objekt"), ToolResult.Success::new);
    Toolbox toolbox = new Toolbox(List.of(ToolSource.of(List.of(broken))), Duration.ofSeconds(1));

    assertThat(toolbox.open(USER).specs()).isEmpty();
    assertThat(toolbox.absent())
        .singleElement()
        .matches(absent -> absent.name().equals("odd"))
        .matches(absent -> absent.reason().startsWith("The JSON Schema of its arguments is none:"));
  }

  @Test
  @DisplayName("offers no tool that a rule keeps from its user, and says why")
  void keepsFrom() {
    Toolbox toolbox = ruled("hidden", Optional.of(false), Optional.empty());

    ToolSet set = toolbox.open(USER);

    assertThat(set.specs()).extracting(ToolSpec::name).containsExactly("shown");
    assertThat(set.find("hidden")).isEmpty();
    assertThat(set.access("hidden").orElseThrow().reason())
        .isEqualTo("rule 1 of tools.rules does not allow it here");
    assertThat(toolbox.all())
        .extracting(tool -> tool.spec().name() + " " + toolbox.access(tool, USER).kind())
        .containsExactly("hidden REFUSED", "shown ALLOWED");
  }

  @Test
  @DisplayName("offers no tool that asks first where nobody can be asked")
  void nobodyThere() {
    Toolbox toolbox = ruled("asking", Optional.empty(), Optional.of(ToolRule.Approval.ALWAYS));

    ToolSet set = toolbox.open(USER);
    ToolSet narrower = set.withoutApproval();

    assertThat(set.specs()).extracting(ToolSpec::name).containsExactly("asking", "shown");
    assertThat(narrower.specs()).extracting(ToolSpec::name).containsExactly("shown");
    assertThat(narrower.access("asking").orElseThrow().reason()).contains("nobody can give it");
  }

  private static Toolbox ruled(
      String tool, Optional<Boolean> allow, Optional<ToolRule.Approval> approval) {
    ToolRule rule =
        new ToolRule(List.of(new NamePattern(tool)), ToolAudience.ALL, allow, approval, Set.of());
    List<Tool> tools =
        List.of(tool(tool, ToolResult.Success::new), tool("shown", ToolResult.Success::new));
    return new Toolbox(
        List.of(ToolSource.of(tools)),
        ToolLimits.DEFAULTS,
        new ToolPolicy(List.of(rule)),
        ToolListener.NONE);
  }

  private static ToolSet set(List<Tool> tools, Duration timeLimit) {
    return new Toolbox(List.of(ToolSource.of(tools)), timeLimit).open(USER);
  }

  private static List<ToolResult> run(ToolSet set, ToolCall... calls) throws InterruptedException {
    ToolResult[] results = new ToolResult[calls.length];
    try (RunningTools running = set.running(CONTEXT, calls.length, set.limits().timeLimitInAll())) {
      for (int number = 0; number < calls.length; number++) {
        running.start(number, set.find(calls[number].name()).orElseThrow(), calls[number]);
      }
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
    return tool(name, JSON.objectNode(), action);
  }

  private static Tool tool(String name, ObjectNode schema, Function<JsonNode, ToolResult> action) {
    return new Tool() {
      @Override
      public ToolSpec spec() {
        return new ToolSpec(name, "a tool", schema);
      }

      @Override
      public ToolEffect effect() {
        return ToolEffect.READS;
      }

      @Override
      public ToolResult run(JsonNode arguments, ToolContext context) {
        return action.apply(arguments);
      }
    };
  }
}
