package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentStore;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.attachment.AttachmentStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The store of files in Redis")
class RedisAttachmentStoreTest extends AttachmentStoreContract {
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
  protected AttachmentStore store() {
    return store.attachments(Duration.ofHours(1));
  }

  @Test
  @DisplayName("forgets what nobody asks about")
  void forgets() {
    TenantId tenant = new TenantId(new PlatformName("slack"), "T1");
    AttachmentContent content = AttachmentContent.of(new byte[] {1, 2, 3});
    AttachmentStore brief = store.attachments(Duration.ofMillis(200));

    brief.keep(tenant, content);

    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(brief.find(tenant, content.sha256())).isEmpty());
  }
}
