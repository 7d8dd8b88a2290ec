package dev.parley.launcher.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.BotProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
@Timeout(180)
@DisplayName("Somebody who opens the web chat of a bot with nothing set")
class WebChatBrowserTest {
  @TempDir private Path folder;
  private BotProcess bot;
  private ChatPage page;

  @BeforeEach
  void open() throws Exception {
    bot = BotProcess.start(folder, Map.of()).awaitStart();
    page = ChatPage.open(bot.uri().orElseThrow(), Files.createDirectory(folder.resolve("browser")));
  }

  @AfterEach
  void close() throws Exception {
    page.close();
    bot.close();
  }

  @Test
  @DisplayName("has two exchanges, which are there again after a reload")
  void twoTurns() {
    page.say("My favourite colour is green");
    page.awaitAnswers(1);
    page.say("How many messages did we write?");
    page.awaitAnswers(2);
    var before = page.answers();

    page.reload();
    page.awaitAnswers(2);

    assertThat(page.answers()).isEqualTo(before);
    assertThat(page.questions())
        .containsExactly("My favourite colour is green", "How many messages did we write?");
    assertThat(before).allSatisfy(answer -> assertThat(answer).contains("GEMINI_API_KEY"));
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  @DisplayName("sees an answer grow")
  void growth() {
    TreeSet<Integer> lengths = new TreeSet<>();

    page.say("Please give me a long answer");
    page.awaitGrowing();
    page.await(
        () -> {
          lengths.add(page.growing().length());
          return lengths.size() >= 5 || !page.answers().isEmpty();
        });

    assertThat(lengths).as("lengths of the answer while it grew").hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  @DisplayName("stops a long answer, keeps what was said, and goes on talking")
  void stop() {
    page.say("Please give me a long answer");
    page.awaitGrowing();

    page.stop();
    page.awaitAnswers(1);
    page.say("Hello again");
    page.awaitAnswers(2);

    assertThat(page.answers().getFirst()).contains("Stopped.").doesNotContain("24 of 24");
    assertThat(page.answers().getLast()).contains("GEMINI_API_KEY").doesNotContain("Stopped.");
  }
}
