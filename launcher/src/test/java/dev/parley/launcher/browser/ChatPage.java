package dev.parley.launcher.browser;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The page of the web chat, as a person with a browser sees and uses it.
final class ChatPage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BOT = "[data-testid=messages] [data-by=bot]";
  private static final String FINAL = BOT + "[data-state=final] [data-testid=body]";
  private static final String GROWING = BOT + "[data-state=growing] [data-testid=body]";

  private final ChromeDriver browser;

  private ChatPage(ChromeDriver browser) {
    this.browser = browser;
  }

  /// Opens the page in a browser of its own, with nothing kept from before.
  static ChatPage open(URI address, Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium").toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1200,800",
        "--user-data-dir=" + profile);
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.WARNING);
    options.setCapability("goog:loggingPrefs", logging);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver").toFile())
            .usingAnyFreePort()
            .build();
    ChatPage page = new ChatPage(new ChromeDriver(service, options));
    page.browser.get(address.toString());
    page.awaitLive();
    return page;
  }

  private static Path program(String name) {
    return Stream.of(Objects.requireNonNull(System.getenv("PATH")).split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no " + name + " on the PATH"));
  }

  private void awaitLive() {
    await(() -> !all("[data-testid=app][data-connection=live]").isEmpty());
  }

  void say(String text) {
    WebElement composer = browser.findElement(By.id("composer-text"));
    composer.sendKeys(text, Keys.ENTER);
  }

  /// The texts of the bot's finished messages, oldest first.
  List<String> answers() {
    return all(FINAL).stream().map(WebElement::getText).toList();
  }

  /// The text of the message that grows now; empty where none does.
  String growing() {
    return all(GROWING).stream().map(WebElement::getText).findFirst().orElse("");
  }

  /// The texts of what people said, oldest first.
  List<String> questions() {
    return all("[data-testid=messages] [data-by=person] [data-testid=body]").stream()
        .map(WebElement::getText)
        .toList();
  }

  /// The texts of the bot's messages that only this person sees, oldest first.
  List<String> whispers() {
    return all("[data-testid=messages] [data-state=private] [data-testid=body]").stream()
        .map(WebElement::getText)
        .toList();
  }

  /// Whether a picture of the bot's is there, and drawn.
  boolean showsPicture() {
    return all(BOT + " .files img").stream()
        .anyMatch(picture -> !"0".equals(picture.getDomProperty("naturalWidth")));
  }

  /// Presses the last button below a message that has this label.
  void choose(String label) {
    all("[data-testid=choice]").stream()
        .filter(choice -> choice.getText().equals(label))
        .reduce((_, last) -> last)
        .orElseThrow()
        .click();
  }

  void awaitAnswers(int count) {
    await(() -> answers().size() == count);
  }

  void awaitGrowing() {
    await(() -> !growing().isBlank());
  }

  void stop() {
    browser.findElement(By.cssSelector("[data-testid=composer] [data-testid=stop]")).click();
  }

  void reload() {
    browser.navigate().refresh();
    awaitLive();
  }

  /// What the browser complained of: scripts that failed, things that the page was not allowed.
  List<String> complaints() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  void await(BooleanSupplier condition) {
    new WebDriverWait(browser, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .until(_ -> condition.getAsBoolean());
  }

  private List<WebElement> all(String selector) {
    return browser.findElements(By.cssSelector(selector));
  }

  @Override
  public void close() {
    browser.quit();
  }
}
