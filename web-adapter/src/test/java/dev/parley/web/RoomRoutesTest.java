package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.MessageId;
import dev.parley.inbox.StopOutcome;
import dev.parley.message.InboundMessage;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The rooms")
final class RoomRoutesTest {
  private final WebHarness web = WebHarness.started();

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  @DisplayName("A message is shown in its room and handed to the core")
  void message() {
    WebHarness.Answer answer = web.say("general", "What is **new**?");

    JsonNode post = web.get("/api/rooms/general").json().path("posts").path(0);
    InboundMessage message = web.handler.accepted().getFirst();
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("receipt").asText()).isEqualTo("accepted");
    assertThat(post.path("id").asText()).isEqualTo(answer.json().path("id").asText());
    assertThat(post.path("author").path("name").asText()).isEqualTo("Ann");
    assertThat(post.path("html").asText()).contains("<strong>new</strong>");
    assertThat(post.path("bot").asBoolean()).isFalse();
    assertThat(message.text()).isEqualTo("What is **new**?");
    assertThat(message.place().channel()).isEqualTo("general");
    assertThat(message.place().direct()).isFalse();
    assertThat(message.sentAt()).isEqualTo(WebHarness.CLOCK.instant());
  }

  @Test
  @DisplayName("A message sent again with its id is there once")
  void repeated() {
    Map<String, Object> message = WebHarness.message(UUID.randomUUID().toString(), "Hello");

    web.post("/api/rooms/general/messages", message);
    WebHarness.Answer again = web.post("/api/rooms/general/messages", message);

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.json().path("receipt").asText()).isEqualTo("duplicate");
    assertThat(web.get("/api/rooms/general").json().path("posts")).hasSize(1);
  }

  @Test
  @DisplayName("A message that was taken but could not be shown is shown when it is sent again")
  void takenButNotShown() {
    Map<String, Object> message = WebHarness.message(UUID.randomUUID().toString(), "Hello");

    web.log.away = true;
    web.post("/api/rooms/general/messages", message);
    web.log.away = false;
    WebHarness.Answer again = web.post("/api/rooms/general/messages", message);

    assertThat(again.json().path("receipt").asText()).isEqualTo("duplicate");
    assertThat(web.get("/api/rooms/general").json().path("posts")).hasSize(1);
  }

  @Test
  @DisplayName("While the store is away, the sender is asked to send again, and told why")
  void storeAway() {
    Map<String, Object> message = WebHarness.message(UUID.randomUUID().toString(), "Hello");

    web.log.away = true;
    WebHarness.Answer away = web.post("/api/rooms/general/messages", message);
    web.log.away = false;
    WebHarness.Answer back = web.post("/api/rooms/general/messages", message);

    assertThat(away.status()).isEqualTo(503);
    assertThat(away.header("Retry-After")).isNotEmpty();
    assertThat(away.error()).contains("cannot be stored");
    assertThat(back.status()).isEqualTo(202);
    assertThat(web.handler.accepted()).hasSize(1);
  }

  @Test
  @DisplayName(
      "Where too many messages wait, nothing is shown, and the sender is told to try again")
  void full() {
    Map<String, Object> message = WebHarness.message(UUID.randomUUID().toString(), "Hello");

    web.handler.become(RecordingHandler.Mood.FULL);
    WebHarness.Answer refused = web.post("/api/rooms/general/messages", message);
    JsonNode shown = web.get("/api/rooms/general").json().path("posts");
    web.handler.become(RecordingHandler.Mood.ACCEPTING);
    WebHarness.Answer later = web.post("/api/rooms/general/messages", message);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(shown).isEmpty();
    assertThat(refused.error()).contains("Too many messages wait");
    assertThat(later.status()).isEqualTo(202);
    assertThat(web.get("/api/rooms/general").json().path("posts")).hasSize(1);
  }

  @Test
  @DisplayName("Before the bot has started, rooms can be read and writers are asked to wait")
  void starting() {
    try (WebHarness early = new WebHarness()) {
      WebHarness.Answer read = early.get("/api/rooms/general");
      WebHarness.Answer written = early.say("general", "Hello");

      assertThat(read.status()).isEqualTo(200);
      assertThat(written.status()).isEqualTo(503);
      assertThat(written.error()).contains("starting or stopping");
    }
  }

  @Test
  @DisplayName("A thread hangs from the question, whether that or its answer was named")
  void threads() {
    String question = web.say("general", "Hello").json().path("id").asText();

    sayInThread(question, "More");
    sayInThread("reply-" + question, "And more");

    assertThat(web.handler.accepted().subList(1, 3))
        .allMatch(it -> it.place().thread().equals(Optional.of(new MessageId(question))));
    assertThat(web.get("/api/rooms/general").json().path("posts").path(2).path("thread").asText())
        .isEqualTo(question);
  }

  private void sayInThread(String thread, String text) {
    Map<String, Object> message =
        new LinkedHashMap<>(WebHarness.message(UUID.randomUUID().toString(), text));
    message.put("thread", thread);
    assertThat(web.post("/api/rooms/general/messages", message).status()).isEqualTo(202);
  }

  @Test
  @DisplayName("A room between one person and the bot is direct, and listed nowhere")
  void directRooms() {
    web.say("@0123456789abcdef", "Just between us");
    web.say("general", "Hello all");

    assertThat(web.handler.accepted().getFirst().place().direct()).isTrue();
    assertThat(web.get("/api/rooms").json().path("rooms"))
        .extracting(JsonNode::asText)
        .containsExactly("general");
  }

  @Test
  @DisplayName("Rooms are listed however many direct ones were used since")
  void listedBelowDirectRooms() {
    web.say("general", "Hello all");
    IntStream.range(0, 250).forEach(it -> web.say("@0123456789-" + it, "Just between us"));

    assertThat(web.get("/api/rooms").json().path("rooms"))
        .extracting(JsonNode::asText)
        .containsExactly("general");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%20", "@short", "-dash", "a%20b", "%3Cscript%3E", "@a/../x"})
  @DisplayName("A room's name is checked")
  void roomNames(String name) {
    assertThat(web.say(name, "Hello").status()).isIn(400, 404);
    assertThat(web.handler.accepted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not json                                                                            | valid JSON
          []                                                                                  | JSON object
          {"author":{"id":"a","name":"A"},"text":"x"}                                         | "id" is missing
          {"id":"1","author":{"id":"a","name":"A"},"text":"x"}                                | must be a UUID
          {"id":"0b0e7e9c-2a7d-4b39-9df7-6e2b3f8a1c11","text":"x"}                            | "author" must be an object
          {"id":"0b0e7e9c-2a7d-4b39-9df7-6e2b3f8a1c11","author":{"id":"a"},"text":"x"}        | "author.name" is missing
          {"id":"0b0e7e9c-2a7d-4b39-9df7-6e2b3f8a1c11","author":{"id":"parley","name":"A"},"text":"x"} | the bot's own
          {"id":"0b0e7e9c-2a7d-4b39-9df7-6e2b3f8a1c11","author":{"id":"a","name":"A"}}        | "text" is missing
          {"id":"0b0e7e9c-2a7d-4b39-9df7-6e2b3f8a1c11","author":{"id":"a","name":"A"},"text":" "} | "text" must not be empty
          {"id":"0b0e7e9c-2a7d-4b39-9df7-6e2b3f8a1c11","author":{"id":"a","name":"A"},"text":7} | not a text
          {"id":"0b0e7e9c-2a7d-4b39-9df7-6e2b3f8a1c11","author":{"id":"a","name":"A"},"text":"x","thread":"y"} | "thread" must be
          {"id":"0b0e7e9c-2a7d-4b39-9df7-6e2b3f8a1c11","author":{"id":"a\\u001f","name":"A"},"text":"x"} | "author.id" has characters
          {"id":"0b0e7e9c-2a7d-4b39-9df7-6e2b3f8a1c11","author":{"id":"a\\ud800","name":"A"},"text":"x"} | "author.id" has characters
          {"id":"0b0e7e9c-2a7d-4b39-9df7-6e2b3f8a1c11","author":{"id":"a","name":"\\u0000\\u2028"},"text":"x"} | "author.name" must not be empty
          """)
  @DisplayName("What is wrong with a message is told in one sentence")
  void badMessages(String body, String sentence) {
    WebHarness.Answer answer = web.post("/api/rooms/general/messages", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).contains(sentence);
    assertThat(web.handler.accepted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"STOPPING,202", "NOT_YOURS,403", "NOT_RUNNING,409"})
  @DisplayName("Who wants to stop an answer learns what came of it")
  void stop(StopOutcome outcome, int status) {
    web.handler.answerStopsWith(outcome);

    WebHarness.Answer answer =
        web.post(
            "/api/rooms/general/stop",
            Map.of("turn", "t1", "conversation", "general", "user", "ann-1"));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(web.handler.stops().getFirst().turn().conversation().key()).isEqualTo("general");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"turn\":\"t\\u001f\",\"conversation\":\"general\",\"user\":\"a\"}",
        "{\"turn\":\"t\",\"conversation\":\"general\\u0000\",\"user\":\"a\"}",
        "{\"turn\":\"t\",\"conversation\":\"general\",\"user\":\"\\ud800\"}"
      })
  @DisplayName("Who names no turn that there could be is told so")
  void badStops(String body) {
    WebHarness.Answer answer = web.post("/api/rooms/general/stop", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).contains("has characters that no id may have");
  }

  @Test
  @DisplayName("The page learns what the platform can do, and which model answers")
  void platform() {
    try (WebHarness noted =
        new WebHarness(WebHarness.SETTINGS.withNotice("Demo model"), new RecordingHandler())) {
      JsonNode platform = noted.get("/api/platform").json();

      assertThat(platform.path("takesFiles").asBoolean()).isTrue();
      assertThat(platform.path("largestFile").asInt()).isEqualTo(50 << 20);
      assertThat(platform.path("mostFiles").asInt()).isEqualTo(10);
      assertThat(platform.path("notice").asText()).isEqualTo("Demo model");
      assertThat(web.get("/api/platform").json().has("notice")).isFalse();
    }
  }
}
