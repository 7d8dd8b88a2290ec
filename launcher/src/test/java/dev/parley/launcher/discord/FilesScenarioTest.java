package dev.parley.launcher.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testkit.attachment.SomeDocument;
import dev.parley.testkit.attachment.SomeRecording;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.SharedFile;
import dev.parley.testkit.discord.ShownMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("In Discord, files")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesScenarioTest extends DiscordScenario {
  private static final Duration LINKS_LAST = Duration.ofSeconds(2);

  private final SaidMessage unheard =
      town.ann.shares(
          town.guild.channel("unheard"), mention("Look"), text("old.txt", "Lunch is at two"));

  FilesScenarioTest() {
    super(DiscordTown.open(DiscordRules.withoutLimits().withLinkLifetime(LINKS_LAST)));
  }

  @BeforeAll
  void start() {
    town.bot("");
  }

  @AfterAll
  void close() throws Exception {
    town.close();
  }

  private static SharedFile picture(String name) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", png);
    return new SharedFile(name, "image/png", png.toByteArray());
  }

  private static SharedFile text(String name, String content) {
    return new SharedFile(name, "text/plain", content.getBytes(UTF_8));
  }

  @Test
  @DisplayName("on a question reach the model, and what cannot be read is told")
  void onQuestion() throws Exception {
    SharedFile archive =
        new SharedFile("all.zip", "application/zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});

    ShownMessage answer =
        answered(
            town.ann.shares(
                town.guild.channel("questions"),
                mention("What is this?"),
                picture("photo.png"),
                archive));

    assertThat(answer.text())
        .contains("PNG", "64 × 48 pixels")
        .contains("I could not read all.zip: it is of the type application/zip.");
  }

  @Test
  @DisplayName("that are pictures can be asked about together, and again")
  void followUp() throws Exception {
    ShownMessage both =
        answered(
            town.ann.shares(
                town.guild.channel("albums"),
                mention("What are these?"),
                picture("one.png"),
                picture("two.png")));
    ShownMessage later =
        answered(
            town.ann.says(
                town.guild.channel("albums"), mention("Which colours have the pictures?")));

    assertThat(both.text()).contains("these files").containsPattern("(?s)64 × 48.*64 × 48");
    assertThat(later.text()).contains("You showed me").contains("64 × 48 pixels");
  }

  @Test
  @DisplayName("that are too large for a request go to the provider, and are asked about there")
  void large() {
    SharedFile meeting = new SharedFile("meeting.wav", "audio/wav", SomeRecording.wav(11 << 20));

    ShownMessage heard =
        answered(town.ann.shares(town.guild.channel("meetings"), mention("Listen"), meeting));

    assertThat(heard.text()).contains("a large file of type `audio/wav`");
  }

  @Test
  @DisplayName("with words in them are read")
  void words() {
    ShownMessage answer =
        answered(
            town.ann.shares(
                town.guild.channel("notes"), mention("Look"), text("a.txt", "Lunch is at one")));

    assertThat(answer.text()).contains("a.txt", "Lunch is at one");
  }

  @Test
  @DisplayName("that are documents are read: office documents in words, a PDF as it is")
  void documents() {
    SharedFile plan =
        new SharedFile(
            "plan.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            SomeDocument.docx("Lunch is at one"));
    SharedFile contract = new SharedFile("contract.pdf", "application/pdf", SomeDocument.pdf(3));

    ShownMessage said =
        answered(town.ann.shares(town.guild.channel("plans"), mention("Look"), plan));
    ShownMessage seen =
        answered(town.ann.shares(town.guild.channel("contracts"), mention("Look"), contract));

    assertThat(said.text()).contains("plan.docx", "Lunch is at one");
    assertThat(seen.text()).contains("application/pdf");
  }

  @Test
  @DisplayName("on the message that a question replies to reach the model")
  void onRepliedTo() throws Exception {
    SaidMessage said =
        town.bob.shares(town.guild.channel("replied"), "Look at that", picture("reply.png"));

    ShownMessage answer = answered(town.ann.replies(said, mention("What do you see?")));

    assertThat(answer.text()).contains("64 × 48 pixels");
    assertThat(town.discord.files().downloads("reply.png")).isEqualTo(1);
  }

  @Test
  @DisplayName("on a message that is forwarded to the bot reach the model")
  void forwarded() throws Exception {
    SaidMessage said =
        town.bob.shares(town.guild.channel("origin"), "Look at that", picture("forward.png"));

    ShownMessage answer = answered(town.ann.forwards(said, town.ann.dm()));

    assertThat(answer.text()).contains("64 × 48 pixels");
    assertThat(town.discord.files().downloads("forward.png")).isEqualTo(1);
  }

  @Test
  @DisplayName("whose address has run out are asked for anew")
  void expired() {
    String url =
        unheard.deliveries().getFirst().payload().path("attachments").path(0).path("url").asText();
    long ends = Long.parseLong(url.replaceFirst(".*[?&]ex=([0-9a-f]+).*", "$1"), 16);
    await().atMost(LIMIT).until(() -> Instant.now().getEpochSecond() > ends);

    unheard.redeliver();
    ShownMessage answer = answered(unheard);

    assertThat(answer.text()).contains("old.txt", "Lunch is at two");
    assertThat(town.discord.files().downloads("old.txt")).isEqualTo(1);
  }
}
