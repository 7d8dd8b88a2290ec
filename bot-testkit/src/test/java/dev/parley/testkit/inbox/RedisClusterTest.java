package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Erased;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Lease;
import dev.parley.inbox.StopOutcome;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.model.Embedding;
import dev.parley.platform.RoomDraft;
import dev.parley.platform.RoomLog;
import dev.parley.redis.RedisSettings;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.knowledge.SomeKnowledge;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cluster of Redis servers")
class RedisClusterTest extends StorageContract {
  private static final int SLOTS = 16_384;
  private static final int TENANTS = 12;
  private static final KnowledgeStore.Limits PLENTY = new KnowledgeStore.Limits(100, 1_000_000);
  private static final Embedding VECTOR = Embedding.of(new float[] {1, 2});
  private static final String PASSWORD = UUID.randomUUID().toString();

  private static List<RedisForTests> nodes = List.of();
  private static RedisStore store;

  @BeforeAll
  static void form() {
    nodes = List.of(RedisForTests.startedAsNode(PASSWORD), RedisForTests.startedAsNode(PASSWORD));
    for (int i = 0; i < nodes.size(); i++) {
      int share = SLOTS / nodes.size();
      Stream<String> slots =
          IntStream.range(i * share, (i + 1) * share).mapToObj(Integer::toString);
      nodes
          .get(i)
          .command(Stream.concat(Stream.of("CLUSTER", "ADDSLOTS"), slots).toArray(String[]::new));
    }
    String port = Integer.toString(nodes.getLast().port());
    nodes.getFirst().command("CLUSTER", "MEET", "127.0.0.1", port);
    Awaitility.await().atMost(HANG).until(RedisClusterTest::isFormed);
    store = RedisStore.open(RedisSettings.of(nodes.getFirst().url() + "," + nodes.getLast().url()));
  }

  private static boolean isFormed() {
    return nodes.stream()
        .map(node -> node.command("CLUSTER", "INFO").getFirst())
        .allMatch(
            info -> info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:2"));
  }

  @AfterAll
  static void disband() {
    store.close();
    nodes.forEach(RedisForTests::close);
  }

  @Override
  protected Storage newStorage() {
    nodes.forEach(node -> node.command("FLUSHALL"));
    return new RedisStorage(store);
  }

  private static Place channel(int tenant) {
    return Said.channelOf("T" + tenant, "general");
  }

  @Test
  @DisplayName("holds the turns of many tenants, each on one of its servers")
  void turns() {
    for (int i = 0; i < TENANTS; i++) {
      finish(begin(Said.message("m1", channel(i), "Ada")));
      inbox.accept(Said.message("m2", channel(i), "Ada"), false);
    }

    List<ClaimedTurn> claimed = inbox.claimDue(Said.SPOKEN, TENANTS);
    List<Lease> leases = claimed.stream().map(ClaimedTurn::lease).toList();

    assertThat(claimed).hasSize(TENANTS);
    assertThat(claimed)
        .allSatisfy(turn -> assertThat(ids(turn.conversation())).containsExactly("m1"));
    assertThat(inbox.renew(leases).lost()).isEmpty();
    assertThat(inbox.stop(leases.getFirst().turn(), Said.by("Ada")))
        .isEqualTo(StopOutcome.STOPPING);
    claimed.forEach(turn -> storage.journal().record(turn.lease(), "a", "b"));
    inbox.release(leases.getFirst());
    claimed.stream().skip(1).forEach(turn -> assertThat(finish(turn)).isEmpty());
    assertThat(nodes)
        .allSatisfy(node -> assertThat(node.command("KEYS", "*:history:*")).isNotEmpty());
  }

  @Test
  @DisplayName("begins threads with their exchange, and resets")
  void threads() {
    finish(begin(Said.message("m1")));
    ClaimedTurn turn = begin(Said.message("t1", Said.thread("general", "m1"), "Bob"));

    storage.conversations().reset(Said.general());

    assertThat(ids(turn.conversation())).containsExactly("m1");
    assertThat(remembered(Said.general())).isEmpty();
  }

  @Test
  @DisplayName("tells every instance of changes, whichever server they happen on")
  void rooms() throws InterruptedException {
    RoomLog rooms = store.roomLog(100);
    for (int i = 0; i < TENANTS; i++) {
      TenantId tenant = Said.tenant("T" + i);
      Semaphore heard = new Semaphore(0);
      try (RoomLog.Following _ = rooms.follow(tenant, "general", heard::release)) {
        rooms.show(tenant, "general", draft("d1"));

        assertThat(heard.tryAcquire(HANG.toSeconds(), TimeUnit.SECONDS)).isTrue();
      }
      assertThat(rooms.read(tenant, "general", "", 10).drafts()).containsExactly(draft("d1"));
    }
  }

  private static RoomDraft draft(String id) {
    return new RoomDraft(id, new MessageId("m1").value(), "c", "u", Optional.empty(), "", "text");
  }

  @Test
  @DisplayName("reads in documents of many tenants, each on one of its servers")
  void documents() {
    KnowledgeStore documents = store.knowledge();
    IngestQueue queue = store.ingestQueue(Clock.systemUTC());
    for (int i = 0; i < TENANTS; i++) {
      queue.add(SomeKnowledge.job(Said.tenant("T" + i), "j" + i, "a"), 5);
    }
    for (int i = 0; i < TENANTS; i++) {
      Optional<ClaimedJob> claimed = queue.claim(HANG);
      Document document =
          SomeKnowledge.document(claimed.orElseThrow().job().tenant(), "a", "v1", 100);
      documents.publish(document, SomeKnowledge.passages("v1", 100), PLENTY, claimed);
      documents.keepEmbeddings(document.tenant(), "s", Map.of("a", VECTOR, "b", VECTOR));

      assertThat(documents.passages(document)).hasSize(100);
      assertThat(documents.embeddings(document.tenant(), "s", Set.of("a", "b"))).hasSize(2);
    }
    assertThat(queue.claim(HANG)).isEmpty();
    assertThat(documents.tenants()).hasSize(TENANTS);
    assertThat(nodes)
        .allSatisfy(node -> assertThat(node.command("KEYS", "*:passages:*")).isNotEmpty());
  }

  @Test
  @DisplayName("forgets a person of a tenant, whichever server has it")
  void forgotten() {
    for (int i = 0; i < TENANTS; i++) {
      finish(begin(Said.message("m1", channel(i), "Ada")));
      Erased erased =
          storage.personalRecords().forget(channel(i).tenant(), Said.author("Ada").id());

      assertThat(erased.count(Erased.Kind.EXCHANGE)).isEqualTo(1);
    }
    assertThat(nodes).allSatisfy(node -> assertThat(node.command("KEYS", "*:history:*")).isEmpty());
  }

  @Test
  @DisplayName("goes on where a server was away")
  void outage() {
    finish(begin(Said.message("m1", channel(1), "Ada")));

    nodes.forEach(RedisForTests::kill);
    nodes.forEach(RedisForTests::start);
    Awaitility.await()
        .atMost(HANG.plus(Duration.ofSeconds(10)))
        .until(() -> isFormed() && store.isReachable());

    Awaitility.await()
        .atMost(HANG)
        .ignoreExceptions()
        .until(
            () ->
                storage
                        .conversations()
                        .read(begin(Said.message("m2", channel(1), "Ada")).conversation().id())
                        .turns()
                        .size()
                    == 1);
  }
}
