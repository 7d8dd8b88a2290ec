package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testkit.attachment.SomePicture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Somebody who asks the bot's process to forget them")
@Timeout(180)
class ForgetMeTest {
  private static final String ROOM = "lounge";

  @TempDir Path folder;

  @Test
  @DisplayName("finds nothing of theirs in the room any more, nor the answers to it")
  void forgotten() throws Exception {
    try (BotProcess bot = BotProcess.start(folder, Map.of()).awaitStart();
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, "Say hello");
      ann.awaitAnswers(ROOM, 1);

      Visitor.Answer explained = ann.say(ROOM, "/forget-me");
      int before = ann.questions(ROOM).size();
      Visitor.Answer told = ann.say(ROOM, "/forget-me confirm:yes");

      assertThat(explained.status()).isEqualTo(200);
      assertThat(explained.body().toString()).contains("What stays");
      assertThat(before).isEqualTo(1);
      assertThat(told.body().toString()).contains("1 question with its answer", "2 posts");
      assertThat(ann.questions(ROOM)).isEmpty();
      assertThat(ann.answers(ROOM)).isEmpty();
      assertThat(ann.say(ROOM, "/session show").body().toString())
          .contains("Nothing has been said here yet");
    }
  }

  @Test
  @DisplayName("finds none of their files any more, sent or not")
  void files() throws Exception {
    try (BotProcess bot = BotProcess.start(folder, Map.of()).awaitStart();
        Visitor ann = Visitor.of(bot)) {
      JsonNode sent = ann.upload(ROOM, "red.png", SomePicture.RED.bytes()).body();
      JsonNode unsent = ann.upload(ROOM, "blue.png", SomePicture.BLUE.bytes()).body();
      ann.say(ROOM, "What is this?", sent.path("id").asText());
      List<String> answers = ann.awaitAnswers(ROOM, 1);

      Visitor.Answer told = ann.say(ROOM, "/forget-me confirm:yes");

      assertThat(answers.getFirst()).contains("8 × 8 pixels");
      assertThat(told.body().toString()).contains("1 file", "2 uploads", "2 posts");
      assertThat(ann.get(sent.at("/file/url").asText()).status()).isEqualTo(404);
      assertThat(ann.get(unsent.at("/file/url").asText()).status()).isEqualTo(404);
      assertThat(bot.askRedis("KEYS", "*upload*")).isEqualTo("*0");
      assertThat(bot.askRedis("KEYS", "*:file:*")).isEqualTo("*0");
    }
  }
}
