package dev.parley.testkit.inbox;

import dev.parley.approval.PendingCalls;
import dev.parley.conversation.PersonalRecords;
import dev.parley.identity.TenantId;
import dev.parley.quota.QuotaBook.Deed;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.approval.PendingCallsContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Calls that wait in Redis")
class RedisPendingCallsTest extends PendingCallsContract {
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
  protected PendingCalls calls() {
    return store.pendingCalls();
  }

  @Override
  protected PersonalRecords records() {
    return store.personalRecords(Duration.ofSeconds(1));
  }

  @Override
  protected List<Deed> deeds(TenantId of) {
    return store.quotaBook().deeds(of, 100);
  }
}
