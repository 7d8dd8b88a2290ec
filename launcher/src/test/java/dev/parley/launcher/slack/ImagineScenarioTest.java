package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.SharedFile;
import dev.parley.testkit.slack.ShownMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Slack, pictures by request")
class ImagineScenarioTest extends SlackScenario {
  private static final String FAST = "demo: {words-per-second: 0}\n";

  /// The message under which a picture is wished; what the bot was too busy to take is typed again.
  private ShownMessage wished(String prompt) {
    await().atMost(LIMIT).until(() -> ann.commands(channel, "/imagine", prompt).await(LIMIT));
    await().atMost(LIMIT).until(() -> !workspace.messages(channel).isEmpty());
    return workspace.messages(channel).getFirst();
  }

  /// The messages of a thread without its first one, once they have so many files together.
  private List<ShownMessage> answers(String root, int files) {
    await()
        .atMost(LIMIT)
        .until(() -> alternatives(workspace.thread(channel, root)).size() == files);
    return workspace.thread(channel, root).stream().skip(1).toList();
  }

  private static List<String> alternatives(List<ShownMessage> messages) {
    return messages.stream()
        .flatMap(message -> message.wire().path("files").findValuesAsText("alt_txt").stream())
        .toList();
  }

  private static SharedFile photo() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", png);
    return new SharedFile("photo.png", "image/png", png.toByteArray());
  }

  @Test
  @DisplayName(
      "are made by /imagine under a message for all to see, and changed in words afterwards")
  void imagined() throws Exception {
    try (BotProcess bot = overHttp(FAST)) {
      ShownMessage wish = wished("a blue heart");

      List<ShownMessage> made = answers(wish.ts(), 1);
      ann.says(channel, mention("now make it red"), wish.ts());
      List<ShownMessage> changed = answers(wish.ts(), 2);

      assertThat(wish.text()).contains("Ann", "asks for a picture: a blue heart");
      assertThat(made.getFirst().text())
          .contains("blue heart", "Made by gemini-demo-image.", "demo model");
      assertThat(alternatives(changed))
          .containsExactly("Picture for: a blue heart", "now make it red");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("are made of one that was sent, where somebody says so")
  void edited() throws Exception {
    try (BotProcess bot = overHttp(FAST)) {
      SaidMessage question = ann.shares(channel, mention("Make it green"), "", List.of(photo()));

      List<ShownMessage> answer = answers(question.ts(), 1);

      assertThat(answer.getFirst().text()).contains("green");
      assertThat(alternatives(answer)).containsExactly("Make it green");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("are refused by a limit, which is named, with when it begins anew")
  void refused() throws Exception {
    try (BotProcess bot = overHttp("quotas: {rules: [\"each user: $0.01 per day\"]}\n" + FAST)) {
      String root = wished("a blue heart").ts();
      await().atMost(LIMIT).until(() -> workspace.thread(channel, root).size() == 2);

      assertThat(workspace.thread(channel, root).getLast().text())
          .contains("Your limit is $0.01 per day.", "not enough for this", "It begins anew");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }
}
