package dev.parley.launcher.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The admin pages, as an admin with a browser sees and uses them.
final class AdminPage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver browser;

  private AdminPage(ChromeDriver browser) {
    this.browser = browser;
  }

  /// Comes to the pages without being signed in.
  static AdminPage open(URI server, Path profile) {
    AdminPage page = new AdminPage(Chromium.open(profile));
    page.browser.get(server.resolve("/admin").toString());
    page.awaitThere("token");
    return page;
  }

  void signIn(String token) {
    one("token").clear();
    one("token").sendKeys(token, Keys.ENTER);
  }

  /// What the page says of a wrong token; empty while it says nothing.
  String problem() {
    return text("problem");
  }

  void awaitThere(String name) {
    await(() -> all(name).stream().anyMatch(WebElement::isDisplayed));
  }

  void click(String name) {
    awaitThere(name);
    one(name).click();
  }

  void type(String name, String text) {
    awaitThere(name);
    one(name).sendKeys(text);
  }

  /// Chooses files in the dialog that the field opens.
  void pick(Path file) {
    one("files").sendKeys(file.toString());
  }

  void choose(String name, String value) {
    new Select(one(name)).selectByValue(value);
  }

  /// The titles of the documents in the list.
  List<String> titles() {
    return all("open").stream().map(WebElement::getText).toList();
  }

  /// The texts of the passages that are shown.
  List<String> passages() {
    return browser.findElements(By.cssSelector("main .passage-text")).stream()
        .filter(WebElement::isDisplayed)
        .map(WebElement::getText)
        .toList();
  }

  String text(String name) {
    return all(name).stream().map(WebElement::getText).findFirst().orElse("");
  }

  void resize(int width, int height) {
    browser.manage().window().setSize(new Dimension(width, height));
  }

  /// How much wider than the window the page is.
  long overflow() {
    return (Long)
        Objects.requireNonNull(
            browser.executeScript(
                "const { scrollWidth, clientWidth } = document.documentElement;"
                    + " return scrollWidth - clientWidth;"));
  }

  /// What the page looks like, as a PNG picture.
  byte[] photograph() {
    return browser.getScreenshotAs(OutputType.BYTES);
  }

  List<String> complaints() {
    return Chromium.complaints(browser);
  }

  void await(BooleanSupplier condition) {
    new WebDriverWait(browser, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .until(_ -> condition.getAsBoolean());
  }

  private WebElement one(String name) {
    return browser.findElement(By.cssSelector("[data-testid=" + name + "]"));
  }

  private List<WebElement> all(String name) {
    return browser.findElements(By.cssSelector("[data-testid=" + name + "]"));
  }

  @Override
  public void close() {
    browser.quit();
  }
}
