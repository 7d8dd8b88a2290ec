package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.message.InboundMessage;
import dev.parley.platform.Backlog;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.ApiFault;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.SlackPerson;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What was said in a thread of Slack's")
@Timeout(60)
class ThreadReadingTest {
  private final SlackHarness harness = SlackHarness.overHttp();
  private final RecordingHandler core = new RecordingHandler();
  private final String channel = harness.workspace.channel("general");
  private final SlackPerson bob = harness.workspace.person("Bob");

  @BeforeEach
  void start() {
    harness.adapter.start(core);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private InboundMessage summoned(SaidMessage root) {
    String mention = "<@" + harness.workspace.botUserId() + "> why?";
    SaidMessage call = harness.ann.says(channel, mention, root.ts());
    await()
        .atMost(SlackHarness.LIMIT)
        .until(
            () ->
                core.accepted().stream().anyMatch(heard -> heard.id().value().endsWith(call.ts())));
    return core.accepted().stream()
        .filter(heard -> heard.id().value().endsWith(call.ts()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(Backlog backlog) {
    return backlog.said().stream().map(ThreadReadingTest::line).toList();
  }

  private static String line(Backlog.Line one) {
    return one.author().name() + ": " + one.text();
  }

  @Test
  @DisplayName("is told with its authors' names, without the call itself")
  void read() {
    SaidMessage root = bob.says(channel, "The build is red &amp; nobody looks");
    harness.ann.says(channel, "Since noon, <@" + bob.id() + ">", root.ts());

    Backlog backlog = harness.adapter.saidBefore(summoned(root));

    assertThat(backlog.complete()).isTrue();
    assertThat(lines(backlog))
        .containsExactly("Bob: The build is red & nobody looks", "Ann: Since noon, @Bob");
  }

  @Test
  @DisplayName("is told by its beginning and its latest part, where it is long")
  void bounded() {
    SaidMessage root = bob.says(channel, "The beginning");
    for (int i = 0; i < 10; i++) {
      bob.says(channel, i + "x".repeat(3_000), root.ts());
    }

    List<String> lines = lines(harness.adapter.saidBefore(summoned(root)));

    assertThat(lines).hasSizeBetween(5, 8);
    assertThat(lines.getFirst()).isEqualTo("Bob: The beginning");
    assertThat(lines.getLast()).startsWith("Bob: 9x");
  }

  @Test
  @DisplayName("is unknown where Slack does not tell, and the bot goes on without")
  void refused() {
    InboundMessage call = summoned(bob.says(channel, "The beginning"));
    harness.slack.failNext(
        "conversations.replies", new ApiFault.RateLimited(Duration.ofMinutes(1)));

    Backlog backlog = harness.adapter.saidBefore(call);

    assertThat(backlog.said()).isEmpty();
    assertThat(backlog.complete()).isFalse();
  }
}
