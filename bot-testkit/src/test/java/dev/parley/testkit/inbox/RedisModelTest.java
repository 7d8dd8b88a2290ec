package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.AnswerPolicy;
import dev.parley.conversation.Turn;
import dev.parley.conversation.Utterance;
import dev.parley.identity.Place;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.InboxSettings;
import dev.parley.message.InboundMessage;
import dev.parley.redis.RedisStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Many instances that fail at any moment")
class RedisModelTest {
  private static final int CONVERSATIONS = 12;
  private static final int MESSAGES = 25;
  private static final int INSTANCES = 5;
  private static final Duration HANG = Duration.ofMinutes(2);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("answer each message once, in order, and leave nothing behind")
  void eachOnceInOrder(boolean merge) {
    InboxSettings settings =
        new InboxSettings(
            Duration.ofMillis(250),
            1000,
            100,
            merge,
            Duration.ofHours(1),
            SessionScope.THREAD,
            AnswerPolicy.THREAD);
    try (RedisForTests redis = RedisForTests.started();
        RedisStore store = RedisStore.open(redis.settings())) {
      converse(redis, store, settings);

      for (int i = 0; i < CONVERSATIONS; i++) {
        assertInOrder(store, channel(i), merge);
      }
      assertThat(redis.command("KEYS", "*:dead")).isEmpty();
    }
  }

  private static void converse(RedisForTests redis, RedisStore store, InboxSettings settings) {
    List<UnreliableInstance> instances =
        IntStream.range(0, INSTANCES)
            .mapToObj(i -> new UnreliableInstance(store.inbox(settings), i))
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        instances.forEach(instance -> threads.execute(instance::work));
        IntStream.range(0, CONVERSATIONS)
            .forEach(i -> threads.execute(() -> say(channel(i), instances)));
        Awaitility.await()
            .atMost(HANG)
            .pollInterval(Duration.ofMillis(200))
            .until(() -> answered(store) == CONVERSATIONS * MESSAGES && isEmpty(redis));
      } finally {
        // before the executor waits for them
        instances.forEach(UnreliableInstance::end);
      }
    }
  }

  private static Place channel(int number) {
    return Said.channel("channel-" + number);
  }

  /// Each message twice, to different instances.
  private static void say(Place place, List<UnreliableInstance> instances) {
    for (int i = 0; i < MESSAGES; i++) {
      String id = "%s/%02d".formatted(place.channel(), i);
      InboundMessage message = Said.message(id, place, i % 3 == 0 ? "Bob" : "Ada");
      instances.get(i % INSTANCES).hear(message);
      instances.get((i + 1) % INSTANCES).hear(message);
    }
  }

  private static int answered(RedisStore store) {
    return IntStream.range(0, CONVERSATIONS).map(i -> questions(store, channel(i)).size()).sum();
  }

  private static boolean isEmpty(RedisForTests redis) {
    return redis.command("KEYS", "*}:turn:*").isEmpty()
        && redis.command("KEYS", "*}:waiting:*").isEmpty()
        && redis.command("KEYS", "*}:sched").isEmpty();
  }

  private static List<Utterance> questions(RedisStore store, Place place) {
    return store
        .conversations()
        .read(place.conversation(SessionScope.THREAD, Said.author("Ada").id()))
        .turns()
        .stream()
        .map(Turn::questions)
        .flatMap(List::stream)
        .toList();
  }

  private static void assertInOrder(RedisStore store, Place place, boolean merge) {
    List<Utterance> questions = questions(store, place);
    assertThat(questions.stream().map(question -> question.id().value()).distinct())
        .hasSize(MESSAGES);
    for (String author : List.of("Ada", "Bob")) {
      assertThat(
              questions.stream()
                  .filter(question -> !merge || question.author().name().equals(author))
                  .map(question -> question.id().value()))
          .isSorted();
    }
  }
}
