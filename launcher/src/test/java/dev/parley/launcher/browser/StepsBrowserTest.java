package dev.parley.launcher.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.BotProcess;
import dev.parley.launcher.TwoTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

@Tag("browser")
@Timeout(180)
@DisplayName("Somebody in the web chat whose question needs tools")
class StepsBrowserTest {
  @TempDir private Path folder;
  private final TwoTools gemini = new TwoTools();
  private BotProcess bot;
  private ChatPage page;

  @BeforeEach
  void open() throws Exception {
    bot = BotProcess.start(folder, gemini.environment()).awaitStart();
    page = ChatPage.open(bot.uri().orElseThrow(), Files.createDirectory(folder.resolve("browser")));
  }

  @AfterEach
  void close() throws Exception {
    page.close();
    bot.close();
    gemini.close();
  }

  private List<String> states() {
    return page.all("[data-testid=step]").stream()
        .map(step -> String.valueOf(step.getDomAttribute("data-state")))
        .toList();
  }

  private List<String> words() {
    return page.all("[data-testid=step] .what").stream().map(WebElement::getText).toList();
  }

  @Test
  @DisplayName("sees them run, also after a reload, and folds up what they did afterwards")
  void seen() {
    page.say("Draw a fox, and when is it?");
    page.await(() -> states().equals(List.of("done", "running")));
    List<String> running = words();
    WebElement box = page.all("[data-testid=steps]").getLast();
    String role = box.getDomAttribute("role") + " " + box.getDomAttribute("aria-live");
    boolean alsoStatus =
        page.all("[data-testid=status]").stream().anyMatch(WebElement::isDisplayed);
    page.reload();
    page.await(() -> states().equals(List.of("done", "running")));
    gemini.letGo();
    page.awaitAnswers(1);

    assertThat(running).containsExactly("Current time", "Picture: a fox");
    assertThat(role).isEqualTo("status polite");
    assertThat(alsoStatus).isFalse();
    WebElement summary = page.all("[data-testid=steps-summary]").getFirst();
    assertThat(summary.getText()).isEqualTo("Used 2 tools");
    assertThat(page.all("[data-testid=step]")).noneMatch(WebElement::isDisplayed);
    summary.click();
    page.await(() -> page.all("[data-testid=step]").stream().allMatch(WebElement::isDisplayed));
    assertThat(states()).containsExactly("done", "done");
    assertThat(page.answers()).containsExactly("There you are.");
    assertThat(page.complaints()).isEmpty();
  }
}
