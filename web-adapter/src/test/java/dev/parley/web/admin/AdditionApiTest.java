package dev.parley.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Origin;
import dev.parley.web.Multipart;
import dev.parley.web.admin.AdminHarness.Answer;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The API by which documents are added")
final class AdditionApiTest {
  private static final String ROOT = "/api/admin/knowledge";
  private static final String TENANT = "?tenant=slack/T0123";

  private final AdminHarness admin = new AdminHarness();

  @AfterEach
  void close() {
    admin.close();
  }

  private Answer text(Map<String, ?> text) {
    return admin.send("POST", ROOT + "/texts" + TENANT, text);
  }

  private Answer link(String address) {
    return admin.send("POST", ROOT + "/links" + TENANT, Map.of("address", address));
  }

  private Answer files(Multipart form) {
    return admin.send(
        admin
            .asAdmin(ROOT + "/files" + TENANT)
            .header("Content-Type", form.type())
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.end().bytes())));
  }

  private IngestJob onlyJob() {
    assertThat(admin.ingestion.taken()).hasSize(1);
    return admin.ingestion.taken().getFirst();
  }

  @Test
  @DisplayName("takes a text, for the people that are named, by the admin page")
  void text() {
    Answer answer =
        text(Map.of("title", "Budget", "text", "# Three", "audience", List.of("c:C01")));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("taken").path(0).path("job").asText()).isEqualTo(onlyJob().id());
    assertThat(onlyJob().material())
        .isEqualTo(
            new Material.Words(
                new Origin(Origin.Kind.TEXT, "admin-page/budget", Optional.empty()),
                "Budget",
                "# Three"));
    assertThat(onlyJob().audience()).contains(DocumentAudience.of(AudienceTerm.channel("C01")));
    assertThat(onlyJob().by().orElseThrow().name()).isEqualTo("Admin page");
    assertThat(onlyJob().payer().tenant()).isEqualTo(AdminHarness.SLACK);
  }

  @Test
  @DisplayName("calls a text without a title by how it begins")
  void untitled() {
    text(Map.of("text", "\n\nOne\u202e thing.\nMore."));
    text(Map.of("text", "a".repeat(200)));

    assertThat(admin.store.documents(AdminHarness.SLACK))
        .extracting(Document::title)
        .containsExactlyInAnyOrder("One  thing.", "a".repeat(40) + "…");
  }

  @Test
  @DisplayName(
      "leaves a document that is replaced with the people that it is for, where none are named")
  void keepsAudience() {
    text(Map.of("title", "Budget", "text", "Three", "audience", List.of("c:C01")));
    text(Map.of("title", "Budget", "text", "Four"));

    assertThat(admin.store.documents(AdminHarness.SLACK))
        .singleElement()
        .satisfies(
            document ->
                assertThat(document.audience())
                    .isEqualTo(DocumentAudience.of(AudienceTerm.channel("C01"))));
  }

  @Test
  @DisplayName("takes no text that is empty or too long, and nobody as its readers")
  void wrongText() {
    assertThat(text(Map.of("text", " ")).status()).isEqualTo(400);
    assertThat(text(Map.of("text", "a".repeat(2_001))).error()).contains("at most 2000");
    assertThat(text(Map.of("text", "Three", "audience", List.of("all"))).error())
        .contains("names nobody");
    assertThat(text(Map.of("text", "a".repeat(100_000))).status()).isEqualTo(413);
    assertThat(admin.ingestion.taken()).isEmpty();
  }

  @Test
  @DisplayName("takes a link")
  void link() {
    Answer answer = link("https://docs.example.org/a?b=c");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(onlyJob().material()).isEqualTo(new Material.Link("https://docs.example.org/a?b=c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs.example.org",
        "ftp://example.org/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https://me:secret@example.org",
        "https://example.org/a b",
      })
  @DisplayName("takes nothing for a link that is no address of a page")
  void wrongLink(String address) {
    Answer answer = link(address);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).startsWith("This is no address of a page").doesNotContain("secret");
    assertThat(admin.ingestion.taken()).isEmpty();
  }

  @Test
  @DisplayName("takes several files at once, whose bytes are kept until they are read")
  void files() {
    Answer answer =
        files(
            new Multipart()
                .text("audience", "c:C01")
                .text("audience", "u:U1")
                .file("file", "C:\\docs\\a.md", "One".getBytes(UTF_8))
                .file("file", "b.txt", "Two".getBytes(UTF_8)));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(admin.ingestion.taken())
        .extracting(job -> job.material().name())
        .containsExactly("a.md", "b.txt");
    assertThat(admin.ingestion.taken())
        .allSatisfy(
            job -> {
              Material.Kept kept = (Material.Kept) job.material();
              assertThat(kept.origin().kind()).isEqualTo(Origin.Kind.FILE);
              assertThat(admin.files.find(AdminHarness.SLACK, kept.sha256())).isPresent();
              assertThat(job.audience().orElseThrow().terms()).hasSize(2);
            });
  }

  @Test
  @DisplayName("says of each file of several whether it is taken, and why not")
  void someFiles() {
    Answer answer =
        files(
            new Multipart()
                .file("file", "a.md", "One".getBytes(UTF_8))
                .file("file", "b.txt", new byte[0]));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("taken").path(0).path("error").isNull()).isTrue();
    assertThat(answer.json().path("taken").path(1).path("error").asText())
        .isEqualTo("b.txt is empty.");
  }

  @Test
  @DisplayName("takes no files that are empty, without a name, or too large together")
  void wrongFiles() {
    Answer empty = files(new Multipart().file("file", "b.txt", new byte[0]));
    Answer nameless = files(new Multipart().text("file", "One"));
    Answer none = files(new Multipart().text("audience", "*"));
    Answer large = files(new Multipart().file("file", "a.txt", new byte[80_000]));

    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.error()).isEqualTo("b.txt is empty.");
    assertThat(nameless.error()).contains("name");
    assertThat(none.error()).contains("\"file\"");
    assertThat(large.status()).isEqualTo(413);
    assertThat(admin.ingestion.taken()).isEmpty();
  }

  @Test
  @DisplayName("tells why nothing is taken where too much waits")
  void full() {
    admin.ingestion.hold(1);
    text(Map.of("title", "One", "text", "One"));

    Answer answer = text(Map.of("title", "Two", "text", "Two"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).startsWith("Too many documents wait");
  }

  @Test
  @DisplayName("tells how far each document is, and why one could not be read")
  void jobs() {
    text(Map.of("title", "Scan", "text", "unreadable"));
    admin.ingestion.hold(9);
    text(Map.of("title", "Handbook", "text", "Long"));
    admin.ingestion.beginNext();

    var jobs = admin.get(ROOT + "/jobs" + TENANT).json().path("jobs");

    assertThat(jobs).hasSize(2);
    assertThat(jobs.findValuesAsText("name")).containsExactlyInAnyOrder("Scan", "Handbook");
    assertThat(jobs.findValuesAsText("stage")).containsExactlyInAnyOrder("failed", "embedding");
    assertThat(jobs.findValuesAsText("told")).contains("There is no text in this document.");
    assertThat(jobs.findValuesAsText("of")).contains("10");
  }
}
