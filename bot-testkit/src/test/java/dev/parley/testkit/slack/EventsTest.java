package dev.parley.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Events of the fake Slack over HTTP")
class EventsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final FakeSlack slack =
      FakeSlack.start(
          SlackRules.withoutTiers()
              .withAckWithin(Duration.ofSeconds(2))
              .withRetryDelays(List.of(Duration.ZERO, Duration.ofMillis(20))));
  private final SlackWorkspace workspace = slack.workspace("T1");
  private final SlackPerson ada = workspace.person("ada");
  private final String general = workspace.channel("general");

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  @DisplayName("are signed over UTF-8, and tell a mention twice with one timestamp")
  void mention() throws IOException {
    try (BotAddress bot = BotAddress.acknowledging()) {
      slack.eventsTo(bot.uri());

      SaidMessage said = ada.says(general, "Grüße <@" + workspace.botUserId() + ">");

      assertThat(said.awaitDelivered(LIMIT)).isTrue();
      assertThat(said.deliveries())
          .extracting(Delivery::type)
          .containsExactly("message", "app_mention");
      assertThat(said.deliveries())
          .extracting(told -> told.payload().at("/event/ts").asText())
          .containsOnly(said.ts());
      assertThat(said.deliveries())
          .extracting(told -> told.payload().path("event_id").asText())
          .doesNotHaveDuplicates();
      assertThat(bot.taken())
          .hasSize(2)
          .allMatch(
              it ->
                  it.signature()
                      .equals(
                          SlackSignature.of(
                              slack.app().signingSecret(),
                              Long.parseLong(it.timestamp()),
                              it.body())));
    }
  }

  @Test
  @DisplayName("are told again where the bot fails, with the number and the reason")
  void retries() throws IOException {
    try (BotAddress bot =
        new BotAddress(
            (request, exchange) -> exchange.sendResponseHeaders(request < 3 ? 500 : 200, -1))) {
      slack.eventsTo(bot.uri());

      assertThat(ada.says(general, "hello").awaitDelivered(LIMIT)).isTrue();

      assertThat(bot.taken()).extracting(BotAddress.Taken::retry).containsExactly("", "1", "2");
      assertThat(bot.taken())
          .extracting(BotAddress.Taken::reason)
          .containsExactly("", "http_error", "http_error");
    }
  }

  @Test
  @DisplayName("are given up after the last retry, and at once where the bot wants none")
  void givesUp() throws IOException {
    try (BotAddress failing = new BotAddress((request, it) -> it.sendResponseHeaders(500, -1));
        BotAddress refusing =
            new BotAddress(
                (request, exchange) -> {
                  exchange.getResponseHeaders().set("x-slack-no-retry", "1");
                  exchange.sendResponseHeaders(500, -1);
                })) {
      slack.eventsTo(failing.uri());
      assertThat(ada.says(general, "hello").awaitDelivered(LIMIT)).isFalse();
      slack.eventsTo(refusing.uri());
      assertThat(ada.says(general, "hello").awaitDelivered(LIMIT)).isFalse();

      assertThat(failing.taken()).hasSize(3);
      assertThat(refusing.taken()).hasSize(1);
    }
  }

  @Test
  @DisplayName("are repeated on demand with the same ids")
  void copies() throws IOException {
    try (BotAddress bot = BotAddress.acknowledging()) {
      slack.eventsTo(bot.uri());
      slack.deliverEach(2);

      ada.says(general, "hello");

      assertThat(slack.awaitDelivered(LIMIT)).isTrue();
      assertThat(bot.taken())
          .hasSize(2)
          .extracting(BotAddress.Taken::body)
          .containsOnly(bot.taken().getFirst().body());
    }
  }

  @Test
  @DisplayName("tell of edits, deletions, previews and files as Slack does")
  void kinds() throws IOException {
    try (BotAddress bot = BotAddress.acknowledging()) {
      slack.eventsTo(bot.uri());
      SharedFile picture = new SharedFile("a.png", "image/png", new byte[] {1});

      SaidMessage said = ada.shares(general, "look", "", List.of(picture));
      JsonNode shared = event(said.deliveries());
      JsonNode edited = event(ada.edits(said, "look here"));
      JsonNode unfurled = event(workspace.unfurls(said, "https://example.org"));
      JsonNode deleted = event(ada.deletes(said));

      assertThat(shared.path("subtype").asText()).isEqualTo("file_share");
      assertThat(shared.at("/files/0/url_private_download").asText()).contains("/files-pri/");
      assertThat(edited.path("subtype").asText()).isEqualTo("message_changed");
      assertThat(edited.at("/message/text").asText()).isEqualTo("look here");
      assertThat(edited.at("/previous_message/text").asText()).isEqualTo("look");
      assertThat(unfurled.at("/message/text")).isEqualTo(unfurled.at("/previous_message/text"));
      assertThat(deleted.path("deleted_ts").asText()).isEqualTo(said.ts());
    }
  }

  private static JsonNode event(List<Delivery> told) {
    return told.getFirst().payload().path("event");
  }

  @Test
  @DisplayName("begin with a question whether the address is the bot's")
  void challenge() throws IOException {
    try (BotAddress bot = new BotAddress((request, it) -> BotAddress.answer(it, "3eZbrw1a"))) {
      slack.eventsTo(bot.uri());

      Delivery asked = slack.verifiesAddress("3eZbrw1a");

      assertThat(asked.await(LIMIT)).isTrue();
      assertThat(asked.answer()).isEqualTo("3eZbrw1a");
      assertThat(asked.payload().path("type").asText()).isEqualTo("url_verification");
    }
  }

  @Test
  @DisplayName("tell only of mentions where the bot is not in the channel")
  void foreign() throws IOException {
    try (BotAddress bot = BotAddress.acknowledging()) {
      slack.eventsTo(bot.uri());
      String foreign = workspace.foreignChannel("foreign");

      assertThat(ada.says(foreign, "hello").deliveries()).isEmpty();
      assertThat(ada.says(foreign, "<@" + workspace.botUserId() + ">").deliveries())
          .extracting(Delivery::type)
          .containsExactly("app_mention");
    }
  }
}
