package dev.parley.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.mcp.wire.ServerPlace;
import dev.parley.secret.Secret;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The server that shows everything of MCP")
@Tag("mcp")
@Timeout(180)
class EverythingTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static List<String> command(String way) {
    String folder =
        Optional.ofNullable(System.getenv("MCP_EVERYTHING"))
            .orElseThrow(() -> new AssertionError("MCP_EVERYTHING names no folder"));
    Path program =
        Path.of(folder, "node_modules/@modelcontextprotocol/server-everything/dist/index.js");
    return List.of("node", program.toString(), way);
  }

  private static Tool called(Situation situation, String name) {
    return situation.tool("fake__" + name);
  }

  private static ToolResult run(Situation situation, String name, String arguments)
      throws IOException {
    return situation.run(called(situation, name), JSON.readTree(arguments.replace('\'', '"')));
  }

  private static void tried(Situation situation) throws Exception {
    assertThat(Situation.told(run(situation, "echo", "{'message':'hello'}")))
        .isEqualTo("Echo: hello");
    assertThat(Situation.told(run(situation, "get-sum", "{'a':40,'b':2}"))).contains("42");
    assertThat(((ToolResult.Success) run(situation, "get-tiny-image", "{}")).files())
        .singleElement()
        .satisfies(file -> assertThat(file.file().mediaType()).isEqualTo("image/png"));
    assertThat(
            ((ToolResult.Success)
                    run(situation, "get-structured-content", "{'location':'New York'}"))
                .output()
                .path("data")
                .has("temperature"))
        .isTrue();
    assertThat(Situation.reason(run(situation, "get-sum", "{'a':'x'}")))
        .startsWith("the MCP server fake says: ");
    assertThat(situation.names()).hasSizeGreaterThan(9);
  }

  private static void stopped(Situation situation) throws Exception {
    CompletableFuture<ToolResult> result = new CompletableFuture<>();
    Tool lengthy = called(situation, "trigger-long-running-operation");
    Thread call =
        Thread.ofVirtual()
            .start(
                () ->
                    result.complete(
                        situation.run(
                            lengthy,
                            JSON.createObjectNode().put("duration", 600).put("steps", 600))));
    await().until(() -> call.getState() == Thread.State.TIMED_WAITING);

    call.interrupt();

    assertThat(Situation.reason(result.join())).contains("was stopped");
    assertThat(Situation.told(run(situation, "echo", "{'message':'on'}"))).isEqualTo("Echo: on");
  }

  @Test
  @DisplayName("is called as a program")
  void program() throws Exception {
    try (Situation situation =
        Situation.of(Situation.settings(new ServerPlace.Program(command("stdio"), Map.of())))) {
      tried(situation);
      stopped(situation);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Process start(int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command("streamableHttp"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PORT", Integer.toString(port));
    return builder.start();
  }

  @Test
  @DisplayName("is called at an address, also when it was started anew meanwhile")
  void address() throws Exception {
    int port = freePort();
    URI uri = URI.create("http://127.0.0.1:" + port + "/mcp");
    Process server = start(port);
    try (Situation situation =
        Situation.of(
            Situation.settings(
                new ServerPlace.Address(uri, Map.of("X-Key", Secret.of("not needed")))))) {
      tried(situation);
      stopped(situation);
      server.destroyForcibly().waitFor();
      server = start(port);
      tried(situation);
    } finally {
      server.destroyForcibly();
    }
  }
}
