package dev.parley.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What people do in the fake Slack")
class GesturesTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String BUTTON =
      "[{'type':'actions','elements':[{'type':'button','action_id':'stop','value':'7',"
          + "'text':{'type':'plain_text','text':'Stop'}}]}]";

  private final FakeSlack slack = FakeSlack.start();
  private final SlackWorkspace workspace = slack.workspace("T1");
  private final SlackPerson ada = workspace.person("ada");
  private final String general = workspace.channel("general");
  private final BotCalls bot = new BotCalls(slack, workspace.botToken());
  private BotAddress address;

  @BeforeEach
  void listen() throws IOException {
    address =
        new BotAddress(
            (request, exchange) ->
                BotAddress.answer(
                    exchange, address.taken().getLast().body().contains("text=ask") ? "Sure" : ""));
    slack.eventsTo(address.uri());
  }

  @AfterEach
  void close() {
    address.close();
    bot.close();
    slack.close();
  }

  @Test
  @DisplayName("reaches the bot as a command, whose answer only they see")
  void command() throws IOException {
    Delivery delivery = ada.commands(general, "/parley", "ask");

    assertThat(delivery.await(LIMIT)).isTrue();
    assertThat(address.taken().getFirst().body()).contains("command=%2Fparley");
    assertThat(workspace.ephemerals(general, ada))
        .extracting(EphemeralMessage::text)
        .containsExactly("Sure");
    assertThat(workspace.messages(general)).isEmpty();
  }

  @Test
  @DisplayName("can be answered by its address five times")
  void responses() throws IOException {
    String url = ada.commands(general, "/parley", "x").payload().path("response_url").asText();
    String body = "{\"text\":\"a\",\"response_type\":\"in_channel\"}";

    for (int i = 0; i < 5; i++) {
      assertThat(bot.post(url, "application/json", body).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> sixth = bot.post(url, "application/json", body);
    assertThat(sixth.statusCode()).isEqualTo(404);
    assertThat(sixth.body()).contains("used_url");
    assertThat(workspace.messages(general)).hasSize(5);
  }

  @Test
  @DisplayName("presses only buttons that are there")
  void buttons() throws IOException {
    String blocks = BUTTON.replace('\'', '"');
    String ts =
        bot.call("chat.postMessage", "channel", general, "text", "a", "blocks", blocks)
            .path("ts")
            .asText();

    Delivery pressed = ada.presses(general, ts, "stop");

    assertThat(pressed.payload().at("/actions/0/value").asText()).isEqualTo("7");
    assertThat(pressed.payload().at("/container/message_ts").asText()).isEqualTo(ts);
    assertThatIllegalStateException().isThrownBy(() -> ada.presses(general, ts, "other"));
  }

  @Test
  @DisplayName("opens one dialog by a trigger, and submits it")
  void dialogs() throws IOException {
    String trigger = ada.commands(general, "/parley", "x").payload().path("trigger_id").asText();
    String view =
        "{'type':'modal','callback_id':'s','title':{'type':'plain_text','text':'S'},'blocks':[]}"
            .replace('\'', '"');

    assertThat(bot.error("views.open", "trigger_id", "none", "view", view))
        .isEqualTo("invalid_trigger_id");
    assertThat(bot.error("views.open", "trigger_id", trigger, "view", view)).isEqualTo("ok");
    assertThat(bot.error("views.open", "trigger_id", trigger, "view", view))
        .isEqualTo("exchanged_trigger_id");
    Delivery submitted = ada.submits(Json.object());
    assertThat(submitted.await(LIMIT)).isTrue();
    assertThat(submitted.payload().at("/view/callback_id").asText()).isEqualTo("s");
    assertThat(workspace.views().dialog(ada)).isEmpty();
  }

  @Test
  @DisplayName("shares files that only the bot's token opens")
  void files() throws IOException {
    SharedFile note = new SharedFile("a.txt", "text/plain", "hello".getBytes());
    SaidMessage said = ada.shares(general, "", "", List.of(note));
    String url =
        said.deliveries().getFirst().payload().at("/event/files/0/url_private_download").asText();

    try (BotCalls nobody = new BotCalls(slack, "")) {
      assertThat(bot.get(url).body()).isEqualTo("hello");
      assertThat(nobody.get(url).statusCode()).isEqualTo(200);
      assertThat(nobody.get(url).headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/html");
    }
  }

  @Test
  @DisplayName("finds files that the bot uploaded in three steps")
  void uploads() throws IOException {
    String root = ada.says(general, "file, please").ts();
    var begun = bot.call("files.getUploadURLExternal", "filename", "a.md", "length", "5");
    String id = begun.path("file_id").asText();
    String files = "[{\"id\":\"" + id + "\",\"title\":\"A\"}]";
    String[] completion = {"files", files, "channel_id", general, "thread_ts", root};

    assertThat(bot.error("files.completeUploadExternal", completion)).isEqualTo("file_not_found");
    bot.post(begun.path("upload_url").asText(), "application/octet-stream", "hello");

    assertThat(bot.error("files.completeUploadExternal", completion)).isEqualTo("ok");
    assertThat(workspace.thread(general, root).getLast().files()).containsExactly("a.md");
    assertThat(workspace.files().named("a.md"))
        .singleElement()
        .matches(file -> new String(file.content()).equals("hello"));
  }

  @Test
  @DisplayName("stops the answer by Slack's own button")
  void stop() throws IOException {
    String dm = workspace.dm(ada);
    String root = ada.says(dm, "tell me").ts();
    String stream =
        bot.call("chat.startStream", "channel", dm, "thread_ts", root).path("ts").asText();

    Delivery stopped = ada.stops(dm, root);

    assertThat(stopped.payload().at("/event/streaming_message_ts/0").asText()).isEqualTo(stream);
    assertThat(bot.error("chat.appendStream", "channel", dm, "ts", stream, "markdown_text", "x"))
        .isEqualTo("message_not_in_streaming_state");
  }
}
