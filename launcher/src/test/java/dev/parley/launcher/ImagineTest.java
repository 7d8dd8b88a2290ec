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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In the web chat, pictures by request")
class ImagineTest {
  private static final String ROOM = "general";

  @TempDir private Path folder;

  private BotProcess bot(String settings, Map<String, String> more) throws Exception {
    Path file = Files.writeString(folder.resolve("parley.yaml"), settings);
    Map<String, String> environment = new HashMap<>(more);
    environment.put("PARLEY_CONFIG", file.toString());
    return BotProcess.start(folder, environment).awaitStart();
  }

  private static List<JsonNode> answers(Visitor ann, int count) {
    ann.awaitAnswers(ROOM, count);
    return StreamSupport.stream(
            ann.get("/api/rooms/" + ROOM).body().path("posts").spliterator(), false)
        .filter(post -> post.path("bot").asBoolean())
        .toList();
  }

  @Test
  @DisplayName("are made by /imagine and by words, changed, and booked")
  void made() throws Exception {
    try (BotProcess bot = bot("demo: {words-per-second: 0}", Map.of());
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, "/imagine a blue heart");
      answers(ann, 1);
      ann.say(ROOM, "now make it red");
      answers(ann, 2);
      ann.say(ROOM, "Draw a green tree");
      List<JsonNode> answers = answers(ann, 3);

      assertThat(ann.questions(ROOM).getFirst()).isEqualTo("/imagine a blue heart");
      assertThat(answers.getFirst().path("text").asText())
          .contains("blue heart", "Made by gemini-demo-image.");
      assertThat(answers)
          .extracting(answer -> answer.at("/files/0/description").asText())
          .containsExactly("Picture for: a blue heart", "now make it red", "Draw a green tree");
      assertThat(answers)
          .extracting(answer -> answer.at("/files/0/name").asText())
          .containsExactly("picture-1.png", "picture-2.png", "picture-3.png");
      assertThat(answers).extracting(answer -> answer.at("/files/0/url")).doesNotHaveDuplicates();
      assertThat(ann.say(ROOM, "/usage by model").body().path("reply").path("html").asText())
          .contains("gemini-demo-image", "gemini-demo");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }

  private static List<Step> blocked(GeminiRequest request) {
    return request.wantsPictures()
        ? List.of(new Step.Block("PROHIBITED_CONTENT"))
        : List.of(Step.text("Fine."), Step.finish("STOP"));
  }

  @Test
  @DisplayName("are refused in plain words where the provider's filter is against them")
  void refused() throws Exception {
    try (GeminiProtocolServer gemini = GeminiProtocolServer.start(ImagineTest::blocked);
        BotProcess bot =
            bot("", Map.of("GEMINI_API_KEY", "a-key", "GEMINI_BASE_URL", gemini.uri().toString()));
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, "/imagine something forbidden");

      JsonNode answer = answers(ann, 1).getFirst();

      assertThat(answer.path("text").asText()).contains("safety filter", "in other words");
      assertThat(answer.path("tone").asText()).isEqualTo("notice");
      assertThat(answer.path("files")).isEmpty();
    }
  }

  @Test
  @DisplayName("are not offered where no model for them is set")
  void off() throws Exception {
    try (GeminiProtocolServer gemini = GeminiProtocolServer.start(ImagineTest::blocked);
        BotProcess bot =
            bot(
                "gemini: {image-model: \"\"}",
                Map.of("GEMINI_API_KEY", "a-key", "GEMINI_BASE_URL", gemini.uri().toString()));
        Visitor ann = Visitor.of(bot)) {
      assertThat(ann.get("/api/commands").body().path("commands").findValuesAsText("line"))
          .contains("/help")
          .doesNotContain("/imagine");
      assertThat(ann.say(ROOM, "/imagine a fox").body().path("reply").path("html").asText())
          .contains("no such command");
    }
  }
}
