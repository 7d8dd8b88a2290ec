package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In the web chat, the tools that come with the bot")
class RecallTest {
  private static final String ROOM = "general";

  @TempDir private Path folder;

  private BotProcess bot(String settings, Map<String, String> more) throws Exception {
    Path file = Files.writeString(folder.resolve("parley.yaml"), settings);
    Map<String, String> environment = new HashMap<>(more);
    environment.put("PARLEY_CONFIG", file.toString());
    return BotProcess.start(folder, environment).awaitStart();
  }

  private static JsonNode answer(Visitor ann, int number) {
    ann.awaitAnswers(ROOM, number);
    return ann.get("/api/rooms/" + ROOM)
        .body()
        .path("posts")
        .valueStream()
        .filter(post -> post.path("bot").asBoolean())
        .toList()
        .get(number - 1);
  }

  @Test
  @DisplayName("tell what was decided, calculate, and draw charts that are seen with the answer")
  void used() throws Exception {
    try (BotProcess bot = bot("demo: {words-per-second: 0}", Map.of());
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, "We take the blue one");
      answer(ann, 1);
      ann.say(ROOM, "What did we decide today?");
      JsonNode decided = answer(ann, 2);
      ann.say(ROOM, "What is 12*7+5?");
      JsonNode sum = answer(ann, 3);
      ann.say(ROOM, "chart of 3, 5, 8");
      JsonNode chart = answer(ann, 4);

      assertThat(decided.path("text").asText()).contains("Ann: We take the blue one");
      assertThat(sum.path("text").asText()).contains("89");
      assertThat(chart.at("/files/0/description").asText()).isEqualTo("Bar chart: 1 3, 2 5, 3 8.");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }

  @Test
  @DisplayName("are offered to the model, but for those that are turned off")
  void off() throws Exception {
    List<String> offered = new CopyOnWriteArrayList<>();
    try (GeminiProtocolServer gemini =
            GeminiProtocolServer.start(
                request -> {
                  offered.addAll(names(request));
                  return List.of(Step.text("Fine."), Step.finish("STOP"));
                });
        BotProcess bot =
            bot(
                "tools: {off: [calculate, \"*_chart\"]}",
                Map.of("GEMINI_API_KEY", "a-key", "GEMINI_BASE_URL", gemini.uri().toString()));
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, "Hello");
      answer(ann, 1);

      assertThat(offered)
          .contains("current_time", "read_recent_messages", "search_conversation")
          .doesNotContain("calculate", "make_chart");
    }
  }

  private static List<String> names(GeminiRequest request) {
    return request.functions().stream().map(function -> function.path("name").asText()).toList();
  }
}
