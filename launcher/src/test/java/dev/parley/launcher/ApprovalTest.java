package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In the web chat, a tool that asks first")
class ApprovalTest {
  private static final String ROOM = "general";
  private static final String QUESTION = "What time is it in Europe/Berlin?";

  @TempDir private Path folder;

  private BotProcess bot(String more) throws Exception {
    String settings =
        """
        tools:
          rules: [{tools: [current_time], %s}]
        demo: {words-per-second: 0}
        """;
    Path file = Files.writeString(folder.resolve("parley.yaml"), settings.formatted(more));
    return BotProcess.start(folder, Map.of("PARLEY_CONFIG", file.toString())).awaitStart();
  }

  private static JsonNode post(Visitor ann, int number) {
    ann.awaitAnswers(ROOM, number + 1);
    List<JsonNode> answers =
        ann.get("/api/rooms/" + ROOM)
            .body()
            .path("posts")
            .valueStream()
            .filter(post -> post.path("bot").asBoolean())
            .toList();
    return answers.get(number);
  }

  private static String line(JsonNode asked, String label) {
    return asked
        .path("actions")
        .valueStream()
        .filter(action -> action.path("label").asText().equals(label))
        .map(action -> action.path("line").asText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("runs once it is approved, also after a restart, and says what came of it")
  void approved() throws Exception {
    String line;
    try (BotProcess bot = bot("approval: always");
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, QUESTION);
      JsonNode asked = post(ann, 0);
      line = line(asked, "Approve");

      assertThat(asked.path("html").asText()).contains("<code", "Europe/Berlin");
    }
    try (BotProcess bot = bot("approval: always");
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, line);
      List<String> answers = ann.awaitAnswers(ROOM, 3);

      assertThat(answers.get(1)).isEqualTo("Ann approved it: `current_time` runs.");
      assertThat(answers.get(2)).contains("Ann approved the call of", "It ran.", "Europe/Berlin");
      assertThat(ann.questions(ROOM)).containsExactly(QUESTION, line);
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }

  @Test
  @DisplayName("is not offered where a rule forbids it")
  void forbidden() throws Exception {
    try (BotProcess bot = bot("allow: no");
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, QUESTION);

      JsonNode answer = post(ann, 0);

      assertThat(answer.path("actions")).isEmpty();
      assertThat(answer.path("text").asText()).doesNotContain("current_time");
    }
  }
}
