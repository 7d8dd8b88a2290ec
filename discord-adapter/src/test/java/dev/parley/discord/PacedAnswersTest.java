package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.message.Reply;
import dev.parley.platform.ReplyChannel;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.RecordedCall;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.platform.RecordingHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Within Discord's limits")
@Timeout(60)
final class PacedAnswersTest {
  private static final String EDIT = "PATCH /channels/{}/messages/{}";
  private static final String POST = "POST /channels/{}/messages";

  private final DiscordHarness harness = new DiscordHarness(DiscordRules.limited());
  private final RecordingHandler core = new RecordingHandler();
  private final DiscordAdapter adapter = harness.started(harness.settings(), core);

  @AfterEach
  void close() {
    harness.close();
  }

  private double counted(String scope) {
    return harness.metrics.counter("parley.discord.rate.limited", "scope", scope).count();
  }

  /// Answers by many words, until others have shown enough of theirs.
  private void grow(Asked asked, CountDownLatch enough) {
    try (ReplyChannel reply = asked.open(adapter)) {
      IntStream.range(0, 200)
          .forEach(
              word -> {
                reply.stream("word" + word + " ");
                awaitBriefly(enough);
              });
      reply.finish(Reply.answer("whole"));
    }
  }

  private static void awaitBriefly(CountDownLatch latch) {
    try {
      latch.await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @DisplayName("three answers grow in one channel at once, none is refused, and each is completed")
  void three() {
    List<SaidMessage> questions =
        IntStream.range(0, 3)
            .mapToObj(i -> harness.ann.says(harness.general, harness.mention() + " " + i))
            .toList();
    List<Asked> asked = questions.stream().map(said -> Asked.heard(core, said)).toList();
    CountDownLatch enough = new CountDownLatch(1);

    List<Thread> threads =
        asked.stream().map(one -> Thread.ofVirtual().start(() -> grow(one, enough))).toList();
    await()
        .atMost(DiscordHarness.LIMIT)
        .until(
            () -> harness.general.botMessages().stream().filter(it -> it.edits() > 0).count() == 3);
    enough.countDown();
    await().atMost(DiscordHarness.LIMIT).until(() -> threads.stream().noneMatch(Thread::isAlive));

    assertThat(harness.general.botMessages())
        .hasSize(3)
        .extracting(ShownMessage::text)
        .containsOnly("whole");
    assertThat(harness.discord.rateLimited()).isZero();
    assertThat(counted("route")).isZero();
    assertThat(harness.discord.calls(EDIT)).hasSizeLessThan(30);
  }

  @Test
  @DisplayName("a refusal of one route is counted, and the answer comes all the same")
  void route() {
    SaidMessage question = harness.ann.says(harness.general, harness.mention() + " hi");
    Asked asked = Asked.heard(core, question);
    harness.discord.failNext(POST, new ApiFault.RateLimited(Duration.ofSeconds(1), false));

    asked.answer(adapter, "Good morning");

    assertThat(question.answers()).hasSize(1);
    assertThat(counted("route")).isOne();
    assertThat(counted("global")).isZero();
    assertThat(harness.metrics.counter("parley.discord.invalid.requests").count()).isOne();
  }

  @Test
  @DisplayName("a refusal for all routes is counted, and nothing is sent until Discord takes it")
  void global() {
    SaidMessage question = harness.ann.says(harness.general, harness.mention() + " hi");
    Asked asked = Asked.heard(core, question);
    SaidMessage second = harness.ann.says(harness.ann.dm(), "hi");
    Asked other = Asked.heard(core, second);
    harness.discord.failNext(POST, new ApiFault.RateLimited(Duration.ofSeconds(1), true));

    asked.answer(adapter, "Good morning");
    other.answer(adapter, "Good evening");

    assertThat(counted("global")).isOne();
    List<RecordedCall> posts = harness.discord.calls(POST);
    assertThat(posts).hasSize(3);
    assertThat(Duration.between(posts.get(0).at(), posts.get(1).at()))
        .isGreaterThan(Duration.ofMillis(900));
    assertThat(question.answers()).hasSize(1);
    assertThat(second.answers()).hasSize(1);
  }
}
