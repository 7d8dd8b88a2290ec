package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentWanted;
import dev.parley.slack.SlackSettings.Mode;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.ApiFault;
import dev.parley.testkit.slack.RecordedCall;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.SharedFile;
import dev.parley.testkit.slack.SlackPerson;
import dev.parley.testkit.slack.SlackRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What was said lately in Slack")
@Timeout(60)
class RecentReadingTest {
  private final SlackHarness harness = SlackHarness.overHttp();
  private final String channel = harness.workspace.channel("general");
  private final SlackPerson bob = harness.workspace.person("Bob");

  @BeforeEach
  void start() {
    harness.adapter.start(new RecordingHandler());
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private Recent recent(String in, Optional<String> thread, Instant since, int most) {
    Place place =
        new Place(
            new TenantId(new PlatformName("slack"), "T1"),
            in,
            thread.map(ts -> new MessageId(in + ":" + ts)),
            false);
    return harness.adapter.recent(
        new RecentWanted(place, new UserId(harness.ann.id()), since, most));
  }

  private Recent.Told told(Optional<String> thread) {
    return (Recent.Told) recent(channel, thread, Instant.EPOCH, 200);
  }

  private static List<String> lines(Recent.Told told) {
    return told.said().stream().map(line -> line.author().name() + ": " + line.text()).toList();
  }

  @Test
  @DisplayName("in a channel is read with its threads, in the order of time, once each")
  void channel() {
    SaidMessage root = bob.says(channel, "Blue &amp; green");
    bob.says(channel, "Something else");
    harness.ann.says(channel, "Blue, <@" + bob.id() + ">", root.ts());
    bob.broadcasts(channel, "Blue then", root.ts());

    Recent.Told told = told(Optional.empty());

    assertThat(lines(told))
        .containsExactly(
            "Bob: Blue & green", "Bob: Something else", "Ann: Blue, @Bob", "Bob: Blue then");
    assertThat(told.said())
        .extracting(Recent.Line::inThread)
        .containsExactly(false, false, true, true);
    assertThat(told.complete()).isTrue();
  }

  @Test
  @DisplayName("in a thread is read without the channel around it")
  void thread() {
    SaidMessage root = bob.says(channel, "The root");
    bob.says(channel, "Outside");
    bob.shares(
        channel,
        "Inside",
        root.ts(),
        List.of(new SharedFile("plan.txt", "text/plain", new byte[] {65})));

    Recent.Told told = told(Optional.of(root.ts()));

    assertThat(lines(told)).containsExactly("Bob: The root", "Bob: Inside");
    assertThat(told.said().getLast().files()).containsExactly("plan.txt");
    assertThat(told.said()).noneMatch(Recent.Line::inThread);
  }

  @Test
  @DisplayName("is not read where it was deleted")
  void deleted() {
    bob.deletes(bob.says(channel, "Never mind"));
    SaidMessage root = bob.says(channel, "Never mind me either");
    bob.says(channel, "A reply", root.ts());
    bob.deletes(root);

    assertThat(lines(told(Optional.empty()))).noneMatch(line -> line.contains("Never mind"));
  }

  @Test
  @DisplayName("is read by a page, in many threads by the latest few, and that is said")
  void bounded() {
    for (int number = 0; number < 7; number++) {
      bob.says(channel, "reply " + number, bob.says(channel, "root " + number).ts());
    }

    Recent.Told told = told(Optional.empty());

    assertThat(told.said()).hasSize(12);
    assertThat(told.complete()).isFalse();
    assertThat(told.notes()).containsExactly("Replies in 2 threads were not read.");
  }

  @Test
  @DisplayName("is read in part where Slack refuses threads for now")
  void laterThreads() {
    bob.says(channel, "reply", bob.says(channel, "root").ts());
    harness.slack.failNext(
        "conversations.replies", new ApiFault.RateLimited(Duration.ofMinutes(1)));

    Recent.Told told = told(Optional.empty());

    assertThat(lines(told)).containsExactly("Bob: root");
    assertThat(told.notes()).containsExactly("Replies in 1 threads were not read.");
    assertThat(told.complete()).isFalse();
  }

  @Test
  @DisplayName("is not told where Slack wants fewer calls, and nobody waits for it")
  void limited() {
    harness.slack.failNext(
        "conversations.history", new ApiFault.RateLimited(Duration.ofMinutes(1)));

    Recent first = recent(channel, Optional.empty(), Instant.EPOCH, 10);
    Recent second = recent(channel, Optional.empty(), Instant.EPOCH, 10);

    assertThat(List.of(first, second))
        .allSatisfy(
            refused -> assertThat(((Recent.NotReadable) refused).reason()).contains("in a minute"));
    assertThat(harness.slack.calls())
        .extracting(RecordedCall::method)
        .containsOnlyOnce("conversations.history");
  }

  @Test
  @DisplayName("is one page, and no thread, where the app may read but 15 messages a minute")
  void restricted() {
    try (SlackHarness narrow =
        new SlackHarness(Mode.HTTP, SlackRules.withoutTiers().withLongestPage(15))) {
      String room = narrow.workspace.channel("general");
      for (int number = 0; number < 20; number++) {
        narrow.ann.says(room, "reply", narrow.ann.says(room, "root " + number).ts());
      }
      narrow.adapter.start(new RecordingHandler());

      Recent recent =
          narrow.adapter.recent(
              new RecentWanted(
                  new Place(
                      new TenantId(new PlatformName("slack"), "T1"), room, Optional.empty(), false),
                  new UserId(narrow.ann.id()),
                  Instant.EPOCH,
                  200));

      Recent.Told told = (Recent.Told) recent;
      assertThat(told.said()).hasSize(15);
      assertThat(told.said().getLast().text()).isEqualTo("root 19");
      assertThat(told.complete()).isFalse();
      assertThat(told.notes()).containsExactly("Replies in 15 threads were not read.");
      assertThat(narrow.slack.calls("conversations.history")).hasSize(1);
      assertThat(narrow.slack.calls("conversations.replies")).isEmpty();
    }
  }

  @Test
  @DisplayName("is not told where the app lacks a scope")
  void scope() {
    harness.slack.failNext("conversations.history", new ApiFault.Refused("missing_scope"));

    Recent recent = recent(channel, Optional.empty(), Instant.EPOCH, 10);

    assertThat(((Recent.NotReadable) recent).reason()).contains("scopes");
  }
}
