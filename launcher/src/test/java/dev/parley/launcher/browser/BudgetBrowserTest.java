package dev.parley.launcher.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.BotProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
@Timeout(180)
@DisplayName("Somebody in the web chat who may ask one question a day")
class BudgetBrowserTest {
  @TempDir private Path folder;
  private BotProcess bot;
  private ChatPage page;

  @BeforeEach
  void open() throws Exception {
    Path settings =
        Files.writeString(
            folder.resolve("parley.yaml"),
            """
            quotas: {rules: ["each user: 1 request per day"]}
            demo: {words-per-second: 0}
            """);
    bot = BotProcess.start(folder, Map.of("PARLEY_CONFIG", settings.toString())).awaitStart();
    page = ChatPage.open(bot.uri().orElseThrow(), Files.createDirectory(folder.resolve("browser")));
    page.say("Say hello");
    page.awaitAnswers(2);
  }

  @AfterEach
  void close() throws Exception {
    page.close();
    bot.close();
  }

  @Test
  @DisplayName("reads why the next one is refused, and asks for more by a button")
  void refused() {
    page.say("Say hello again");
    page.awaitAnswers(3);
    String refusal = page.answers().getLast();
    page.choose("Request more");
    page.await(() -> page.whispers().size() == 1);

    assertThat(refusal).contains("Your limit is 1 request per day.", "It begins anew");
    assertThat(page.whispers().getFirst()).contains("quota approve");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  @DisplayName("sees by /usage what they spent, with a picture")
  void usage() {
    page.say("/usage");
    page.await(() -> page.whispers().size() == 1);
    page.await(page::showsPicture);

    assertThat(page.whispers().getFirst()).contains("Your usage", "in 1 call", "100%");
    assertThat(page.complaints()).isEmpty();
  }
}
