package dev.parley.testkit.inbox;

import dev.parley.platform.Installations;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.platform.InstallationsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Installations in Redis")
class RedisInstallationsTest extends InstallationsContract {
  @RegisterExtension static final RedisForTests REDIS = new RedisForTests();

  private static RedisStore store;

  @BeforeAll
  static void connect() {
    store = RedisStore.open(REDIS.settings());
  }

  @AfterAll
  static void disconnect() {
    store.close();
  }

  @Override
  protected Installations installations() {
    return store.installations();
  }
}
