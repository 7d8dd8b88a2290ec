package dev.parley.launcher.browser;

import static org.assertj.core.api.Assertions.assertThat;

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

@Tag("browser")
@Timeout(180)
@DisplayName("An admin who manages the knowledge base in a browser")
class AdminBrowserTest {
  @TempDir private Path folder;
  private final AdminStage stage = new AdminStage();
  private AdminPage page;

  @BeforeEach
  void open() throws Exception {
    page = AdminPage.open(stage.uri(), Files.createDirectory(folder.resolve("browser")));
  }

  @AfterEach
  void close() {
    page.close();
    stage.close();
  }

  private void addText(String title, String text) {
    page.click("add-open");
    page.click("way-text");
    page.type("text-title", title);
    page.type("text", text);
    page.click("add-go");
  }

  private void addFirstText(String title, String text) {
    page.click("add-first");
    page.click("way-text");
    page.type("text-title", title);
    page.type("text", text);
    page.click("add-go");
    page.await(() -> page.titles().contains(title));
  }

  @Test
  @DisplayName("is told of a wrong token, signs in with the right one, and signs out")
  void signIn() {
    page.signIn("no-such-token-at-all");
    page.await(() -> page.problem().equals("This is not the admin token."));
    page.signIn(AdminStage.TOKEN);
    page.awaitThere("empty");
    page.click("sign-out");
    page.awaitThere("token");
  }

  @Test
  @DisplayName("adds a text, reads it, changes who may see it, and removes it")
  void text() {
    page.signIn(AdminStage.TOKEN);
    page.awaitThere("empty");
    addFirstText("Travel policy", "Fly in economy.\n\nBook early.");

    page.click("open");
    page.await(() -> page.passages().equals(List.of("Fly in economy.", "Book early.")));
    page.click("audience-some");
    page.type("term-id", "finance");
    page.click("term-add");
    page.click("audience-save");
    page.await(() -> page.text("audience-told").startsWith("Saved"));
    page.click("tab-documents");
    page.await(() -> page.text("rows").contains("Readers of #finance"));
    page.click("remove");
    page.click("confirm-no");
    assertThat(page.titles()).containsExactly("Travel policy");
    page.click("remove");
    page.click("confirm-yes");
    page.awaitThere("empty");

    assertThat(page.complaints()).isEmpty();
  }

  @Test
  @DisplayName("adds a file, sees it being read, and sees it in the list once it is")
  void file() throws Exception {
    stage.ingestion.hold(10);
    page.signIn(AdminStage.TOKEN);
    page.click("add-first");
    page.pick(Files.writeString(folder.resolve("handbook.md"), "Be kind."));
    page.click("add-go");
    page.await(() -> page.text("jobs").contains("Waits"));
    stage.ingestion.beginNext();
    page.await(() -> page.text("jobs").contains("5 of 10 passages"));
    stage.ingestion.release();

    page.await(() -> page.titles().equals(List.of("handbook.md")));
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  @DisplayName("reads why a document could not be read")
  void failure() {
    page.signIn(AdminStage.TOKEN);
    page.click("add-first");
    page.click("way-text");
    page.type("text-title", "Scan");
    page.type("text", "unreadable");
    page.click("add-go");

    page.await(() -> page.text("jobs").contains("There is no text in this document."));
  }

  @Test
  @DisplayName("sees hostile titles and passages as the texts that they are")
  void hostile() {
    String title = "<img src=x onerror=alert(1)>";
    page.signIn(AdminStage.TOKEN);
    addFirstText(title, "<script>alert(2)</script> **[x](javascript:alert(3))**");
    addText("Two", "Second.");
    page.await(() -> page.titles().equals(List.of(title, "Two")));
    page.click("open");

    page.await(() -> page.passages().size() == 1);
    assertThat(page.passages().getFirst()).startsWith("<script>alert(2)</script> **[x](java");
    assertThat(page.text("detail-title")).isEqualTo(title);
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  @DisplayName("tries a search with the eyes of others")
  void search() {
    page.signIn(AdminStage.TOKEN);
    addFirstText("Salaries", "The budget is large.");
    page.click("open");
    page.click("audience-some");
    page.type("term-id", "finance");
    page.click("audience-save");
    page.await(() -> page.text("audience-told").startsWith("Saved"));
    page.click("tab-search");
    page.type("query", "budget");
    page.choose("viewer", "everyone");
    page.click("search-go");
    page.await(() -> page.text("found").startsWith("Nothing is found"));
    page.choose("viewer", "channel");
    page.type("viewer-id", "finance");
    page.click("search-go");

    page.await(() -> page.passages().equals(List.of("The budget is large.")));
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  @DisplayName("has all of it on a narrow screen")
  void narrow() {
    page.signIn(AdminStage.TOKEN);
    addFirstText("A-very-long-word-that-no-line-can-hold".repeat(4), "Text.");
    page.resize(500, 800);

    assertThat(page.overflow()).isZero();
  }
}
