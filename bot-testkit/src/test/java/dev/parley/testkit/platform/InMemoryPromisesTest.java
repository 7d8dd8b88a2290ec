package dev.parley.testkit.platform;

import dev.parley.platform.Promises;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Promises in memory")
class InMemoryPromisesTest extends PromisesContract {
  private final Promises promises = new InMemoryPromises(Clock.systemUTC());

  @Override
  protected Promises promises() {
    return promises;
  }
}
