package dev.parley.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The fake Slack's Web API")
class StrictnessTest {
  private final FakeSlack slack =
      FakeSlack.start(SlackRules.real().withCallsPerMinute(Map.of("users.info", 2)));
  private final SlackWorkspace workspace = slack.workspace("T1");
  private final SlackPerson ada = workspace.person("ada");
  private final String general = workspace.channel("general");
  private final BotCalls bot = new BotCalls(slack, workspace.botToken());

  @AfterEach
  void close() {
    bot.close();
    slack.close();
  }

  @Test
  @DisplayName("knows its token in the header and in the form, and refuses any other")
  void tokens() throws IOException {
    try (BotCalls nobody = new BotCalls(slack, "");
        BotCalls stranger = new BotCalls(slack, "xoxb-wrong")) {
      assertThat(bot.call("auth.test").path("user_id").asText()).isEqualTo(workspace.botUserId());
      assertThat(nobody.error("auth.test", "token", workspace.botToken())).isEqualTo("ok");
      assertThat(nobody.error("auth.test")).isEqualTo("not_authed");
      assertThat(stranger.error("auth.test")).isEqualTo("invalid_auth");
      assertThat(stranger.error("apps.connections.open")).isEqualTo("invalid_auth");
      assertThat(bot.error("apps.connections.open")).isEqualTo("not_allowed_token_type");
    }
  }

  @Test
  @DisplayName("takes JSON as well, and says what it does not know")
  void json() throws IOException {
    assertThat(bot.error("chat.sing")).isEqualTo("unknown_method");
    assertThat(bot.json("chat.postMessage", "{").path("error").asText()).isEqualTo("invalid_json");
    assertThat(
            bot.json("chat.postMessage", "{\"channel\":\"" + general + "\",\"text\":\"Hi\"}")
                .at("/message/text")
                .asText())
        .isEqualTo("Hi");
  }

  @Test
  @DisplayName("lets the bot write only where it is")
  void channels() throws IOException {
    String foreign = workspace.foreignChannel("foreign");
    String old = workspace.channel("old");
    workspace.archive(old);

    assertThat(bot.error("chat.postMessage", "channel", "CNONE", "text", "Hi"))
        .isEqualTo("channel_not_found");
    assertThat(bot.error("chat.postMessage", "channel", foreign, "text", "Hi"))
        .isEqualTo("not_in_channel");
    assertThat(bot.error("chat.postMessage", "channel", old, "text", "Hi"))
        .isEqualTo("is_archived");
    assertThat(bot.error("conversations.replies", "channel", general, "ts", "1.000000"))
        .isEqualTo("thread_not_found");
    assertThat(bot.error("chat.postMessage", "channel", general, "text", "a", "thread_ts", "1.0"))
        .isEqualTo("thread_not_found");
  }

  @ParameterizedTest(name = "{0} of {1} characters: {2}")
  @CsvSource({
    "text, 40001, ok",
    "text, 0, no_text",
    "markdown_text, 12000, ok",
    "markdown_text, 12001, msg_too_long",
  })
  @DisplayName("limits what a message carries")
  void lengths(String carrier, int length, String outcome) throws IOException {
    assertThat(bot.error("chat.postMessage", "channel", general, carrier, "x".repeat(length)))
        .isEqualTo(outcome);
  }

  @ParameterizedTest(name = "{0} times {1} of {2} characters: {3}")
  @CsvSource({
    "50, divider, 0, ok",
    "51, divider, 0, invalid_blocks",
    "1, section, 3000, ok",
    "1, section, 3001, invalid_blocks",
    "1, markdown, 12000, ok",
    "1, markdown, 12001, invalid_blocks",
    "4, section, 3000, ok",
    "5, section, 2700, msg_blocks_too_long",
    "1, header, 151, invalid_blocks",
    "1, sculpture, 1, invalid_blocks",
  })
  @DisplayName("limits blocks one by one and all together")
  void blocks(int count, String type, int length, String outcome) throws IOException {
    String words = "x".repeat(length);
    String block =
        switch (type) {
          case "section" -> "{'type':'section','text':{'type':'mrkdwn','text':'" + words + "'}}";
          case "header" -> "{'type':'header','text':{'type':'plain_text','text':'" + words + "'}}";
          case "markdown" -> "{'type':'markdown','text':'" + words + "'}";
          default -> "{'type':'" + type + "'}";
        };
    String blocks = "[" + (block + ",").repeat(count - 1) + block + "]";

    String error =
        bot.error("chat.postMessage", "channel", general, "blocks", blocks.replace('\'', '"'));

    assertThat(error).isEqualTo(outcome);
  }

  @Test
  @DisplayName("lets the bot change only what it wrote, and that only shortly")
  void updates() throws IOException {
    String others = ada.says(general, "Mine").ts();
    String own = bot.call("chat.postMessage", "channel", general, "text", "a").path("ts").asText();

    assertThat(bot.error("chat.update", "channel", general, "ts", others, "text", "b"))
        .isEqualTo("cant_update_message");
    assertThat(bot.error("chat.delete", "channel", general, "ts", others))
        .isEqualTo("cant_delete_message");
    assertThat(bot.error("chat.update", "channel", general, "ts", "1.000000", "text", "b"))
        .isEqualTo("message_not_found");
    assertThat(bot.error("chat.update", "channel", general, "ts", own, "text", "x".repeat(4001)))
        .isEqualTo("msg_too_long");
    assertThat(bot.error("chat.update", "channel", general, "ts", own, "text", "b"))
        .isEqualTo("ok");
    assertThat(workspace.messages(general).getLast())
        .matches(message -> message.text().equals("b") && message.edits() == 1);
  }

  @Test
  @DisplayName("answers 429 to one call too many, and says when to try again")
  void tiers() throws IOException {
    bot.call("users.info", "user", ada.id());
    bot.call("users.info", "user", ada.id());

    HttpResponse<String> third = bot.send("users.info", "user", ada.id());

    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 61L);
    assertThat(slack.calls("users.info").getLast().outcome()).isEqualTo("ratelimited");
  }

  @Test
  @DisplayName("fails on demand, once, in every way that the network has")
  void faults() throws IOException {
    slack.failNext("chat.postMessage", new ApiFault.RateLimited(Duration.ofSeconds(7)));
    slack.failNext("chat.postMessage", new ApiFault.Refused("fatal_error"));
    slack.failNext("chat.postMessage", new ApiFault.Status(503));
    slack.failNext("chat.postMessage", new ApiFault.Dropped());
    slack.failNext("chat.postMessage", new ApiFault.AnswerLost());

    HttpResponse<String> limited = say("one");
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).contains("7");
    assertThat(say("two").body()).contains("fatal_error");
    assertThat(say("three").statusCode()).isEqualTo(503);
    assertThatThrownBy(() -> say("four")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> say("five")).isInstanceOf(IOException.class);
    say("six");
    assertThat(workspace.messages(general))
        .extracting(ShownMessage::text)
        .containsExactly("five", "six");
  }

  private HttpResponse<String> say(String text) throws IOException {
    return bot.send("chat.postMessage", "channel", general, "text", text);
  }

  @Test
  @DisplayName("exchanges a code once, rotates tokens, and knows no token after the end")
  void oauth() throws IOException {
    workspace.installation().rotateTokens();
    String code = workspace.installation().allow();
    String[] exchange = {"client_id", "1111.2222", "client_secret", "client-secret", "code", code};

    String token = bot.call("oauth.v2.access", exchange).path("access_token").asText();

    assertThat(bot.error("oauth.v2.access", exchange)).isEqualTo("code_already_used");
    try (BotCalls rotated = new BotCalls(slack, token)) {
      assertThat(rotated.error("auth.test")).isEqualTo("ok");
      workspace.installation().revokeTokens();
      assertThat(rotated.error("auth.test")).isEqualTo("token_revoked");
    }
  }
}
