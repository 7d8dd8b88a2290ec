package dev.parley.launcher.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.attachment.SomeRecording;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
@Timeout(180)
@DisplayName("Somebody who sends files in the web chat")
class FilesBrowserTest {
  @TempDir private Path folder;
  private BotProcess bot;
  private ChatPage page;

  @BeforeEach
  void open() throws Exception {
    Path settings =
        Files.writeString(
            folder.resolve("parley.yaml"),
            """
            attachments: {file-limit: 300kB, large-file-limit: 600kB, most-per-message: 3}
            demo: {words-per-second: 0}
            """);
    bot = BotProcess.start(folder, Map.of("PARLEY_CONFIG", settings.toString())).awaitStart();
    page = ChatPage.open(bot.uri().orElseThrow(), Files.createDirectory(folder.resolve("browser")));
  }

  @AfterEach
  void close() throws Exception {
    page.close();
    bot.close();
  }

  private Path picture(String name, Color colour, int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    Path file = folder.resolve(name);
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  @Test
  @DisplayName("picks two pictures, is answered about both, and asks about them again")
  void picked() throws Exception {
    page.pick(picture("sky.png", Color.BLUE, 320, 200), picture("sun.png", Color.YELLOW, 120, 90));
    page.awaitUploaded(2);
    page.say("What are these?");
    page.awaitAnswers(1);
    page.say("Which colours have the pictures?");
    page.awaitAnswers(2);

    assertThat(page.answers().getFirst())
        .contains("320 × 200 pixels", "blue (100 %)", "120 × 90 pixels", "yellow (100 %)");
    assertThat(page.answers().getLast()).contains("You showed me these files", "320 × 200");
    page.await(() -> page.sentPictures().equals(List.of("sky.png", "sun.png")));
    assertThat(page.speakers()).containsExactly("person", "bot", "person", "bot");
    assertThat(page.uploaded()).isEmpty();
    page.reload();
    page.await(() -> page.sentPictures().equals(List.of("sky.png", "sun.png")));
    assertThat(page.complaints()).isEmpty();
    photographs();
  }

  /// For people to look at, where they name a folder for it.
  private void photographs() throws Exception {
    Optional<Path> wanted =
        Optional.ofNullable(System.getProperty("parley.photographs")).map(Path::of);
    if (wanted.isPresent()) {
      page.pick(
          picture("sky.png", Color.BLUE, 320, 200),
          Files.writeString(
              folder.resolve("a very long name of a file with notes of a meeting.txt"), "Notes"));
      page.type("And these?");
      page.awaitUploaded(2);
      page.send();
      page.awaitAnswers(3);
      page.resize(500, 800);
      page.photograph();
      for (String theme : List.of("light", "dark")) {
        Files.write(wanted.get().resolve(theme + "-narrow.png"), page.photograph());
        page.switchTheme();
      }
      page.resize(1_200, 800);
      for (String theme : List.of("light", "dark")) {
        Files.write(wanted.get().resolve(theme + ".png"), page.photograph());
        page.switchTheme();
      }
    }
  }

  @Test
  @DisplayName("pastes a picture into a message that is begun, which takes no other place")
  void pasted() throws Exception {
    page.type("Look at ");
    page.paste(picture("sky.png", Color.BLUE, 32, 20));
    page.awaitUploaded(1);
    page.type("this");
    page.send();
    page.awaitAnswers(1);

    assertThat(page.questions()).containsExactly("Look at this");
    assertThat(page.answers().getFirst()).contains("32 × 20 pixels");
    page.await(() -> page.sentPictures().size() == 1);
    assertThat(page.sentPictures().getFirst()).startsWith("pasted ").endsWith(".png");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  @DisplayName("sends a recording that is too large for a request, and asks about it again")
  void large() throws Exception {
    page.pick(Files.write(folder.resolve("meeting.wav"), SomeRecording.wav(400_000)));
    page.awaitUploaded(1);
    page.say("What was said?");
    page.awaitAnswers(1);

    assertThat(page.answers().getFirst())
        .contains("a large file of type audio/wav", "uploaded before");
    assertThat(page.sentFiles()).containsExactly("meeting.wav");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  @DisplayName("drops a file anywhere on the page, and sends it without a word")
  void dropped() throws Exception {
    page.drop(Files.writeString(folder.resolve("notes.txt"), "Buy milk."));
    page.awaitUploaded(1);
    page.send();
    page.awaitAnswers(1);

    assertThat(page.sentFiles()).containsExactly("notes.txt");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  @DisplayName("reads why files are refused, and loses no word by it")
  void refused() throws Exception {
    Path small = picture("small.png", Color.RED, 8, 8);
    page.type("My words");

    page.pick(Files.write(folder.resolve("large.bin"), new byte[700_000]));
    page.await(() -> page.hint().equals("large.bin is larger than 600 kB."));
    page.pick(small, small, small, small);
    page.await(() -> page.hint().equals("A message may have at most 3 files."));
    page.awaitUploaded(3);
    page.removeFile();
    page.awaitUploaded(2);

    assertThat(page.written()).isEqualTo("My words");
    page.send();
    page.awaitAnswers(1);
    assertThat(page.questions()).containsExactly("My words");
    page.await(() -> page.sentPictures().size() == 2);
  }

  @Test
  @DisplayName("finds what is uploaded and not sent again after a reload, also on a phone's screen")
  void reloaded() throws Exception {
    page.resize(500, 800);
    page.type("Half a sentence");
    page.pick(picture("sky.png", Color.BLUE, 32, 20));
    page.awaitUploaded(1);

    page.reload();
    page.awaitUploaded(1);

    assertThat(page.written()).isEqualTo("Half a sentence");
    assertThat(page.overflow()).isNotPositive();
    page.send();
    page.awaitAnswers(1);
    assertThat(page.answers().getFirst()).contains("32 × 20 pixels");
    assertThat(page.uploaded()).isEmpty();
  }
}
