package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Over HTTP, where each person may ask two questions a day")
class BudgetTest {
  private static final String ROOM = "general";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private BotProcess bot() throws Exception {
    Path settings =
        Files.writeString(
            folder.resolve("parley.yaml"),
            """
            quotas: {rules: ["each user: 2 requests per day", "bot: $100 per month"]}
            demo: {words-per-second: 0}
            """);
    return BotProcess.start(folder, Map.of("PARLEY_CONFIG", settings.toString())).awaitStart();
  }

  private static HttpResponse<String> sent(HttpRequest.Builder request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static HttpResponse<String> asked(URI bot) throws Exception {
    return sent(
        HttpRequest.newBuilder(bot.resolve("/api/chat"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"messages\":[{\"role\":\"user\",\"content\":\"Say hello\"}]}")));
  }

  private static String refusals(URI bot) throws Exception {
    return sent(HttpRequest.newBuilder(bot.resolve("/metrics")).GET())
        .body()
        .lines()
        .filter(line -> line.startsWith("parley_quota_refusals"))
        .findFirst()
        .orElse("");
  }

  @Test
  @DisplayName("a third question in a room is refused, with a button to ask for more")
  void room() throws Exception {
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, "Say hello 1");
      ann.awaitAnswers(ROOM, 2);
      ann.say(ROOM, "Say hello 2");
      ann.awaitAnswers(ROOM, 4);
      ann.say(ROOM, "Say hello 3");
      ann.awaitAnswers(ROOM, 5);

      JsonNode refusal = ann.get("/api/rooms/" + ROOM).body().path("posts").path(7);

      assertThat(refusal.path("text").asText())
          .contains("Your limit is 2 requests per day.", "All of it is spent.", "It begins anew");
      assertThat(refusal.path("tone").asText()).isEqualTo("notice");
      assertThat(refusal.path("actions").findValuesAsText("label")).containsExactly("Request more");
      assertThat(refusals(bot.uri().orElseThrow())).contains("reason=\"limit\"").endsWith(" 1.0");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }

  @Test
  @DisplayName("whose limit is nearly spent reads it where they spent it, without amounts")
  void nearlySpent() throws Exception {
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, "Say hello 1");
      ann.awaitAnswers(ROOM, 2);
      ann.say(ROOM, "Say hello 2");
      ann.awaitAnswers(ROOM, 4);
      asked(bot.uri().orElseThrow());

      assertThat(ann.answers(ROOM))
          .filteredOn(text -> text.contains("may spend"))
          .satisfiesExactly(
              half ->
                  assertThat(half).startsWith("Ann, 50% of what you may spend per day is spent."),
              all ->
                  assertThat(all).startsWith("Ann, 100% of what you may spend per day is spent."))
          .noneMatch(text -> text.contains("request"));
      assertThat(ann.get("/api/rooms").body().path("rooms").valueStream().map(JsonNode::asText))
          .containsExactly(ROOM);
    }
  }

  @Test
  @DisplayName("limits are shown, set, granted and cleared in a room, by whoever reaches the page")
  void commands() throws Exception {
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      ann.say(ROOM, "Say hello");
      ann.awaitAnswers(ROOM, 2);

      assertThat(told(ann, "/usage")).contains("Your usage", "in 1 call", "1 request left");
      assertThat(told(ann, "/usage workspace"))
          .contains("Usage of all here", "0% of the limit of this bot, $100.00 per month");
      assertThat(told(ann, "/quota set workspace: $9 per day")).contains("From now on");
      assertThat(told(ann, "/quota grant workspace $5 per day for 2h")).contains("Granted");
      assertThat(told(ann, "/quota show"))
          .contains("$14", "2 requests per day", "0% of the limit of this bot");
      assertThat(told(ann, "/quota clear workspace")).contains("Cleared");
      assertThat(told(ann, "/audit")).contains("set the rule", "granted", "cleared the rule");
      ann.say(ROOM, "/quota admins here");
      assertThat(ann.awaitAnswers(ROOM, 3).getLast()).contains("Admins are told here");
      assertThat(told(ann, "/quota request")).contains("The admins were asked");
      String wish = ann.awaitAnswers(ROOM, 4).getLast();
      assertThat(wish).contains("asks for more");
      ann.say(ROOM, wish(ann, 1));
      assertThat(ann.awaitAnswers(ROOM, 5).getLast()).contains("declined it");
      assertThat(told(ann, wish(ann, 0))).contains("was answered already");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }

  /// What a command says to whoever gives it.
  private static String told(Visitor ann, String line) {
    return ann.say(ROOM, line).body().path("reply").path("html").asText();
  }

  /// What the button of that number does below the wish for more.
  private static String wish(Visitor ann, int number) {
    return ann.get("/api/rooms/" + ROOM)
        .body()
        .path("posts")
        .findParents("line")
        .get(number)
        .path("line")
        .asText();
  }

  @Test
  @DisplayName("a third call of a program is refused, and told when to come back")
  void program() throws Exception {
    try (BotProcess bot = bot()) {
      URI uri = bot.uri().orElseThrow();
      HttpResponse<String> first = asked(uri);
      HttpResponse<String> second = asked(uri);
      HttpResponse<String> third = asked(uri);

      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(Long.parseLong(third.headers().firstValue("Retry-After").orElseThrow()))
          .isBetween(1L, 86_400L);
      JsonNode body = JSON.readTree(third.body());
      assertThat(body.fieldNames()).toIterable().containsExactly("error");
      assertThat(body.path("error").asText())
          .contains("2 requests per day", "It begins anew")
          .doesNotContain("](time:");
      assertThat(refusals(uri)).contains("reason=\"limit\"").endsWith(" 1.0");
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }
}
