package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.demo.protocol.GeminiProtocolServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In the web chat, tools of an MCP server")
class McpToolsTest {
  private static final String ROOM = "general";

  @TempDir private Path folder;

  private BotProcess bot(String settings) throws Exception {
    Path file = Files.writeString(folder.resolve("parley.yaml"), settings);
    return BotProcess.start(folder, Map.of("PARLEY_CONFIG", file.toString())).awaitStart();
  }

  /// The answer to a question that is asked again while the server still starts: nothing waits for
  /// it.
  private static String answered(Visitor ann, String question) {
    for (int asked = 1; ; asked++) {
      ann.say(ROOM, asked + ". " + question);
      String answer = ann.awaitAnswers(ROOM, asked).getLast();
      if (!ScriptedCaller.isTooEarly(answer)) {
        return answer;
      }
    }
  }

  @Test
  @DisplayName("are called, and what they say is in the answer")
  void said() throws Exception {
    try (GeminiProtocolServer gemini = ScriptedCaller.calling("fake__echo");
        BotProcess bot = bot(ScriptedCaller.settings(gemini));
        Visitor ann = Visitor.of(bot)) {
      String answer = answered(ann, "Say hello");

      assertThat(answer).contains("You said: hello", "which others run");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }

  @Test
  @DisplayName("show their pictures below the answer")
  void shown() throws Exception {
    try (GeminiProtocolServer gemini = ScriptedCaller.calling("fake__pictures");
        BotProcess bot = bot(ScriptedCaller.settings(gemini));
        Visitor ann = Visitor.of(bot)) {
      answered(ann, "How many? 2");

      List<JsonNode> files =
          ann.get("/api/rooms/" + ROOM)
              .body()
              .path("posts")
              .findValues("files")
              .getLast()
              .valueStream()
              .toList();
      assertThat(files)
          .extracting(file -> file.path("name").asText())
          .containsExactly("pictures-1.png", "pictures-2.png");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }

  @Test
  @DisplayName("cost nothing where no server is set")
  void none() throws Exception {
    Path classes = folder.resolve("classes.txt");
    Map<String, String> logging =
        Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes + "::filecount=0");
    try (BotProcess bot = BotProcess.start(folder, logging).awaitStart()) {
      assertThat(Files.readString(classes))
          .contains("dev.parley.launcher.Main")
          .doesNotContain("io.modelcontextprotocol", "dev.parley.mcp.McpToolSource");
    }
  }
}
