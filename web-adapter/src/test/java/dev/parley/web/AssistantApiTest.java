package dev.parley.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.message.Reply;
import dev.parley.platform.StatelessChat.Answer;
import dev.parley.platform.StatelessChat.Assisted;
import dev.parley.platform.StatelessChat.Called;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.usage.TokenUsage;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The assistant API")
@Timeout(value = 60, unit = SECONDS)
final class AssistantApiTest {
  private static final String PATH = "/api/assistant";
  private static final String MESSAGE = "{\"message\":\"What is the weather in Berlin?\"}";

  private final WebHarness web =
      new WebHarness(
          WebHarness.SETTINGS.withLimits(new WebSettings.Limits(5_000, 500, 100, 1)),
          new RecordingHandler());

  @AfterEach
  void close() {
    web.close();
  }

  private void takes(TokenUsage usage, Called... calls) {
    web.chat.helps(_ -> new Assisted(new Answer(Reply.answer("It rains."), usage), List.of(calls)));
  }

  @Test
  @DisplayName(
      "answers with the text, the calls that were made and what they took, by Gemini's names")
  void answers() {
    takes(
        new TokenUsage(21, 5, 7, 0, 0),
        new Called("get_weather", JsonNodeFactory.instance.objectNode().put("location", "Berlin")));

    WebHarness.Answer answer = web.post(PATH, MESSAGE);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"text\":\"It rains.\",\"functionCalls\":[{\"name\":\"get_weather\",\"args\":"
                + "{\"location\":\"Berlin\"}}],\"usage\":{\"promptTokenCount\":21,"
                + "\"candidatesTokenCount\":7,\"totalTokenCount\":28}}");
    assertThat(web.chat.messages).containsExactly("What is the weather in Berlin?");
  }

  @Test
  @DisplayName(
      "tells thoughts and what Gemini's own tools read where there are any, as in the total")
  void others() {
    takes(new TokenUsage(21, 5, 7, 2, 3));

    WebHarness.Answer answer = web.post(PATH, MESSAGE);

    assertThat(answer.json().path("functionCalls").isArray()).isTrue();
    assertThat(answer.json().path("usage").toString())
        .isEqualTo(
            "{\"promptTokenCount\":21,\"candidatesTokenCount\":7,\"totalTokenCount\":33,"
                + "\"thoughtsTokenCount\":2,\"toolUsePromptTokenCount\":3}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                        | JSON
          {"message":               | not valid JSON
          {"message":"Hi"} trailing | not valid JSON
          []                        | must be a JSON object
          {}                        | "message" is missing
          {"message":null}          | "message" is
          {"message":""}            | "message" must not be empty
          {"message":"  "}          | "message" must not be empty
          {"message":5}             | "message" is not a text
          """)
  @DisplayName("says precisely what is wrong with a request")
  void badRequests(String body, String sentence) {
    WebHarness.Answer answer = web.post(PATH, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().fieldNames()).toIterable().containsExactly("error");
    assertThat(answer.error()).contains(sentence);
    assertThat(web.chat.messages).isEmpty();
  }

  @Test
  @DisplayName("refuses a message and a body that are too long")
  void tooLong() {
    WebHarness.Answer message = web.post(PATH, MESSAGE.replace("What", "x".repeat(501)));
    WebHarness.Answer body = web.post(PATH, MESSAGE.replace("What", "x".repeat(5_001)));

    assertThat(message.status()).isEqualTo(400);
    assertThat(message.error()).contains("500");
    assertThat(body.status()).isEqualTo(413);
    assertThat(web.chat.messages).isEmpty();
  }

  @Test
  @DisplayName("says when to come back where it may not be paid for, and why there is no answer")
  void refusals() {
    web.chat.helps(
        _ ->
            new Assisted(
                new Answer(
                    Reply.notice("All of it is spent."),
                    TokenUsage.NONE,
                    Optional.of(Duration.ofMinutes(2))),
                List.of()));
    WebHarness.Answer refused = web.post(PATH, MESSAGE);
    web.chat.helps(
        _ -> new Assisted(new Answer(Reply.failure("No luck."), TokenUsage.NONE), List.of()));
    WebHarness.Answer failed = web.post(PATH, MESSAGE);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("120");
    assertThat(refused.error()).isEqualTo("All of it is spent.");
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.error()).isEqualTo("No luck.");
  }

  @Test
  @DisplayName("ends its work for a caller that hangs up")
  void hangUp() throws IOException, InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    web.chat.helps(
        _ -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException gone) {
            ended.countDown();
          }
          throw new IllegalStateException("interrupted");
        });

    try (Socket caller = new Socket("127.0.0.1", web.server.port())) {
      String request =
          "POST /api/assistant HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: %d\r\n\r\n%s".formatted(MESSAGE.length(), MESSAGE);
      caller.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(begun.await(10, SECONDS)).isTrue();
    }

    assertThat(ended.await(10, SECONDS)).isTrue();
  }
}
