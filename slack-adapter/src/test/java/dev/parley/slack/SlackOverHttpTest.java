package dev.parley.slack;

import dev.parley.testkit.platform.PlatformAdapterContract;
import dev.parley.testkit.platform.PlatformStage;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Slack over HTTP as a platform")
final class SlackOverHttpTest extends PlatformAdapterContract {
  @Override
  protected PlatformStage stage() {
    return new SlackStage(SlackHarness.overHttp());
  }
}
