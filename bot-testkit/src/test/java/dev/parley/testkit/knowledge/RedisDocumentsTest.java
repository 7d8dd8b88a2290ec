package dev.parley.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.Changes;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.KnowledgeStore.Limits;
import dev.parley.knowledge.KnowledgeStore.Published;
import dev.parley.model.Embedding;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.testkit.inbox.Said;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Documents, as they lie in Redis")
class RedisDocumentsTest {
  @RegisterExtension static final RedisForTests REDIS = new RedisForTests();

  private static final TenantId TENANT = Said.tenant("T1");
  private static final String KEY = "parley:{web/T1}:";
  private static final Limits PLENTY = new Limits(100, 1_000_000);
  private static final long FOR_EVER = -1;

  private static RedisStore redis;

  private final KnowledgeStore store = redis.knowledge();

  @BeforeAll
  static void connect() {
    redis = RedisStore.open(REDIS.settings());
  }

  @AfterAll
  static void disconnect() {
    redis.close();
  }

  @BeforeEach
  void empty() {
    REDIS.command("FLUSHALL");
  }

  private Document published(String key, String version, int passages) {
    Document document = SomeKnowledge.document(TENANT, key, version, passages);
    assertThat(store.publish(document, SomeKnowledge.passages(version, passages), PLENTY))
        .isEqualTo(Published.DONE);
    return document;
  }

  private static List<String> passageKeys() {
    return REDIS.command("KEYS", KEY + "passages:*");
  }

  private static long secondsLeft(String key) {
    return Long.parseLong(REDIS.command("TTL", key).getFirst());
  }

  @Test
  @DisplayName("stay for ever, and what they replace goes soon")
  void replaced() {
    published("a", "v1", 3);
    String first = passageKeys().getFirst();
    published("a", "v2", 3);

    assertThat(secondsLeft(first)).isBetween(1L, 60L);
    assertThat(passageKeys())
        .filteredOn(key -> !key.equals(first))
        .singleElement()
        .satisfies(key -> assertThat(secondsLeft(key)).isEqualTo(FOR_EVER));
  }

  @Test
  @DisplayName("do not go with conversations that are forgotten")
  void forgetAfter() {
    try (RedisStore forgetful =
        RedisStore.open(REDIS.settings().withForgetAfter(Optional.of(Duration.ofDays(1))))) {
      Document document = SomeKnowledge.document(TENANT, "a", "v1", 1);
      forgetful.knowledge().publish(document, SomeKnowledge.passages("v1", 1), PLENTY);
      forgetful.knowledge().used(TENANT, List.of(document.id()), SomeKnowledge.THEN);
    }

    assertThat(REDIS.command("KEYS", KEY + "*"))
        .hasSizeGreaterThan(3)
        .allSatisfy(key -> assertThat(secondsLeft(key)).isEqualTo(FOR_EVER));
  }

  @Test
  @DisplayName("leave nothing to see, and nothing for good, where a writer dies before the end")
  void killed() {
    REDIS.command("SET", KEY + "documents", "in the way of the last step");
    Document document = SomeKnowledge.document(TENANT, "a", "v1", 200);
    List<EmbeddedPassage> passages = SomeKnowledge.passages("v1", 200);
    assertThatThrownBy(() -> store.publish(document, passages, PLENTY))
        .isInstanceOf(StoreUnavailableException.class);
    REDIS.command("DEL", KEY + "documents");

    assertThat(store.documents(TENANT)).isEmpty();
    assertThat(store.passages(document)).isEmpty();
    assertThat(store.changesSince(TENANT, Changes.BEGINNING).documents()).isEmpty();
    assertThat(passageKeys())
        .singleElement()
        .satisfies(key -> assertThat(secondsLeft(key)).isBetween(1L, 600L));
  }

  @Test
  @DisplayName("are not published where a part of them is lost while they are written")
  void lostMeanwhile() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Document document = SomeKnowledge.document(TENANT, "a", "v1", 400);
    List<EmbeddedPassage> passages = SomeKnowledge.passages("v1", 400);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> loser = threads.submit(() -> loseUnpublished(over));
      try {
        assertThatThrownBy(
                () -> {
                  // each time it may come through, whole
                  for (int i = 0; i < 50; i++) {
                    store.publish(document, passages, PLENTY);
                    assertThat(store.passages(document)).hasSize(400);
                  }
                })
            .isInstanceOf(StoreUnavailableException.class);
      } finally {
        over.set(true);
      }
      loser.get();
    }
  }

  private static void loseUnpublished(AtomicBoolean over) {
    String lua =
        """
        for _, key in ipairs(redis.call('KEYS', ARGV[1])) do
          if redis.call('PTTL', key) > 0 then
            redis.call('DEL', key)
          end
        end
        """;
    while (!over.get()) {
      REDIS.command("EVAL", lua, "0", KEY + "passages:*");
    }
  }

  @Test
  @DisplayName("leave nothing where they are refused")
  void refused() {
    Document document = SomeKnowledge.document(TENANT, "a", "v1", 5);

    Published told = store.publish(document, SomeKnowledge.passages("v1", 5), new Limits(5, 10));

    assertThat(told).isEqualTo(Published.TOO_MANY_CHARACTERS);
    assertThat(passageKeys()).isEmpty();
  }

  @Test
  @DisplayName("are none rather than half of one, where a part of them is lost")
  void half() {
    Document document = published("a", "v1", 200);

    REDIS.command("HDEL", passageKeys().getFirst(), "150");

    assertThat(store.passages(document)).isEmpty();
  }

  @Test
  @DisplayName("are passed over where they cannot be read, and do not take others with them")
  void damaged() {
    Document document = published("a", "v1", 1);
    REDIS.command("HSET", KEY + "documents", "0123456789", "x\u001f0\u001f0\n{\"title\":");

    assertThat(store.documents(TENANT)).containsExactly(document);
    assertThat(store.remove(TENANT, new DocumentId("0123456789"))).isTrue();
  }

  @Test
  @DisplayName("take little more than their vectors and words")
  void size() {
    Random random = new Random(42);
    int dimensions = 768;
    List<EmbeddedPassage> passages =
        SomeKnowledge.passages("v1", 200).stream()
            .map(it -> new EmbeddedPassage(it.passage(), Optional.of(any(random, dimensions))))
            .toList();
    store.publish(SomeKnowledge.document(TENANT, "a", "v1", 200), passages, PLENTY);

    String bytes =
        REDIS.command("MEMORY", "USAGE", passageKeys().getFirst(), "SAMPLES", "0").getFirst();

    assertThat(Long.parseLong(bytes) / 200).isBetween(4L * dimensions, 4L * dimensions + 1_000);
  }

  private static Embedding any(Random random, int dimensions) {
    float[] values = new float[dimensions];
    for (int at = 0; at < dimensions; at++) {
      values[at] = random.nextFloat() - 0.5f;
    }
    return Embedding.of(values);
  }

  @Test
  @DisplayName("have another history where Redis was emptied")
  void emptied() {
    published("a", "v1", 1);
    Changes.Point point = store.changesSince(TENANT, Changes.BEGINNING).until();

    REDIS.command("FLUSHALL");
    Changes nothing = store.changesSince(TENANT, point);
    Document document = published("b", "v1", 1);
    Changes changes = store.changesSince(TENANT, point);

    assertThat(nothing.all()).isTrue();
    assertThat(nothing.documents()).isEmpty();
    assertThat(changes.all()).isTrue();
    assertThat(changes.documents()).containsExactly(document.id());
    assertThat(changes.until().history()).isNotEqualTo(point.history());
  }

  @Test
  @DisplayName("are told to whoever knows of changes that Redis lost when it crashed")
  void lostMoments() {
    published("a", "v1", 1);
    String before = REDIS.command("HGET", KEY + "documents-shelf", "last").getFirst();
    published("lost", "v1", 1);
    Changes.Point point = store.changesSince(TENANT, Changes.BEGINNING).until();
    REDIS.command("HSET", KEY + "documents-shelf", "last", before);

    Document document = published("b", "v1", 1);

    assertThat(store.changesSince(TENANT, point).documents()).containsExactly(document.id());
  }

  @Test
  @DisplayName("are told whole to whoever is behind what is remembered of removed ones")
  void behind() {
    Document a = published("a", "v1", 1);
    Changes.Point point = store.changesSince(TENANT, Changes.BEGINNING).until();
    Document b = published("b", "v1", 1);
    store.remove(TENANT, b.id());
    String longAgo = "1000000";
    REDIS.command("ZADD", KEY + "documents-gone", longAgo, b.id().value());
    assertThat(store.changesSince(TENANT, point).all()).isFalse();

    store.remove(TENANT, published("c", "v1", 1).id());

    assertThat(REDIS.command("ZSCORE", KEY + "documents-changed", b.id().value()))
        .containsExactly("");
    Changes old = store.changesSince(TENANT, new Changes.Point(point.history(), 999_999));
    assertThat(old.all()).isTrue();
    assertThat(old.documents()).containsExactly(a.id());
    assertThat(store.changesSince(TENANT, point).all()).isFalse();
  }

  @Test
  @DisplayName("have vectors of their texts kept for an hour")
  void vectors() {
    store.keepEmbeddings(TENANT, "space", Map.of("h1", SomeKnowledge.vector(1)));

    assertThat(REDIS.command("KEYS", KEY + "vector:*"))
        .singleElement()
        .satisfies(key -> assertThat(secondsLeft(key)).isBetween(3_500L, 3_600L));
  }
}
