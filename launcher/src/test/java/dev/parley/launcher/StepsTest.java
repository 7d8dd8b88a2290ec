package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In the web chat, people see what tools do")
class StepsTest {
  private static final String ROOM = "general";

  @TempDir private Path folder;

  private static JsonNode room(Visitor ann) {
    return ann.get("/api/rooms/" + ROOM).body();
  }

  private static String state(JsonNode steps, int number) {
    return steps.path(number).path("state").asText();
  }

  private static String metrics(BotProcess bot) throws Exception {
    URI uri = bot.uri().orElseThrow().resolve("/metrics");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  @Test
  @DisplayName(
      "side by side while they run, and afterwards; /tools and the metrics tell how they did")
  void shown() throws Exception {
    try (TwoTools gemini = new TwoTools();
        BotProcess bot = BotProcess.start(folder, gemini.environment()).awaitStart();
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, "Draw a fox, and when is it?");
      Visitor.until(() -> state(room(ann).at("/drafts/0/steps"), 0).equals("done"));
      JsonNode running = room(ann).at("/drafts/0/steps");
      gemini.letGo();
      ann.awaitAnswers(ROOM, 1);

      assertThat(running.findValuesAsText("title"))
          .containsExactly("Current time", "Picture: a fox");
      assertThat(state(running, 1)).isEqualTo("running");
      JsonNode answer =
          room(ann)
              .path("posts")
              .valueStream()
              .filter(it -> it.path("bot").asBoolean())
              .findFirst()
              .orElseThrow();
      assertThat(answer.path("text").asText()).isEqualTo("There you are.");
      assertThat(answer.path("steps").findValuesAsText("state")).containsExactly("done", "done");
      assertThat(ann.say(ROOM, "/tools").body().at("/reply/html").asText())
          .contains("<code>current_time</code>", "1 call, half within", "none failed");
      assertThat(metrics(bot))
          .containsPattern(
              "parley_tool_calls_seconds_count\\{.*outcome=\"success\",tool=\"make_picture\".*} 1");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }
}
