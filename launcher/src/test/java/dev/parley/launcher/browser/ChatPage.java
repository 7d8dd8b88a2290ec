package dev.parley.launcher.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The page of the web chat, as a person with a browser sees and uses it.
final class ChatPage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BOT = "[data-testid=messages] [data-by=bot]";
  private static final String FINAL = BOT + "[data-state=final] [data-testid=body]";
  private static final String PEOPLE = "[data-testid=messages] [data-by=person][data-state=final]";
  private static final String GROWING = BOT + "[data-state=growing] [data-testid=body]";

  private final ChromeDriver browser;

  private ChatPage(ChromeDriver browser) {
    this.browser = browser;
  }

  /// Opens the page in a browser of its own, with nothing kept from before.
  static ChatPage open(URI address, Path profile) {
    ChatPage page = new ChatPage(Chromium.open(profile));
    page.browser.get(address.toString());
    page.awaitLive();
    return page;
  }

  private void awaitLive() {
    await(() -> !all("[data-testid=app][data-connection=live]").isEmpty());
  }

  void say(String text) {
    WebElement composer = browser.findElement(By.id("composer-text"));
    composer.sendKeys(text, Keys.ENTER);
  }

  /// Begins a message without sending it.
  void type(String text) {
    browser.findElement(By.id("composer-text")).sendKeys(text);
  }

  void send() {
    browser.findElement(By.id("composer-text")).sendKeys(Keys.ENTER);
  }

  /// What is written and not sent.
  String written() {
    return String.valueOf(browser.findElement(By.id("composer-text")).getDomProperty("value"));
  }

  /// Chooses files in the dialog that the button opens.
  void pick(Path... files) {
    String paths = Stream.of(files).map(Path::toString).collect(Collectors.joining("\n"));
    browser
        .findElement(By.cssSelector("[data-testid=composer] [data-testid=file-input]"))
        .sendKeys(paths);
  }

  /// Pastes a picture, as a screenshot is pasted: by an event with a file of that content.
  void paste(Path picture) throws IOException {
    give(
        "document.getElementById('composer-text').dispatchEvent(new ClipboardEvent('paste',"
            + " {clipboardData: data, bubbles: true, cancelable: true}));",
        "image.png",
        picture);
  }

  /// Drags a file from the desktop over the messages and lets it go there.
  void drop(Path file) throws IOException {
    give(
        "for (const name of ['dragover', 'drop'])"
            + " document.getElementById('scroll').dispatchEvent(new DragEvent(name,"
            + " {dataTransfer: data, bubbles: true, cancelable: true}));",
        file.getFileName().toString(),
        file);
  }

  private void give(String dispatched, String name, Path file) throws IOException {
    browser.executeScript(
        "const bytes = Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0));"
            + "const data = new DataTransfer();"
            + "data.items.add(new File([bytes], arguments[1], {type: 'image/png'}));"
            + dispatched,
        Base64.getEncoder().encodeToString(Files.readAllBytes(file)),
        name);
  }

  /// The names of the files that wait to be sent, as far as they are uploaded.
  List<String> uploaded() {
    return all("[data-testid=composer] [data-testid=file][data-stage=ready]").stream()
        .map(file -> String.valueOf(file.getDomAttribute("data-name")))
        .toList();
  }

  void awaitUploaded(int count) {
    await(() -> uploaded().size() == count);
  }

  /// Takes the first file away that waits to be sent, by keyboard.
  void removeFile() {
    browser
        .findElement(By.cssSelector("[data-testid=composer] [data-testid=remove-file]"))
        .sendKeys(Keys.ENTER);
  }

  /// What the composer tells its writer.
  String hint() {
    return all("[data-testid=composer] [data-testid=composer-hint] span").stream()
        .map(WebElement::getText)
        .collect(Collectors.joining());
  }

  /// The names of the pictures that people sent, which are drawn.
  List<String> sentPictures() {
    return all(PEOPLE + " .files img").stream()
        .filter(picture -> !"0".equals(picture.getDomProperty("naturalWidth")))
        .map(picture -> String.valueOf(picture.getDomAttribute("alt")))
        .toList();
  }

  /// The names of other files that people sent.
  List<String> sentFiles() {
    return all(PEOPLE + " [data-testid=saver]").stream()
        .map(saver -> String.valueOf(saver.getDomAttribute("download")))
        .toList();
  }

  /// Who said the messages, `person` or `bot`, in the order in which they stand.
  List<String> speakers() {
    return all("[data-testid=messages] [data-testid=message]").stream()
        .map(message -> String.valueOf(message.getDomAttribute("data-by")))
        .toList();
  }

  void resize(int width, int height) {
    browser.manage().window().setSize(new Dimension(width, height));
  }

  void switchTheme() {
    browser.findElement(By.id("theme")).click();
  }

  /// How much wider than the window the page is.
  long overflow() {
    return (Long)
        Objects.requireNonNull(
            browser.executeScript("return document.documentElement.scrollWidth - innerWidth"));
  }

  /// What the page looks like, as a PNG picture.
  byte[] photograph() {
    return browser.getScreenshotAs(OutputType.BYTES);
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
    return Chromium.complaints(browser);
  }

  void await(BooleanSupplier condition) {
    new WebDriverWait(browser, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .until(_ -> condition.getAsBoolean());
  }

  List<WebElement> all(String selector) {
    return browser.findElements(By.cssSelector(selector));
  }

  @Override
  public void close() {
    browser.quit();
  }
}
