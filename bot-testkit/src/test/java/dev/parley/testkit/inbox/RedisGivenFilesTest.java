package dev.parley.testkit.inbox;

import dev.parley.attachment.GivenFiles;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.attachment.GivenFilesContract;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("What Redis knows of files at the provider")
class RedisGivenFilesTest extends GivenFilesContract {
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
  protected GivenFiles files() {
    return store.givenFiles(Duration.ofHours(1), Clock.systemUTC());
  }
}
