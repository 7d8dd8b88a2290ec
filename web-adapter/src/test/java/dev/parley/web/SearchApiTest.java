package dev.parley.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Reply;
import dev.parley.platform.StatelessChat.Answer;
import dev.parley.platform.StatelessChat.CitedSource;
import dev.parley.platform.StatelessChat.Searched;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.usage.TokenUsage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The search API")
@Timeout(value = 60, unit = SECONDS)
final class SearchApiTest {
  private static final String PATH = "/api/search";
  private static final String QUERY = "{\"query\":\"How much holiday do I have?\"}";

  private final WebHarness web =
      new WebHarness(
          WebHarness.SETTINGS.withLimits(new WebSettings.Limits(5_000, 500, 100, 1)),
          new RecordingHandler());

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  @DisplayName("answers with what the documents say and where")
  void answers() {
    web.chat.finds(
        _ ->
            new Searched(
                new Answer(Reply.answer("Thirty days[1], by train[2]."), TokenUsage.NONE),
                List.of(
                    new CitedSource(
                        1,
                        "Handbook.pdf",
                        Optional.of("https://example.org/h.pdf#page=3"),
                        Optional.of(3),
                        List.of("Leave", "Holidays"),
                        "Thirty days."),
                    new CitedSource(
                        2, "Notes", Optional.empty(), Optional.empty(), List.of(), "By train."))));

    WebHarness.Answer answer = web.post(PATH, QUERY);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"answer\":\"Thirty days[1], by train[2].\",\"sources\":[{\"number\":1,"
                + "\"title\":\"Handbook.pdf\",\"address\":\"https://example.org/h.pdf#page=3\","
                + "\"page\":3,\"headings\":[\"Leave\",\"Holidays\"],\"text\":\"Thirty days.\"},"
                + "{\"number\":2,\"title\":\"Notes\",\"headings\":[],\"text\":\"By train.\"}]}");
    assertThat(web.chat.queries).containsExactly("How much holiday do I have?");
  }

  @Test
  @DisplayName("has no sources where no document says anything")
  void nothing() {
    WebHarness.Answer answer = web.post(PATH, QUERY);

    assertThat(answer.body()).isEqualTo("{\"answer\":\"Nobody knows.\",\"sources\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''              | JSON
          {"query":       | not valid JSON
          {}              | "query" is missing
          {"query":null}  | "query" is
          {"query":""}    | "query" must not be empty
          {"query":"  "}  | "query" must not be empty
          {"query":5}     | "query" is not a text
          """)
  @DisplayName("says precisely what is wrong with a request")
  void badRequests(String body, String sentence) {
    WebHarness.Answer answer = web.post(PATH, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().fieldNames()).toIterable().containsExactly("error");
    assertThat(answer.error()).contains(sentence);
    assertThat(web.chat.queries).isEmpty();
  }

  @Test
  @DisplayName("refuses a query that is too long, and says when to come back without a budget")
  void refusals() {
    web.chat.finds(
        _ ->
            new Searched(
                new Answer(
                    Reply.notice("All of it is spent."),
                    TokenUsage.NONE,
                    Optional.of(Duration.ofMinutes(2))),
                List.of()));

    WebHarness.Answer tooLong = web.post(PATH, QUERY.replace("How", "x".repeat(501)));
    WebHarness.Answer refused = web.post(PATH, QUERY);

    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.error()).contains("500");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("120");
    assertThat(refused.error()).isEqualTo("All of it is spent.");
  }
}
