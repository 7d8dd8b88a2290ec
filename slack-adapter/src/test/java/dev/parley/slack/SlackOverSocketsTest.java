package dev.parley.slack;

import dev.parley.testkit.platform.PlatformAdapterContract;
import dev.parley.testkit.platform.PlatformStage;
import dev.parley.testkit.slack.SlackRules;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Slack over sockets as a platform")
final class SlackOverSocketsTest extends PlatformAdapterContract {
  @Override
  protected PlatformStage stage() {
    return new SlackStage(new SlackHarness(SlackSettings.Mode.SOCKET, SlackRules.withoutTiers()));
  }
}
