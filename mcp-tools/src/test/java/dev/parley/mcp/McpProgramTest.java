package dev.parley.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mcp.wire.ServerPlace;
import dev.parley.message.ReplyFile;
import dev.parley.secret.Secret;
import dev.parley.tool.AbsentTool;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An MCP server that is a program")
@Timeout(120)
class McpProgramTest {
  private static List<String> absent(Situation situation) {
    return situation.source().absent().stream().map(AbsentTool::reason).toList();
  }

  /// Where nobody cleans up, a process that has ended is alive still, but runs no command.
  private static boolean lives(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .isPresent();
  }

  @Test
  @DisplayName("is called, whatever else it prints")
  void called() {
    try (Situation situation = Situation.program()) {
      ToolResult result = situation.run("fake__echo", "hello");

      assertThat(Situation.told(result)).isEqualTo("You said: hello");
      assertThat(((ToolResult.Success) result).output().path("from").asText())
          .contains("fake", "which others run");
      assertThat(situation.tool("fake__echo").spec().parameters().has("$schema")).isFalse();
      assertThat(situation.tool("fake__echo").spec().description()).isEqualTo("What echo does.");
      assertThat(situation.told("fake__with_space_" + hashOf("with space"), "x"))
          .isEqualTo("You said: x");
    }
  }

  private static String hashOf(String tool) {
    String name = ToolName.of("fake", tool);
    return name.substring(name.lastIndexOf('_') + 1);
  }

  @Test
  @DisplayName("sees of the bot's environment only what it is given")
  void environment() {
    Map<String, Secret> given = Map.of("FAKE_TOKEN", Secret.of("token-of-the-fake"));
    try (Situation situation = Situation.of(Situation.settings(Situation.program(given)))) {
      assertThat(situation.told("fake__environment", "").split(" "))
          .contains("FAKE_TOKEN", "PATH")
          .isSubsetOf("FAKE_TOKEN", "PATH", "HOME", "LANG");
      assertThat(situation.told("fake__secret-link", "")).isEqualTo("[secret]");
    }
  }

  @Test
  @DisplayName("is offered no model, no questions and no folders")
  void offers() {
    try (Situation situation = Situation.program()) {
      assertThat(situation.told("fake__told", "")).startsWith("{} ");
    }
  }

  @Test
  @DisplayName("that dies while it is called leaves the outcome open, and is started again")
  void dies() {
    try (Situation situation = Situation.program()) {
      Tool echo = situation.tool("fake__echo");

      String reason = Situation.reason(situation.run("fake__die", ""));

      assertThat(reason)
          .isEqualTo(
              "the MCP server fake ended with status 3; nobody knows whether it has done something");
      await()
          .atMost(Situation.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(situation.run(echo, "again")).isInstanceOf(ToolResult.Success.class));
    }
  }

  @Test
  @DisplayName("that cannot be started, ends at once or never greets is absent, with the reason")
  void absent() {
    McpServerSettings missing =
        Situation.settings(new ServerPlace.Program(List.of("/no/such/program"), Map.of()));
    McpServerSettings mute =
        new McpServerSettings(
            "fake",
            Situation.program(Map.of(), "mute"),
            List.of(new NamePattern("*")),
            List.of(),
            List.of(),
            false,
            List.of(),
            Situation.PATIENCE,
            Duration.ofMillis(1_500));
    try (Situation none = Situation.of(missing);
        Situation ending = Situation.program("ends");
        Situation silent = Situation.of(mute)) {
      assertThat(none.names()).isEmpty();
      await().atMost(Situation.PATIENCE).until(() -> absent(none).toString().contains("cannot be"));
      await().atMost(Situation.PATIENCE).until(() -> absent(ending).toString().contains("status"));
      await().atMost(Situation.PATIENCE).until(() -> absent(silent).toString().contains("within"));
      assertThat(none.source().absent().getFirst().name()).isEqualTo("fake__*");
      assertThat(absent(none).getFirst())
          .startsWith("The server `fake` does not answer: it cannot be started")
          .contains("; tried again at [");
      assertThat(absent(ending).getFirst()).contains("it ended with status 7");
      assertThat(absent(silent).getFirst()).contains("it does not answer within 1 s");
    }
  }

  @Test
  @DisplayName("that takes too long is told so, and can be called again")
  void slow() {
    try (Situation situation =
        Situation.of(
            Situation.settings(
                Situation.program(Map.of()), List.of("*"), List.of(), Duration.ofSeconds(1)))) {
      String reason = Situation.reason(situation.run("fake__slow", ""));

      assertThat(reason).contains("took longer than 1 s", "nobody knows");
      assertThat(situation.told("fake__told", "")).contains("it takes too long");
    }
  }

  @Test
  @DisplayName("is told at once when nobody waits any more")
  void stopped() throws Exception {
    try (Situation situation = Situation.program()) {
      Tool slow = situation.tool("fake__slow");
      CompletableFuture<ToolResult> result = new CompletableFuture<>();
      Thread call = Thread.ofVirtual().start(() -> result.complete(situation.run(slow, "")));
      await().until(() -> call.getState() == Thread.State.TIMED_WAITING);

      call.interrupt();

      assertThat(Situation.reason(result.get(10, TimeUnit.SECONDS))).contains("was stopped");
      await()
          .atMost(Situation.PATIENCE)
          .until(() -> situation.told("fake__told", "").contains("nobody waits"));
    }
  }

  @Test
  @DisplayName("that answers nothing any more is ended with all that it started, and started again")
  void hung() {
    try (Situation situation =
        Situation.impatient(Situation.settings(Situation.program(Map.of(), "deaf", "stays")))) {
      long child = Long.parseLong(situation.told("fake__child", ""));

      await().atMost(Situation.PATIENCE).until(() -> !lives(child));
      assertThat(Long.parseLong(situation.told("fake__child", ""))).isNotEqualTo(child);
    }
  }

  @Test
  @DisplayName("ends with the bot, and all that it started too, also where it would rather stay")
  void ends() {
    long child;
    try (Situation situation = Situation.program("stays")) {
      child = Long.parseLong(situation.told("fake__child", ""));
      assertThat(lives(child)).isTrue();
    }

    await().atMost(Situation.PATIENCE).until(() -> !lives(child));
  }

  @Test
  @DisplayName("that says that its tools changed is asked for them, on all pages")
  void changes() {
    try (Situation situation = Situation.program("pages")) {
      situation.tool("fake__echo");
      assertThat(situation.names()).hasSize(15);

      situation.run("fake__grow", "grown");

      assertThat(situation.told("fake__echo", "x")).isNotEmpty();
      situation.tool("fake__grown");
      assertThat(situation.names()).hasSize(16);
    }
  }

  @Test
  @DisplayName("with pages without end is read as far as is sensible, and the rest is told of")
  void endless() {
    try (Situation situation = Situation.program("endless")) {
      situation.tool("fake__tool-0");

      assertThat(situation.names()).hasSize(50);
    }
  }

  @Test
  @DisplayName("offers what is allowed and not blocked, and lacks what is allowed in vain")
  void chosen() {
    try (Situation situation =
        Situation.of(
            Situation.settings(
                Situation.program(Map.of()),
                List.of("e*", "slow", "nothing"),
                List.of("env*"),
                Situation.PATIENCE))) {
      situation.tool("fake__echo");

      assertThat(situation.names()).containsExactly("fake__echo", "fake__slow");
      assertThat(situation.source().absent())
          .containsExactly(new AbsentTool("fake__nothing", "The server `fake` has no such tool."));
    }
  }

  @Test
  @DisplayName("shows people its pictures, at most four of them, as pictures whatever it says")
  void pictures() {
    try (Situation situation = Situation.program()) {
      ToolResult.Success result = (ToolResult.Success) situation.run("fake__pictures", "6");

      assertThat(result.files()).hasSize(4);
      ReplyFile first = result.files().getFirst();
      assertThat(first.file().mediaType()).isEqualTo("image/png");
      assertThat(first.file().name()).isEqualTo("pictures-1.png");
      assertThat(first.description()).isEqualTo("From the MCP server fake");
      assertThat(result.output().path("left_out").toString()).contains("beyond the 4");
      assertThat(result.output().path("files").valueStream().map(JsonNode::asText).toList())
          .containsExactlyElementsOf(result.files().stream().map(f -> f.file().name()).toList());
      assertThat(situation.files().read(first.file())).isPresent();
    }
  }

  @Test
  @DisplayName("that answers too much, wrongly or with an error does no harm")
  void faults() {
    try (Situation situation = Situation.program()) {
      assertThat(situation.told("fake__huge", "100000")).hasSize(30_000).endsWith("…");
      assertThat(Situation.reason(situation.run("fake__wrong", ""))).contains("does not know");
      assertThat(Situation.reason(situation.run("fake__fail", "cheese")))
          .startsWith("the MCP server fake says: There is no cheese.")
          .hasSizeLessThan(2_100);
      assertThat(Situation.reason(situation.run("fake__refuse", "token-of-the-fake")))
          .isEqualTo("the MCP server fake refuses the call: No [secret] here");
      assertThat(Situation.reason(situation.run("fake__huge", "20000000")))
          .contains("sent more at once than is read");
    }
  }

  @Test
  @DisplayName("that says the same as data and as a text is quoted once")
  void structured() {
    try (Situation situation = Situation.program()) {
      JsonNode output = ((ToolResult.Success) situation.run("fake__both", "")).output();

      assertThat(output.at("/data/degrees").asInt()).isEqualTo(21);
      assertThat(Optional.ofNullable(output.get("text"))).isEmpty();
    }
  }
}
