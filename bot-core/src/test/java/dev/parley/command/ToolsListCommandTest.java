package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.tool.AbsentTool;
import dev.parley.tool.LatencyHistogram;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolCalled;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolFigures;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSource;
import dev.parley.tool.ToolSpec;
import dev.parley.tool.ToolStatistics;
import dev.parley.tool.Toolbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("/tools list")
class ToolsListCommandTest {
  private final List<Tool> tools = new ArrayList<>();
  private final List<AbsentTool> absent = new ArrayList<>();
  private final List<ToolFigures> figures = new ArrayList<>();

  private record Listed(ToolSpec spec, ToolEffect effect) implements Tool {
    @Override
    public ToolResult run(JsonNode arguments, ToolContext context) {
      throw new IllegalStateException("it is only listed");
    }
  }

  private static Tool tool(String name, String description, ToolEffect effect) {
    return new Listed(
        new ToolSpec(name, description, JsonNodeFactory.instance.objectNode()), effect);
  }

  private String said(String line) {
    return reply(line).markdown();
  }

  private Reply reply(String line) {
    ToolSource source =
        new ToolSource() {
          @Override
          public List<Tool> tools() {
            return tools;
          }

          @Override
          public List<AbsentTool> absent() {
            return absent;
          }
        };
    ToolStatistics statistics =
        new ToolStatistics() {
          @Override
          public List<ToolFigures> lately(TenantId tenant) {
            return figures;
          }

          @Override
          public void called(TenantId tenant, ToolCalled call) {}
        };
    Toolbox toolbox = new Toolbox(List.of(source), Duration.ofSeconds(1));
    return new Commands(List.of(new ToolsListCommand(toolbox, statistics))).runLine(line, asked());
  }

  private static CommandInvocation asked() {
    return new CommandInvocation(
        List.of(),
        Map.of(),
        new Place(new TenantId(new PlatformName("web"), "local"), "1", Optional.empty(), false),
        new Author(new UserId("3"), "Ann"),
        false);
  }

  @Test
  @DisplayName("says what each tool does in one sentence, on which terms, and what is off and why")
  void lists() {
    tools.add(tool("get_weather", "Tells the weather. Needs a place.", ToolEffect.READS));
    tools.add(tool("add_note", "Adds a\n *note*.", ToolEffect.CHANGES));
    absent.add(new AbsentTool("github__*", "its server does not answer"));

    assertThat(said("/tools list").lines().skip(2))
        .containsExactly(
            "- `add_note`: Adds a \\*note\\*. *asks first*",
            "- `get_weather`: Tells the weather.",
            "",
            "**Off**",
            "",
            "- `github__*`: its server does not answer");
  }

  @Test
  @DisplayName("is what /tools alone is taken for")
  void alone() {
    tools.add(tool("get_weather", "Tells the weather.", ToolEffect.READS));

    assertThat(said("/tools")).isEqualTo(said("/tools list")).contains("get_weather");
    assertThat(said("/tools lost")).isEqualTo("Which one? There is `/tools list`.");
  }

  @Test
  @DisplayName("tells how calls of a tool went, where there were any")
  void figures() {
    tools.add(tool("get_weather", "Tells the weather.", ToolEffect.READS));
    tools.add(tool("current_time", "Tells the time.", ToolEffect.READS));
    LatencyHistogram latencies = LatencyHistogram.EMPTY;
    for (int call = 0; call < 20; call++) {
      latencies = latencies.plus(Duration.ofMillis(call < 18 ? 150 : 3_000));
    }
    figures.add(new ToolFigures("get_weather", 20, 1, Duration.ofSeconds(9), latencies));

    assertThat(said("/tools list"))
        .contains("- `current_time`: Tells the time.\n")
        .contains("(20 calls, half within 156 ms, 95 % within 2.4 s, 5 % failed)");
  }

  @Test
  @DisplayName("names a few tools of each server, and all where it is asked for them, part by part")
  void manyTools() {
    tools.add(tool("get_weather", "Tells the weather.", ToolEffect.READS));
    IntStream.range(100, 200)
        .forEach(
            n -> tools.add(tool("hub__t" + n, "Does " + n + ". ".repeat(90), ToolEffect.READS)));

    assertThat(said("/tools list"))
        .contains("**hub** (100)", "`hub__t104`", "… and 95 more: `/tools list hub`")
        .doesNotContain("hub__t105")
        .hasSizeLessThan(2_000);
    assertThat(said("/tools list hub"))
        .contains("`hub__t119`", "Part 1 of 5; next: `/tools list hub 2`")
        .doesNotContain("hub__t120", "get_weather");
    assertThat(said("/tools list hub 5")).contains("`hub__t199`").doesNotContain("next:");
    assertThat(said("/tools list hub 9")).isEqualTo(said("/tools list hub 5"));
    assertThat(said("/tools list 1")).contains("get_weather").doesNotContain("hub");
  }

  @Test
  @DisplayName("says which servers there are where it does not know one")
  void unknownServer() {
    tools.add(tool("hub__a", "Does a.", ToolEffect.READS));

    assertThat(reply("/tools list hut").tone()).isEqualTo(Reply.Tone.NOTICE);
    assertThat(said("/tools list hut")).isEqualTo("There are no tools of “hut”. There is `hub`.");
  }

  @Test
  @DisplayName("says so where there are none")
  void none() {
    assertThat(said("/tools list")).isEqualTo("There are no tools here.");
  }
}
