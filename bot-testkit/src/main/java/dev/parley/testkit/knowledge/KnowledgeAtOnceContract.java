package dev.parley.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.KnowledgeStore.Limits;
import dev.parley.knowledge.KnowledgeStore.Published;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every store of documents must do for many who write and read at once.
public abstract class KnowledgeAtOnceContract extends KnowledgeContract {
  private static final int MANY = 200;

  @Test
  @DisplayName("takes exactly as many of those that come at once as there is room for")
  void limitsAtOnce() throws Exception {
    List<Callable<Published>> writers =
        IntStream.range(0, 12)
            .<Callable<Published>>mapToObj(
                i ->
                    () ->
                        publish(
                            SomeKnowledge.document(tenant, "d" + i, "v1", 1),
                            new Limits(5, 10_000)))
            .toList();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Published> told = threads.invokeAll(writers).stream().map(Future::resultNow).toList();

      assertThat(told).filteredOn(Published.DONE::equals).hasSize(5);
      assertThat(store().documents(tenant)).hasSize(5);
    }
  }

  @Test
  @DisplayName("lets one whole version win of those that are published at once")
  void writersAtOnce() throws Exception {
    List<Callable<Document>> writers =
        IntStream.range(0, 8)
            .<Callable<Document>>mapToObj(i -> () -> published("a", "v" + i, 100 + i))
            .toList();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Document> writer : threads.invokeAll(writers)) {
        assertThat(writer.state()).isEqualTo(Future.State.SUCCESS);
      }
    }
    Document won = store().documents(tenant).getFirst();

    assertThat(store().documents(tenant)).hasSize(1);
    assertThat(store().passages(won))
        .isEqualTo(SomeKnowledge.passages(won.version(), won.passages()));
  }

  @Test
  @DisplayName("never shows half a version to whoever reads while versions change")
  void readerMeanwhile() throws Exception {
    Document first = published("a", "v0", MANY);
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger whole = new AtomicInteger();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> reader = threads.submit(() -> readUntil(over, first, whole));
      try {
        await().atMost(HANG).until(() -> whole.get() > 0);
        for (int i = 1; i <= 12; i++) {
          published("a", "v" + i, MANY - i);
        }
        store().remove(tenant, first.id());
      } finally {
        over.set(true);
      }
      reader.get(HANG.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private void readUntil(AtomicBoolean over, Document first, AtomicInteger whole) {
    while (!over.get()) {
      Document now = store().document(tenant, first.id()).orElse(first);
      List<EmbeddedPassage> read = store().passages(now);
      if (!read.isEmpty()) {
        assertThat(read).isEqualTo(SomeKnowledge.passages(now.version(), now.passages()));
        whole.incrementAndGet();
      }
    }
  }

  @Test
  @DisplayName("loses no change of many that are made to a document at once")
  void editsAtOnce() throws Exception {
    Document document = published("a", "v1", 1);
    List<Callable<Boolean>> edits =
        List.of(
            () -> store().changeAudience(tenant, document.id(), only("C1")),
            () -> {
              store().checked(document, SomeKnowledge.THEN.plusSeconds(5));
              return true;
            });

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> edit : threads.invokeAll(edits)) {
        assertThat(edit.resultNow()).isTrue();
      }
    }

    assertThat(store().document(tenant, document.id()))
        .contains(document.withAudience(only("C1")).checkedAt(SomeKnowledge.THEN.plusSeconds(5)));
  }

  private static DocumentAudience only(String channel) {
    return DocumentAudience.of(AudienceTerm.channel(channel));
  }

  @Test
  @DisplayName("keeps an audience that is changed at the moment at which a job publishes")
  void audienceMeanwhile() throws Exception {
    Document document = published("a", "v", 1);
    for (int round = 0; round < 20; round++) {
      queue().add(SomeKnowledge.job(tenant, "j" + round, "a"), 10);
      Optional<ClaimedJob> claimed = queue().claim(LEASE);
      Document next = SomeKnowledge.document(tenant, "a", "v" + round, 1);
      DocumentAudience audience = only("C" + round);
      List<Callable<Boolean>> both =
          List.of(
              () -> publish(next, claimed) == Published.DONE,
              () -> store().changeAudience(tenant, document.id(), audience));

      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        assertThat(threads.invokeAll(both)).allMatch(Future::resultNow);
      }

      assertThat(store().document(tenant, document.id())).contains(next.withAudience(audience));
    }
  }

  private Published publish(Document document, Optional<ClaimedJob> claimed) {
    List<EmbeddedPassage> passages = SomeKnowledge.passages(document.version(), 1);
    return store().publish(document, passages, PLENTY, claimed);
  }

  @Test
  @DisplayName("gives a job to one of those who look for one at the moment at which it is added")
  void addedMeanwhile() throws Exception {
    Set<String> got = ConcurrentHashMap.newKeySet();
    AtomicBoolean over = new AtomicBoolean();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> claimants =
          List.of(
              threads.submit(() -> claimUntil(over, got)),
              threads.submit(() -> claimUntil(over, got)));
      try {
        for (int i = 0; i < MANY; i++) {
          String id = "j" + i;
          queue().add(SomeKnowledge.job(tenant, id, "d" + i), 2 * MANY);
          await().pollInterval(Duration.ofMillis(1)).atMost(HANG).until(() -> got.contains(id));
        }
      } finally {
        over.set(true);
      }
      for (Future<?> claimant : claimants) {
        claimant.get(HANG.toSeconds(), TimeUnit.SECONDS);
      }
    }

    assertThat(got).hasSize(MANY);
  }

  private void claimUntil(AtomicBoolean over, Set<String> got) {
    while (!over.get()) {
      queue().claim(LEASE).ifPresent(claimed -> assertThat(got.add(claimed.job().id())).isTrue());
    }
  }
}
