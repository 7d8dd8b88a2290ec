package dev.parley.slack;

import dev.parley.testkit.platform.PlatformAdapterContract;
import dev.parley.testkit.platform.PlatformStage;
import dev.parley.testkit.slack.SlackRules;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Slack over sockets as a platform")
final class SlackOverSocketsTest extends PlatformAdapterContract {
  /// Less than Slack's, since two of these events are never acknowledged.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @Override
  protected PlatformStage stage() {
    return new SlackStage(
        new SlackHarness(
            SlackSettings.Mode.SOCKET, SlackRules.withoutTiers().withAckWithin(PATIENCE)));
  }
}
