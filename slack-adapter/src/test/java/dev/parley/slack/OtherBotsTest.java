package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.InboundMessage;
import dev.parley.testkit.platform.RecordingHandler;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Other bots in Slack")
@Timeout(60)
class OtherBotsTest {
  private static final int MORE_THAN_ENOUGH = 30;

  private final RecordingHandler core = new RecordingHandler();

  private void says(SlackHarness harness, String text) {
    harness.workspace.otherBotSays(harness.workspace.channel("general"), text);
    assertThat(harness.slack.awaitDelivered(SlackHarness.LIMIT)).isTrue();
  }

  private static String mention(SlackHarness harness, String text) {
    return "<@" + harness.workspace.botUserId() + "> " + text;
  }

  @Test
  @DisplayName("are not answered, even where they mention this one")
  void ignored() {
    try (SlackHarness harness = SlackHarness.overHttp()) {
      harness.adapter.start(core);

      says(harness, mention(harness, "the build is broken"));

      assertThat(core.accepted()).isEmpty();
    }
  }

  @Test
  @DisplayName("are answered where that is set and they mention this one")
  void answered() {
    try (SlackHarness harness = SlackHarness.answeringBots()) {
      harness.adapter.start(core);

      says(harness, "the build is green");
      says(harness, mention(harness, "the build is broken"));

      assertThat(core.accepted())
          .extracting(InboundMessage::text)
          .containsExactly("the build is broken");
    }
  }

  @Test
  @DisplayName("do not keep this one talking without end")
  void noLoop() {
    try (SlackHarness harness = SlackHarness.answeringBots()) {
      harness.adapter.start(core);

      for (int number = 0; number < MORE_THAN_ENOUGH; number++) {
        says(harness, mention(harness, "and " + number));
      }

      assertThat(core.accepted()).hasSizeBetween(1, 10);
    }
  }
}
