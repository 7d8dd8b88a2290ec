package dev.parley.testkit.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentContent;
import dev.parley.conversation.Erased;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.JobState.Stage;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.KnowledgeStore.Limits;
import dev.parley.knowledge.KnowledgeStore.Published;
import dev.parley.knowledge.KnowledgeStore.Use;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Origin;
import dev.parley.redis.RedisSettings;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.time.SteppedClock;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("What is to be read in, as it lies in Redis")
class RedisIngestTest {
  @RegisterExtension static final RedisForTests REDIS = new RedisForTests();

  private static final TenantId TENANT = Said.tenant("T1");
  private static final String KEY = "parley:{web/T1}:";
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Limits PLENTY = new Limits(100, 1_000_000);

  private static RedisStore redis;
  private static RedisStore impatient;

  private final SteppedClock clock = new SteppedClock();
  private final IngestQueue queue = redis.ingestQueue(clock);
  private final IngestQueue hasty = impatient.ingestQueue(clock);
  private final KnowledgeStore hastyStore = impatient.knowledge();

  @BeforeAll
  static void connect() {
    RedisSettings settings = REDIS.settings();
    Duration patience = Duration.ofSeconds(20);
    redis = RedisStore.open(settings);
    impatient = RedisStore.open(settings.withPatience(Duration.ofMillis(150), patience, patience));
  }

  @AfterAll
  static void disconnect() {
    redis.close();
    impatient.close();
  }

  @BeforeEach
  void empty() {
    REDIS.command("FLUSHALL");
    warmUp();
  }

  /// So that the scripts are known to the server before they are told apart from their repetitions.
  private void warmUp() {
    Document document = SomeKnowledge.document(Said.tenant("warm-up"), "a", "v1", 1);
    hasty.add(SomeKnowledge.job(document.tenant(), "j0", "a"), 1);
    ClaimedJob claimed = hasty.claim(LEASE).orElseThrow();
    hasty.progress(claimed, Stage.READING, 0, 0, LEASE);
    hasty.end(claimed, Stage.DONE, "There.");
    hastyStore.publish(document, SomeKnowledge.passages("v1", 1), PLENTY);
    hastyStore.used(document.tenant(), List.of(document.id()), SomeKnowledge.THEN);
    hastyStore.remove(document.tenant(), document.id());
  }

  @Test
  @DisplayName("costs whoever looks for it in vain one request, however many tenants there are")
  void cheap() {
    for (int i = 0; i < 20; i++) {
      queue.add(SomeKnowledge.job(Said.tenant("T" + i), "j" + i, "a"), 10);
      assertThat(queue.claim(LEASE)).isPresent();
    }

    assertThat(REDIS.commandsDuring(() -> queue.claim(LEASE))).hasSize(1);
  }

  @Test
  @DisplayName("is found though whoever added it died before calling for it")
  void uncalledFor() {
    queue.add(SomeKnowledge.job(TENANT, "j1", "a"), 10);
    String inTenMinutes = clock.instant().plus(Duration.ofMinutes(10)).toEpochMilli() + "000";
    REDIS.command("ZADD", "parley:{ingest}:tenants", inTenMinutes, TENANT.toString());

    assertThat(queue.claim(LEASE)).isEmpty();
    clock.step(Duration.ofMinutes(10));
    assertThat(queue.claim(LEASE)).isPresent();
  }

  @Test
  @DisplayName("is told for a day once it is over, and its words are gone")
  void over() {
    queue.add(SomeKnowledge.job(TENANT, "j1", "a"), 10);
    ClaimedJob claimed = queue.claim(LEASE).orElseThrow();
    String key = KEY + "ingest:" + claimed.job().document();
    assertThat(REDIS.command("HGETALL", key)).contains("Words of j1");

    queue.end(claimed, Stage.DONE, "It is there.");

    assertThat(REDIS.command("HGETALL", key)).doesNotContain("Words of j1");
    assertThat(Long.parseLong(REDIS.command("TTL", key).getFirst()))
        .isBetween(Duration.ofHours(23).toSeconds(), Duration.ofDays(1).toSeconds());
  }

  @Test
  @DisplayName("goes where it cannot be read, and does not hold up the rest")
  void damaged() {
    queue.add(SomeKnowledge.job(TENANT, "j1", "a"), 10);
    queue.add(SomeKnowledge.job(TENANT, "j2", "b"), 10);
    IngestJob bad = SomeKnowledge.job(TENANT, "j1", "a");
    REDIS.command("HSET", KEY + "ingest:" + bad.document(), "job", "{\"is\":");

    Optional<ClaimedJob> claimed = queue.claim(LEASE).or(() -> queue.claim(LEASE));

    assertThat(claimed).map(it -> it.job().id()).contains("j2");
    assertThat(queue.states(TENANT)).hasSize(1);
  }

  @Test
  @DisplayName("keeps a file that it is made of, when somebody is forgotten who sent the same one")
  void files() {
    AttachmentContent file = AttachmentContent.of("what both sent".getBytes(UTF_8));
    redis.attachments(Duration.ofDays(1)).keep(TENANT, file);
    queue.add(kept("j1", "a", file, "Ada"), 10);
    queue.add(kept("j2", "b", file, "Bob"), 10);
    Erased first = redis.personalRecords(Duration.ZERO).forget(TENANT, Said.author("Ada").id());
    boolean after = redis.attachments(Duration.ofDays(1)).find(TENANT, file.sha256()).isPresent();
    Erased second = redis.personalRecords(Duration.ZERO).forget(TENANT, Said.author("Bob").id());

    assertThat(first.counts()).isEqualTo(Map.of(Erased.Kind.DOCUMENT, 1));
    assertThat(after).isTrue();
    assertThat(second.counts()).isEqualTo(Map.of(Erased.Kind.DOCUMENT, 1, Erased.Kind.FILE, 1));
  }

  private static IngestJob kept(String id, String key, AttachmentContent file, String by) {
    Origin origin = SomeKnowledge.origin(Origin.Kind.FILE, key);
    return SomeKnowledge.job(TENANT, id, key, Said.author(by))
        .with(new Material.Kept(origin, file.sha256(), key));
  }

  /// Does something while the server holds all commands back for a while, then runs them all.
  private static <T> T repeated(Supplier<T> action) {
    REDIS.command("CONFIG", "RESETSTAT");
    REDIS.command("CLIENT", "PAUSE", "500");
    T result = action.get();
    String runs = REDIS.command("INFO", "commandstats").getFirst();
    assertThat(runs).containsPattern("cmdstat_evalsha:calls=([2-9]|[1-9]\\d)");
    return result;
  }

  /// Does something while the server holds all commands back again and again, so that each of the
  /// scripts that it takes is run several times.
  private static <T> T stuttering(Supplier<T> action) {
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(
          () -> {
            while (!over.get()) {
              REDIS.command("CLIENT", "PAUSE", "400");
            }
          });
      try {
        return action.get();
      } finally {
        over.set(true);
      }
    }
  }

  private static boolean repeated(Runnable action) {
    return repeated(
        () -> {
          action.run();
          return true;
        });
  }

  @Test
  @DisplayName("is added and claimed once by a Redis that answers too late")
  void repeatedJobs() {
    boolean added = repeated(() -> hasty.add(SomeKnowledge.job(TENANT, "j1", "a"), 1));
    ClaimedJob job = stuttering(() -> hasty.claim(LEASE)).orElseThrow();

    assertThat(added).isTrue();
    assertThat(job.attempts()).isEqualTo(1);
    assertThat(repeated(() -> hasty.progress(job, Stage.READING, 0, 0, LEASE))).isTrue();
    assertThat(repeated(() -> hasty.end(job, Stage.DONE, "There."))).isTrue();
    assertThat(queue.states(TENANT)).extracting(state -> state.told()).containsExactly("There.");
  }

  @Test
  @DisplayName("is given again to the very call that claimed it, and to no other")
  void repeatedClaim() throws IOException {
    queue.add(SomeKnowledge.job(TENANT, "j1", "a"), 1);
    String lua = lua("tenant") + lua("ingest") + lua("ingest-claim");

    List<String> first = claimedBy(lua, "one call");
    List<String> repeated = claimedBy(lua, "one call");
    List<String> other = claimedBy(lua, "another call");

    assertThat(first).hasSize(5).endsWith("1");
    assertThat(repeated).isEqualTo(first);
    assertThat(other).hasSize(1);
  }

  private List<String> claimedBy(String lua, String call) {
    String now = Long.toString(clock.instant().toEpochMilli());
    return REDIS.command("EVAL", lua, "1", "parley:{web/T1}", call, now, "60000");
  }

  private static String lua(String name) throws IOException {
    try (InputStream in = RedisStore.class.getResourceAsStream(name + ".lua")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8) + "\n";
    }
  }

  @Test
  @DisplayName("is published, used and removed once by a Redis that answers too late")
  void repeatedDocuments() {
    Document document = SomeKnowledge.document(TENANT, "a", "v1", 3);
    Published published =
        repeated(
            () ->
                hastyStore.publish(document, SomeKnowledge.passages("v1", 3), new Limits(1, 300)));
    repeated(() -> hastyStore.used(TENANT, List.of(document.id()), SomeKnowledge.THEN));
    Map<?, Use> uses = hastyStore.uses(TENANT);
    boolean removed = repeated(() -> hastyStore.remove(TENANT, document.id()));

    assertThat(published).isEqualTo(Published.DONE);
    assertThat(uses.values()).containsExactly(new Use(SomeKnowledge.THEN, 1));
    assertThat(removed).isTrue();
    assertThat(REDIS.command("HGET", KEY + "documents-shelf", "characters")).containsExactly("0");
    assertThat(hastyStore.publish(document, SomeKnowledge.passages("v1", 3), PLENTY))
        .isEqualTo(Published.DONE);
  }
}
