package dev.parley.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.admin.AdminHarness.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A search that an admin tries")
final class TrialApiTest {
  private static final String ROOT = "/api/admin/knowledge";
  private static final String TENANT = "?tenant=slack/T0123";

  private final AdminHarness admin = new AdminHarness();

  @BeforeEach
  void fill() {
    add("For all", "*");
    add("For finance", "c:C01");
    add("For Ann", "u:U1");
    add("For a group", "g:G7");
  }

  @AfterEach
  void close() {
    admin.close();
  }

  private void add(String title, String term) {
    admin.send(
        "POST",
        ROOT + "/texts" + TENANT,
        Map.of("title", title, "text", "The budget " + title, "audience", List.of(term)));
  }

  private Answer search(String query, String viewer, String id) {
    Map<String, String> body = new HashMap<>(Map.of("query", query));
    body.put("viewer", viewer);
    body.put("id", id);
    return admin.send("POST", ROOT + "/search" + TENANT, body);
  }

  @ParameterizedTest(name = "as {0} {1}: {2}")
  @CsvSource({
    "'', '', For Ann|For a group|For all|For finance",
    "admin, '', For Ann|For a group|For all|For finance",
    "everyone, '', For all",
    "channel, C01, For all|For finance",
    "channel, C02, For all",
    "person, U1, For Ann|For all",
    "person, U7, For a group|For all",
  })
  @DisplayName("finds what those may see with whose eyes it is tried")
  void viewers(String viewer, String id, String titles) {
    Answer answer = search("budget", viewer, id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("passages").findValuesAsText("title"))
        .containsExactlyInAnyOrder(titles.split("\\|", -1));
  }

  @Test
  @DisplayName("gives each passage with its score, its mark and its document")
  void passages() {
    var found = search("budget", "everyone", "").json().path("passages").path(0);

    assertThat(found.path("mark").asText()).matches("K[0-9A-F]{5}");
    assertThat(found.path("score").asDouble()).isEqualTo(1);
    assertThat(found.path("relevant").asBoolean()).isTrue();
    assertThat(found.path("document").asText()).hasSize(10);
    assertThat(found.path("passage").path("text").asText()).isEqualTo("The budget For all");
  }

  @Test
  @DisplayName("tells what is wrong with it")
  void wrong() {
    assertThat(search(" ", "everyone", "").error()).contains("\"query\" must not be empty");
    assertThat(search("budget", "nobody", "").error()).contains("\"viewer\" must be one of");
    assertThat(search("budget", "channel", "").status()).isEqualTo(400);
    assertThat(search("budget", "person", "a\nb").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("tells that there are no documents at all")
  void empty() {
    Answer answer =
        admin.send("POST", ROOT + "/search?tenant=web/local", Map.of("query", "budget"));

    assertThat(answer.json().path("empty").asBoolean()).isTrue();
  }
}
