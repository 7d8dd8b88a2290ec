package dev.parley.launcher.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.attachment.SomeDocument;
import dev.parley.testkit.attachment.SomeRecording;
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

@DisplayName("In Slack, files")
class FilesScenarioTest extends SlackScenario {
  private static SharedFile picture() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", png);
    return new SharedFile("photo.png", "image/png", png.toByteArray());
  }

  @Test
  @DisplayName("on a mention reach the model, and what cannot be read is told")
  void read() throws Exception {
    SharedFile archive =
        new SharedFile("all.zip", "application/zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    try (BotProcess bot = overHttp()) {
      SaidMessage question =
          ann.shares(channel, mention("What is this?"), "", List.of(picture(), archive));

      ShownMessage answer = answered(question);

      assertThat(answer.text())
          .contains("PNG", "64 × 48 pixels")
          .contains("I could not read all.zip: it is of the type application/zip.");
      assertThat(question.answers()).hasSize(1);
      assertThat(bot.output()).doesNotContain("ERROR").doesNotContain(workspace.botToken());
    }
  }

  @Test
  @DisplayName("that are documents are read: office documents in words, a PDF as it is")
  void documents() throws Exception {
    String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    SharedFile plan = new SharedFile("plan.docx", word, SomeDocument.docx("Lunch is at one"));
    SharedFile pdf = new SharedFile("contract.pdf", "application/pdf", SomeDocument.pdf(3));
    SharedFile broken = new SharedFile("broken.pdf", "application/pdf", "%PDF-1.7".getBytes(UTF_8));
    try (BotProcess bot = overHttp()) {
      ShownMessage said = answered(ann.shares(channel, mention("Look"), "", List.of(plan)));
      ShownMessage seen =
          answered(ann.shares(channel, mention("And this?"), "", List.of(pdf, broken)));

      assertThat(said.text()).contains("plan.docx", "Lunch is at one");
      assertThat(seen.text())
          .contains("application/pdf")
          .contains("I could not read broken.pdf: it is damaged.");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName(
      "that are pictures can be asked about together, and again without a further download")
  void followUp() throws Exception {
    try (BotProcess bot = overHttp()) {
      SaidMessage question =
          ann.shares(
              channel,
              mention("What are these?"),
              "",
              List.of(picture(), new SharedFile("again.png", "image/png", wide())));
      ShownMessage both = answered(question);
      ShownMessage later =
          answered(ann.says(channel, mention("Which colours have the pictures?"), question.ts()));

      assertThat(both.text()).contains("64 × 48 pixels", "80 × 20 pixels");
      assertThat(later.text()).contains("64 × 48 pixels", "80 × 20 pixels");
      assertThat(workspace.files().downloads("photo.png")).isEqualTo(1);
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  private static byte[] wide() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(80, 20, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  @Test
  @DisplayName("that are too large for a request go to the provider, and are asked about there")
  void large() throws Exception {
    SharedFile meeting = new SharedFile("meeting.wav", "audio/wav", SomeRecording.wav(11 << 20));
    try (BotProcess bot = overHttp()) {
      SaidMessage question = ann.shares(channel, mention("Listen"), "", List.of(meeting));
      ShownMessage heard = answered(question);

      assertThat(heard.text()).contains("a large file of type", "audio/wav");
      assertThat(workspace.files().downloads("meeting.wav")).isEqualTo(1);
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("on a thread's first message are known where the bot is called into the thread")
  void onTheRoot() throws Exception {
    try (BotProcess bot = overHttp()) {
      SaidMessage root = ann.shares(channel, "Look at that", "", List.of(picture()));
      root.awaitDelivered(LIMIT);
      SaidMessage call = ann.says(channel, mention("What do you see?"), root.ts());

      answered(call);

      assertThat(workspace.files().downloads("photo.png")).isEqualTo(1);
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }
}
