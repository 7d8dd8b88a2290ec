package dev.parley.discord;

import dev.parley.testkit.platform.PlatformAdapterContract;
import dev.parley.testkit.platform.PlatformStage;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Discord as a platform")
final class DiscordPlatformTest extends PlatformAdapterContract {
  @Override
  protected PlatformStage stage() {
    return new DiscordStage();
  }
}
