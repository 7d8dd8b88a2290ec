package dev.parley.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Reply;
import dev.parley.platform.StatelessChat.Answer;
import dev.parley.platform.StatelessChat.Line;
import dev.parley.platform.StatelessChat.Speaker;
import dev.parley.testkit.platform.RecordingHandler;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The chat API")
@Timeout(value = 60, unit = SECONDS)
final class ChatApiTest {
  private static final String ONE_LINE = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
  private static final String ONE_MESSAGE = "{\"message\":\"Hi\"}";

  private final WebHarness web =
      new WebHarness(
          WebHarness.SETTINGS.withLimits(new WebSettings.Limits(5_000, 500, 100, 1)),
          new RecordingHandler());

  @AfterEach
  void close() {
    web.close();
  }

  @Nested
  @DisplayName("asked for a whole answer")
  class Whole {
    @Test
    @DisplayName("answers the history, and says what it took")
    void answers() {
      WebHarness.Answer answer =
          web.post(
              "/api/chat",
              """
              {"messages":[{"role":"user","content":"Hi"},
                {"role":"assistant","content":"Hello"},{"role":"user","content":"And now?"}]}
              """);

      JsonNode usage = answer.json().path("usage");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("message").asText()).isEqualTo("Hello world");
      assertThat(usage.path("promptTokens").asInt()).isEqualTo(14);
      assertThat(usage.path("completionTokens").asInt()).isEqualTo(9);
      assertThat(usage.path("totalTokens").asInt()).isEqualTo(23);
      assertThat(web.chat.calls.getFirst())
          .containsExactly(
              new Line(Speaker.USER, "Hi"),
              new Line(Speaker.ASSISTANT, "Hello"),
              new Line(Speaker.USER, "And now?"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            ''                                                                  | JSON
            {"messages":                                                        | not valid JSON
            {"messages":[]} trailing                                            | not valid JSON
            []                                                                  | must be a JSON object
            {}                                                                  | "messages" must be a list
            {"messages":[]}                                                     | at least one entry
            {"messages":"Hi"}                                                   | "messages" must be a list
            {"messages":["Hi"]}                                                 | "messages[0]" must be an object
            {"messages":[{"content":"Hi"}]}                                     | "messages[0].role" is missing
            {"messages":[{"role":"system","content":"Hi"}]}                     | must be "user" or "assistant"
            {"messages":[{"role":"user"}]}                                      | "messages[0].content" is missing
            {"messages":[{"role":"user","content":" "}]}                        | "messages[0].content" must not be empty
            {"messages":[{"role":"user","content":5}]}                          | "messages[0].content" is not a text
            {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]} | last message
            """)
    @DisplayName("says precisely what is wrong with a request")
    void badRequests(String body, String sentence) {
      WebHarness.Answer answer = web.post("/api/chat", body);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.error()).contains(sentence);
      assertThat(web.chat.calls).isEmpty();
    }

    @Test
    @DisplayName("says that a message is too long")
    void tooLong() {
      WebHarness.Answer answer = web.post("/api/chat", ONE_LINE.replace("Hi", "x".repeat(501)));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.error()).contains("501 characters", "500");
    }

    @Test
    @DisplayName("tells a failure in the core's words")
    void failureReply() {
      web.chat.does((lines, onText) -> new Answer(Reply.failure("No luck."), ScriptedChat.USAGE));

      WebHarness.Answer answer = web.post("/api/chat", ONE_LINE);

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.error()).isEqualTo("No luck.");
    }

    @Test
    @DisplayName("tells moments in words")
    void moments() {
      String moment = "Not before [2 PM](time:1795615200).";
      web.chat.does((lines, onText) -> new Answer(Reply.answer(moment), ScriptedChat.USAGE));
      assertThat(web.post("/api/chat", ONE_LINE).json().path("message").asText())
          .isEqualTo("Not before 2 PM.");
    }

    @Test
    @DisplayName("tells a surprise without its details")
    void surprise() {
      web.chat.does(
          (lines, onText) -> {
            throw new IllegalStateException("secret detail");
          });

      WebHarness.Answer answer = web.post("/api/chat", ONE_LINE);

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.error()).isNotBlank();
      assertThat(answer.body()).doesNotContain("secret", "Exception");
    }
  }

  @Nested
  @DisplayName("asked for a stream")
  class Streamed {
    @Test
    @DisplayName("sends the text as it comes, and at the end what it took")
    void streams() {
      List<Events.Event> events = stream(ONE_MESSAGE);

      assertThat(events)
          .extracting(it -> it.data().path("text").asText())
          .containsExactly("Hello ", "world", "");
      assertThat(events.getLast().data().path("done").asBoolean()).isTrue();
      assertThat(events.getLast().data().path("usage").path("totalTokens").asInt()).isEqualTo(23);
    }

    @Test
    @DisplayName("sends what came at once at the end too")
    void unstreamedRest() {
      web.chat.does((lines, onText) -> new Answer(Reply.notice("Not now."), ScriptedChat.USAGE));

      List<Events.Event> events = stream(ONE_MESSAGE);

      assertThat(events.getFirst().data().path("text").asText()).isEqualTo("Not now.");
      assertThat(events.getLast().data().path("done").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("sends the whole text with its end where something came in between")
    void otherText() {
      web.chat.does(
          (lines, onText) -> {
            onText.accept("It rains. It is cold.");
            return new Answer(Reply.answer("It rains.\\[1\\] It is cold."), ScriptedChat.USAGE);
          });

      List<Events.Event> events = stream(ONE_MESSAGE);

      assertThat(events).hasSize(2);
      assertThat(events.getLast().data().path("message").asText())
          .isEqualTo("It rains.\\[1\\] It is cold.");
      web.chat.answers("Hello");
      assertThat(stream(ONE_MESSAGE).getLast().data().has("message")).isFalse();
    }

    @Test
    @DisplayName("ends with an error where it fails midway")
    void failsMidway() {
      web.chat.does(
          (lines, onText) -> {
            onText.accept("Hel");
            throw new IllegalStateException("secret detail");
          });

      List<Events.Event> events = stream(ONE_MESSAGE);

      assertThat(events).hasSize(2);
      assertThat(events.getLast().data().path("error").asText())
          .isNotBlank()
          .doesNotContain("secret");
    }

    @Test
    @DisplayName("tells a failure in the core's words")
    void failureReply() {
      web.chat.does((lines, onText) -> new Answer(Reply.failure("No luck."), ScriptedChat.USAGE));

      assertThat(stream(ONE_MESSAGE))
          .singleElement()
          .matches(it -> it.data().path("error").asText().equals("No luck."));
    }

    @Test
    @DisplayName("refuses a request without a message before any stream begins")
    void badRequest() {
      WebHarness.Answer answer = web.post("/api/chat/stream", "{\"message\":\"\"}");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.error()).isEqualTo("\"message\" must not be empty.");
    }

    private List<Events.Event> stream(String body) {
      HttpRequest request =
          HttpRequest.newBuilder(web.uri("/api/chat/stream"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      try (Events events = Events.send(web.http, request)) {
        assertThat(events.response.headers().firstValue("Content-Type").orElse(""))
            .startsWith("text/event-stream");
        return events.rest();
      }
    }
  }
}
