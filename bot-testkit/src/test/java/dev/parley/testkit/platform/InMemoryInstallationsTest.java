package dev.parley.testkit.platform;

import dev.parley.platform.Installations;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Installations in memory")
class InMemoryInstallationsTest extends InstallationsContract {
  private final Installations installations = new InMemoryInstallations(Clock.systemUTC());

  @Override
  protected Installations installations() {
    return installations;
  }
}
