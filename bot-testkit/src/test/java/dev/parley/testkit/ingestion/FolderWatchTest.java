package dev.parley.testkit.ingestion;

import static dev.parley.testkit.ingestion.IngestScene.PAYER;
import static dev.parley.testkit.ingestion.IngestScene.SETTINGS;
import static dev.parley.testkit.ingestion.IngestScene.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.attachment.DocumentReading;
import dev.parley.attachment.DocumentType;
import dev.parley.ingestion.Duties;
import dev.parley.ingestion.FolderSettings;
import dev.parley.ingestion.FolderShelf;
import dev.parley.ingestion.FolderWatch;
import dev.parley.ingestion.MaterialReader;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.JobState.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder that is watched")
@Timeout(60)
class FolderWatchTest {
  private static final DocumentAudience FEW = DocumentAudience.of(AudienceTerm.channel("C1"));

  private final IngestScene scene = new IngestScene();
  @TempDir private Path outside;

  private Path folder() {
    return outside.resolve("docs");
  }

  private FolderWatch watch(Duties duties, List<String> patterns) {
    return watch(duties, patterns, scene.reader());
  }

  private FolderWatch watch(Duties duties, List<String> patterns, MaterialReader reader) {
    FolderSettings settings =
        new FolderSettings(
            "docs", folder(), Set.of(), FEW, Optional.of("https://docs.example.com"), patterns);
    FolderShelf shelf =
        new FolderShelf(
            scene.store,
            scene.queue,
            reader,
            scene.vectors(scene.store),
            _ -> PAYER,
            SETTINGS,
            scene.clock);
    return new FolderWatch(List.of(settings), () -> Set.of(TENANT), shelf, duties, scene.clock);
  }

  private FolderWatch watch() {
    return watch(Duties.ALONE, List.of());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> titles() {
    return scene.store.documents(TENANT).stream().map(Document::title).sorted().toList();
  }

  @Test
  @DisplayName("gives documents for its people, which are found under its address")
  void added() throws IOException {
    write("guides/a b.md", "# Lunch\n\nAt one.");

    watch().look();

    Document document = scene.store.documents(TENANT).getFirst();
    assertThat(document.title()).isEqualTo("Lunch");
    assertThat(document.audience()).isEqualTo(FEW);
    assertThat(document.addedBy()).isEmpty();
    assertThat(document.origin().address()).contains("https://docs.example.com/guides/a%20b.md");
  }

  @Test
  @DisplayName("is followed: what changes changes, and what is deleted goes")
  void followed() throws IOException {
    FolderWatch watch = watch();
    write("a.md", "# One\n\nx");
    write("b.md", "# Two\n\ny");
    watch.look();

    write("a.md", "# Another one\n\nx");
    Files.delete(folder().resolve("b.md"));
    watch.look();

    assertThat(titles()).containsExactly("Another one");
  }

  @Test
  @DisplayName("is not read again where nothing changed, for a day")
  void unchanged() throws IOException {
    FolderWatch watch = watch();
    write("a.md", "# One\n\nx");
    watch.look();
    Document before = scene.store.documents(TENANT).getFirst();

    scene.clock.step(Duration.ofHours(1));
    watch.look();
    assertThat(scene.store.documents(TENANT)).containsExactly(before);

    scene.clock.step(Duration.ofDays(1));
    watch.look();
    assertThat(scene.store.documents(TENANT))
        .containsExactly(before.checkedAt(scene.clock.instant()));
  }

  @Test
  @DisplayName("that vanishes, or becomes empty, leaves its documents")
  void vanished() throws IOException {
    FolderWatch watch = watch();
    write("a.md", "# One\n\nx");
    watch.look();

    Files.delete(folder().resolve("a.md"));
    watch.look();
    assertThat(titles()).containsExactly("One");

    Files.delete(folder());
    watch.look();
    assertThat(titles()).containsExactly("One");
  }

  @Test
  @DisplayName(
      "is read but for what is hidden, is another program's, is outside, or is no document")
  void leftOut() throws IOException {
    Files.writeString(outside.resolve("secret.md"), "# Secret\n\nx");
    write("a.md", "# One\n\nx");
    write(".git/b.md", "# Git\n\nx");
    write(".hidden.md", "# Hidden\n\nx");
    write("node_modules/c.md", "# Module\n\nx");
    write("picture.png", "x");
    Files.createSymbolicLink(folder().resolve("link.md"), outside.resolve("secret.md"));
    Files.createSymbolicLink(folder().resolve("up"), outside);

    watch().look();

    assertThat(titles()).containsExactly("One");
  }

  @Test
  @DisplayName("is read by its patterns, where it has some")
  void patterns() throws IOException {
    write("a.md", "# One\n\nx");
    write("deep/b.md", "# Two\n\ny");
    write("deep/c.txt", "three");
    write("other/d.txt", "four");

    watch(Duties.ALONE, List.of("*.md", "deep/**")).look();

    assertThat(titles()).containsExactly("One", "Two", "deep/c.txt");
  }

  @Test
  @DisplayName("lists the files that cannot be read, with the reason")
  void failures() throws IOException {
    write("a.md", " ");
    write("b.txt", "x".repeat(2 << 20));

    watch().look();

    assertThat(scene.queue.states(TENANT))
        .extracting(state -> state.job().material().name(), JobState::stage, JobState::told)
        .containsExactlyInAnyOrder(
            tuple("a.md", Stage.FAILED, "I could not read it: there are no words in it."),
            tuple("b.txt", Stage.FAILED, "I could not read it: it is larger than 1 MB."));
  }

  @Test
  @DisplayName("has files at which the bot itself fails: none keeps those after it out")
  void defect() throws IOException {
    write("a.pdf", "%PDF-1.4");
    write("b.md", "# Two\n\ny");
    FolderWatch watch = watch(Duties.ALONE, List.of(), scene.reader(FolderWatchTest::fail));

    for (int look = 0; look < 3; look++) {
      watch.look();
      scene.clock.step(Duration.ofHours(1));
    }

    assertThat(titles()).containsExactly("Two");
    assertThat(scene.queue.states(TENANT))
        .extracting(state -> state.job().material().name(), JobState::stage)
        .contains(tuple("a.pdf", Stage.FAILED));
  }

  private static DocumentReading fail(DocumentType type, byte[] bytes, int mostCharacters) {
    throw new IllegalStateException("a defect of a reader");
  }

  @Test
  @DisplayName("is another instance's as long as that one looks into it")
  void duty() throws IOException {
    write("a.md", "# One\n\nx");

    watch((_, _) -> false, List.of()).look();

    assertThat(titles()).isEmpty();
  }
}
