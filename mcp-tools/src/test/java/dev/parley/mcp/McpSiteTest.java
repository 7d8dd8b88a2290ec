package dev.parley.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.mcp.wire.ServerPlace;
import dev.parley.testkit.mcp.FakeMcpSite;
import dev.parley.tool.AbsentTool;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An MCP server at an address")
@Timeout(120)
class McpSiteTest {
  private static Situation at(FakeMcpSite site) {
    return Situation.of(Situation.settings(Situation.site(site.uri())));
  }

  private static String absent(Situation situation) {
    return situation.source().absent().stream().map(AbsentTool::reason).toList().toString();
  }

  @ParameterizedTest(name = "by {0}")
  @ValueSource(strings = {"bodies", "events"})
  @DisplayName("is called with its key, and left when the bot ends")
  void called(String flag) {
    try (FakeMcpSite site = FakeMcpSite.start(flag)) {
      try (Situation situation = at(site)) {
        assertThat(situation.told("fake__echo", "hello")).isEqualTo("You said: hello");
        assertThat(Situation.reason(situation.run("fake__refuse", "cheese")))
            .contains("refuses the call: No cheese here");
        assertThat(situation.told("fake__told", "")).startsWith("{} ");
      }

      assertThat(site.left()).hasSize(1);
    }
  }

  @Test
  @DisplayName("says by itself that its tools changed")
  void changes() {
    try (FakeMcpSite site = FakeMcpSite.start();
        Situation situation = at(site)) {
      situation.run("fake__grow", "grown");

      assertThat(situation.tool("fake__grown").spec().description()).isEqualTo("What grown does.");
    }
  }

  @ParameterizedTest(name = "by {0}")
  @ValueSource(strings = {"bodies", "events"})
  @DisplayName("that has lost the session is greeted again, and the call is made in the new one")
  void forgotten(String flag) {
    try (FakeMcpSite site = FakeMcpSite.start(flag);
        Situation situation = at(site)) {
      Tool echo = situation.tool("fake__echo");

      site.forget();

      assertThat(Situation.told(situation.run(echo, "again"))).isEqualTo("You said: again");
    }
  }

  @Test
  @DisplayName("that goes away is absent, and used again when it is back")
  void away() {
    FakeMcpSite site = FakeMcpSite.start();
    try (Situation situation = at(site)) {
      Tool echo = situation.tool("fake__echo");

      site.close();
      ToolResult meanwhile = situation.run(echo, "x");
      await().atMost(Situation.PATIENCE).until(() -> situation.names().isEmpty());

      assertThat(meanwhile).isInstanceOf(ToolResult.Failure.class);
      await()
          .atMost(Situation.PATIENCE)
          .until(() -> absent(situation).contains("cannot be reached"));
      try (FakeMcpSite back = FakeMcpSite.start(site.port())) {
        assertThat(situation.told("fake__echo", "back")).isEqualTo("You said: back");
        assertThat(Situation.told(situation.run(echo, "still"))).isEqualTo("You said: still");
      }
    }
  }

  @Test
  @DisplayName("that dies while it is called leaves the outcome open")
  void dies() throws Exception {
    FakeMcpSite site = FakeMcpSite.start();
    try (Situation situation = at(site)) {
      Tool slow = situation.tool("fake__slow");
      CompletableFuture<ToolResult> result = new CompletableFuture<>();
      Thread call = Thread.ofVirtual().start(() -> result.complete(situation.run(slow, "")));
      await().until(() -> call.getState() == Thread.State.TIMED_WAITING);

      site.close();

      assertThat(Situation.reason(result.get(40, TimeUnit.SECONDS))).contains("nobody knows");
    }
  }

  @Test
  @DisplayName("is told what nobody waits for any more")
  void calledOff() {
    try (FakeMcpSite site = FakeMcpSite.start();
        Situation situation =
            Situation.of(
                Situation.settings(
                    Situation.site(site.uri()), List.of("*"), List.of(), Duration.ofSeconds(1)))) {
      assertThat(Situation.reason(situation.run("fake__slow", ""))).contains("longer than 1 s");
      await().atMost(Situation.PATIENCE).until(() -> site.cancelled().size() == 1);
    }
  }

  @Test
  @DisplayName("that does not let the bot in says so, and not with what it was asked")
  void locked() {
    try (FakeMcpSite site = FakeMcpSite.start();
        Situation situation =
            Situation.of(Situation.settings(new ServerPlace.Address(site.uri(), Map.of())))) {
      await().atMost(Situation.PATIENCE).until(() -> absent(situation).contains("let the bot in"));
      assertThat(absent(situation)).doesNotContain("of=the-test");
    }
  }

  @Test
  @DisplayName("that answers more than is read does no harm")
  void huge() {
    try (FakeMcpSite site = FakeMcpSite.start();
        Situation situation = at(site)) {
      assertThat(Situation.reason(situation.run("fake__huge", "20000000")))
          .contains("sent more at once than is read");
      assertThat(situation.told("fake__echo", "still")).isEqualTo("You said: still");
    }
  }
}
