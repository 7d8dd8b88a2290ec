package dev.parley.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.web.admin.AdminHarness.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The API of the documents that are there")
final class DocumentApiTest {
  private static final String ROOT = "/api/admin/knowledge";
  private static final String TENANT = "tenant=slack/T0123";

  private final AdminHarness admin = new AdminHarness();

  @AfterEach
  void close() {
    admin.close();
  }

  private String add(String title, String text, String... audience) {
    return admin
        .send(
            "POST",
            ROOT + "/texts?" + TENANT,
            Map.of("title", title, "text", text, "audience", audience))
        .json()
        .path("taken")
        .path(0)
        .path("document")
        .asText();
  }

  private Answer list(String query) {
    return admin.get(ROOT + "/documents?" + TENANT + query);
  }

  private List<String> titles(String query) {
    return values(list(query).json().path("documents"), "title");
  }

  private static List<String> values(JsonNode list, String name) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(entry -> entry.path(name).asText())
        .toList();
  }

  @Test
  @DisplayName("names the tenants and what may be added")
  void overview() {
    JsonNode overview = admin.get(ROOT).json();

    assertThat(values(overview.path("tenants"), "id")).containsExactly("slack/T0123", "web/local");
    assertThat(overview.path("limits").path("bytes").asLong()).isEqualTo(10_000);
    assertThat(overview.path("limits").path("characters").asInt()).isEqualTo(2_000);
  }

  @Test
  @DisplayName("tells of each document who added it, who may see it, its size and its use")
  void fields() {
    String id = add("Budget", "Three.\n\nFour.", "c:C01", "u:U1");
    admin.store.used(
        AdminHarness.SLACK,
        List.of(admin.store.documents(AdminHarness.SLACK).getFirst().id()),
        admin.clock.instant());

    JsonNode document = list("").json().path("documents").path(0);

    assertThat(document.path("id").asText()).isEqualTo(id);
    assertThat(document.path("kind").asText()).isEqualTo("text");
    assertThat(document.path("addedBy").asText()).isEqualTo("Admin page");
    assertThat(document.path("passages").asInt()).isEqualTo(2);
    assertThat(document.path("uses").asInt()).isEqualTo(1);
    assertThat(document.path("lastUsed").asText()).isEqualTo("2026-11-25T10:00:00Z");
    assertThat(document.path("stale").asBoolean()).isFalse();
    assertThat(values(document.path("audience"), "term")).containsExactly("c:C01", "u:U1");
    assertThat(values(document.path("audience"), "name")).containsExactly("#finance", "U1");
  }

  @Test
  @DisplayName("filters by words, kind, audience and state")
  void filters() {
    add("Travel policy", "Fly.", "*");
    add("Salaries", "Much.", "c:C01");
    admin.clock.step(Duration.ofDays(181));
    admin.send(
        "POST", ROOT + "/links?" + TENANT, Map.of("address", "https://docs.example.org/travel"));

    assertThat(titles("")).hasSize(3);
    assertThat(titles("&q=TRAVEL")).hasSize(2);
    assertThat(titles("&q=travel+policy")).containsExactly("Travel policy");
    assertThat(titles("&kind=text")).containsExactly("Salaries", "Travel policy");
    assertThat(titles("&kind=link&audience=everyone")).hasSize(1);
    assertThat(titles("&audience=some")).containsExactly("Salaries");
    assertThat(titles("&state=stale")).containsExactly("Salaries", "Travel policy");
    assertThat(titles("&state=unused")).hasSize(3);
    assertThat(titles("&sort=added")).first().asString().startsWith("https://");
  }

  @Test
  @DisplayName("gives a long list in pages, and the last one for what is behind it")
  void pages() {
    for (int number = 10; number < 25; number++) {
      add("Note " + number, "Text " + number, "*");
    }

    JsonNode second = list("&page=2&size=10").json();
    JsonNode beyond = list("&page=9&size=10").json();

    assertThat(values(second.path("documents"), "title")).hasSize(5).contains("Note 20");
    assertThat(second.path("all").asInt()).isEqualTo(15);
    assertThat(second.path("pages").asInt()).isEqualTo(2);
    assertThat(beyond.path("page").asInt()).isEqualTo(2);
    assertThat(beyond.path("documents")).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"&page=0", "&page=x", "&size=201", "&kind=book", "&state=new", "&sort=size"})
  @DisplayName("tells in a sentence which parameter is wrong")
  void wrongParameters(String query) {
    Answer answer = list(query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).startsWith("The parameter \"").endsWith(".");
  }

  @Test
  @DisplayName("knows no tenant but those that there are, and no document of another one")
  void tenants() {
    String id = add("Budget", "Three.", "*");

    assertThat(admin.get(ROOT + "/documents").status()).isEqualTo(400);
    assertThat(admin.get(ROOT + "/documents?tenant=slack/T9").status()).isEqualTo(404);
    assertThat(admin.get(ROOT + "/documents/" + id + "?tenant=web/local").status()).isEqualTo(404);
    assertThat(admin.get(ROOT + "/documents/" + id + "?" + TENANT).status()).isEqualTo(200);
    assertThat(admin.get(ROOT + "/documents/nonsense?" + TENANT).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("shows what a document says, in pages")
  void passages() {
    String id = add("Song", "One.\n\nTwo.\n\nThree.", "*");

    JsonNode answer =
        admin.get(ROOT + "/documents/" + id + "/passages?size=2&page=2&" + TENANT).json();

    assertThat(values(answer.path("passages"), "text")).containsExactly("Three.");
    assertThat(answer.path("all").asInt()).isEqualTo(3);
  }

  @Test
  @DisplayName("changes who may see a document")
  void audience() {
    String id = add("Budget", "Three.", "*");

    Answer some = change(id, List.of("c:C01", "g:G1"));
    Answer all = change(id, List.of("u:U1", "*"));

    assertThat(values(some.json().path("audience"), "term")).containsExactly("c:C01", "g:G1");
    assertThat(values(all.json().path("audience"), "term")).containsExactly("*");
  }

  private Answer change(String id, List<String> audience) {
    return admin.send(
        "PUT", ROOT + "/documents/" + id + "/audience?" + TENANT, Map.of("audience", audience));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "everyone", "x:1", "c:", "c:a\u0000b"})
  @DisplayName("takes no audience that names nobody, and leaves the one that was")
  void wrongAudience(String term) {
    String id = add("Budget", "Three.", "c:C01");

    Answer wrong = change(id, List.of(term));
    Answer none = change(id, List.of());

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.error()).contains("names nobody").endsWith(".");
    assertThat(none.status()).isEqualTo(400);
    assertThat(list("").json().path("documents").path(0).path("audience").path(0).path("term"))
        .hasToString("\"c:C01\"");
  }

  @Test
  @DisplayName("removes a document, once")
  void remove() {
    String id = add("Budget", "Three.", "*");
    String path = ROOT + "/documents/" + id + "?" + TENANT;

    assertThat(admin.send("DELETE", path, Map.of()).status()).isEqualTo(204);
    assertThat(admin.send("DELETE", path, Map.of()).status()).isEqualTo(404);
    assertThat(titles("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "two\nlines\u0000",
        "turned \u202e around",
        "\"}]}, {\"id\": \"x",
        "</script><script>alert(1)</script>",
      })
  @DisplayName("gives a hostile title back on one line, as JSON and never as a page")
  void hostile(String title) {
    add(title, "<script>alert(1)</script>", "*");

    Answer answer = list("");

    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(titles(""))
        .containsExactly(title.replaceAll("[\n\u202e]", " ").replace("\u0000", "").strip());
  }
}
