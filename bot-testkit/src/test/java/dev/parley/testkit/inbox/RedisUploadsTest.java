package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.attachment.AttachmentSettings;
import dev.parley.attachment.Upload;
import dev.parley.attachment.UploadResult;
import dev.parley.attachment.UploadSettings;
import dev.parley.attachment.UploadSettings.Unsent;
import dev.parley.attachment.Uploads;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.attachment.UploadsContract;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Uploads in Redis")
class RedisUploadsTest extends UploadsContract {
  @RegisterExtension static final RedisForTests REDIS = new RedisForTests();

  private static final UploadSettings ROOMY = UploadSettings.of(AttachmentSettings.DEFAULTS);

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
  protected Uploads uploads(UploadSettings settings) {
    REDIS.command("FLUSHALL");
    return store.uploads(settings);
  }

  private static String key(Upload upload) {
    return "parley:{web/local}:upload:" + upload.id();
  }

  private static long secondsLeft(Upload upload) {
    return Long.parseLong(REDIS.command("TTL", key(upload)).getFirst());
  }

  private static UploadSettings forgetting(Duration unsent) {
    Unsent one = new Unsent(1, 1 << 20);
    return new UploadSettings(1 << 20, one, one, one, unsent, Duration.ofDays(1));
  }

  @Test
  @DisplayName("are in parts of a megabyte at most, for an hour, and for a day once they are sent")
  void parts() throws IOException {
    Uploads uploads = uploads(ROOMY);

    Upload upload = kept(uploads, ANN, 2_500_000);

    assertThat(List.of("0", "1", "2", "3"))
        .extracting(part -> REDIS.command("HSTRLEN", key(upload), part).getFirst())
        .containsExactly("1048576", "1048576", "402848", "0");
    assertThat(secondsLeft(upload)).isBetween(3_000L, 3_600L);
    uploads.sent(TENANT, List.of(upload));
    assertThat(secondsLeft(upload)).isBetween(80_000L, 86_400L);
  }

  @Test
  @DisplayName("are kept anew when they are asked for, where they were sent")
  void keptAnew() throws IOException {
    Uploads uploads = uploads(ROOMY);
    Upload sent = kept(uploads, ANN, 10);
    Upload unsent = kept(uploads, ANN, 10);
    uploads.sent(TENANT, List.of(sent));
    List.of(sent, unsent).forEach(upload -> REDIS.command("EXPIRE", key(upload), "100"));

    uploads.find(TENANT, "general", sent.id());
    uploads.find(TENANT, "general", unsent.id());

    assertThat(secondsLeft(sent)).isGreaterThan(80_000);
    assertThat(secondsLeft(unsent)).isLessThanOrEqualTo(100);
  }

  @Test
  @DisplayName("do not outlive rooms in which nothing happens")
  void rooms() throws IOException {
    Optional<Duration> minutes = Optional.of(Duration.ofMinutes(5));
    try (RedisStore brief = RedisStore.open(REDIS.settings().withForgetAfter(minutes))) {
      Uploads uploads = brief.uploads(ROOMY);
      Upload upload = kept(uploads, ANN, 10);

      uploads.sent(TENANT, List.of(upload));

      assertThat(secondsLeft(upload)).isBetween(1L, 300L);
    }
  }

  @Test
  @DisplayName("that nobody sends are forgotten, and leave room for others")
  void forgotten() throws IOException {
    Uploads uploads = uploads(forgetting(Duration.ofMillis(300)));

    Upload upload = kept(uploads, ANN, 1 << 20);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> uploads.find(TENANT, "general", upload.id()).isEmpty());
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> kept(uploads, ANN, 1 << 20));
  }

  @Test
  @DisplayName("that are taken away while they come leave nothing behind")
  void takenAway() throws IOException {
    Uploads uploads = uploads(ROOMY);
    InputStream content =
        new FilterInputStream(new ByteArrayInputStream(content(1_500_000))) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            store.personalRecords(Duration.ZERO).forget(TENANT, ANN.person());
            return super.read(bytes, offset, length);
          }
        };

    UploadResult result =
        uploads.keep(TENANT, new Upload.Offer(ANN, "notes.txt", "text/plain", 0), content);

    assertThat(result).isEqualTo(new UploadResult.Gone());
    assertThat(REDIS.command("KEYS", "*upload*")).isEmpty();
  }
}
