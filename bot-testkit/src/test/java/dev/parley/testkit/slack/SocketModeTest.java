package dev.parley.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The fake Slack's Socket Mode")
class SocketModeTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final FakeSlack slack =
      FakeSlack.start(SlackRules.withoutTiers().withAckWithin(Duration.ofMillis(500)));
  private final SlackWorkspace workspace = slack.workspace("T1");
  private final SlackPerson ada = workspace.person("ada");
  private final String general = workspace.channel("general");
  private final BotCalls calls = new BotCalls(slack, slack.app().appToken());

  @AfterEach
  void close() {
    calls.close();
    slack.close();
  }

  private SocketBot connect(boolean acknowledging) throws IOException {
    String url = calls.call("apps.connections.open").path("url").asText();
    return new SocketBot(url, acknowledging);
  }

  @Test
  @DisplayName("tells each event to one of the connections")
  void single() throws IOException {
    try (SocketBot one = connect(true);
        SocketBot other = connect(true)) {
      await().until(() -> slack.connections() == 2);

      for (int i = 0; i < 10; i++) {
        ada.says(general, "hello " + i);
      }

      assertThat(slack.awaitDelivered(LIMIT)).isTrue();
      assertThat(one.of("hello")).hasSize(1);
      assertThat(one.of("events_api").size() + other.of("events_api").size()).isEqualTo(10);
    }
  }

  @Test
  @DisplayName("gives an event up where nobody connects")
  void alone() {
    SaidMessage said = ada.says(general, "hello");

    assertThat(said.awaitDelivered(LIMIT)).isFalse();
    assertThat(said.deliveries().getFirst().attempts())
        .hasSize(4)
        .allMatch(attempt -> attempt.outcome().equals("no_connection"));
  }

  @Test
  @DisplayName("tells an event again until it is acknowledged")
  void again() throws IOException {
    try (SocketBot bot = connect(false)) {
      SaidMessage said = ada.says(general, "hello");
      await().until(() -> bot.of("events_api").size() == 1);

      bot.acknowledge();

      assertThat(said.awaitDelivered(LIMIT)).isTrue();
      assertThat(bot.of("events_api"))
          .extracting(it -> it.path("retry_attempt").asInt())
          .containsExactly(0, 1);
      assertThat(bot.of("events_api"))
          .extracting(it -> it.at("/payload/event_id").asText())
          .containsOnly(said.deliveries().getFirst().payload().path("event_id").asText());
    }
  }

  @Test
  @DisplayName("sends nothing to a connection that was told to go, and waits for another")
  void refresh() throws IOException {
    try (SocketBot old = connect(true)) {
      await().until(() -> slack.connections() == 1);
      slack.disconnect("refresh_requested");
      SaidMessage said = ada.says(general, "hello");
      try (SocketBot fresh = connect(true)) {
        assertThat(said.awaitDelivered(LIMIT)).isTrue();
        assertThat(fresh.of("events_api")).hasSize(1);
        assertThat(old.of("events_api")).isEmpty();
        await().until(() -> old.of("disconnect").size() == 1);
      }
    }
  }
}
