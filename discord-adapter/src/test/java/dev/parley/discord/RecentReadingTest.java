package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.discord.DiscordSettings.AnswerIn;
import dev.parley.message.InboundMessage;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentWanted;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.Permission;
import dev.parley.testkit.discord.SharedFile;
import dev.parley.testkit.platform.RecordingHandler;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What was said lately in Discord")
@Timeout(60)
final class RecentReadingTest {
  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final RecordingHandler core = new RecordingHandler();
  private final DiscordPerson bob = harness.guild.person("Bob");

  @AfterEach
  void close() {
    harness.close();
  }

  private Recent asked(DiscordAdapter adapter, DiscordChannel channel, int most) {
    String id = harness.ann.says(channel, harness.mention() + " what was said?").id();
    Awaitility.await()
        .atMost(DiscordHarness.LIMIT)
        .until(() -> core.accepted().stream().anyMatch(heard -> heard.id().value().equals(id)));
    InboundMessage question =
        core.accepted().stream()
            .filter(heard -> heard.id().value().equals(id))
            .findFirst()
            .orElseThrow();
    return adapter.recent(
        new RecentWanted(question.place(), question.author().id(), Instant.EPOCH, most));
  }

  private static List<String> lines(Recent recent) {
    assertThat(recent).isInstanceOf(Recent.Told.class);
    return ((Recent.Told) recent)
        .said().stream().map(line -> line.author().name() + ": " + line.text()).toList();
  }

  private static void assertNotReadable(Recent recent, String why) {
    assertThat(recent)
        .isInstanceOfSatisfying(
            Recent.NotReadable.class, refused -> assertThat(refused.reason()).contains(why));
  }

  @Test
  @DisplayName("is read from several pages, up to so many of the latest")
  void pages() {
    DiscordAdapter adapter = harness.started(harness.settings(), core);
    for (int number = 0; number < 130; number++) {
      bob.says(harness.general, "number " + number);
    }

    Recent recent = asked(adapter, harness.general, 120);

    List<String> lines = lines(recent);
    assertThat(lines).hasSize(120);
    assertThat(lines.getFirst()).isEqualTo("Bob: number 11");
    assertThat(lines.getLast()).contains("what was said?");
    assertThat(((Recent.Told) recent).complete()).isFalse();
  }

  @Test
  @DisplayName("is read in the thread where it is asked, and that alone")
  void thread() {
    DiscordAdapter adapter = harness.started(harness.settings(), core);
    bob.says(harness.general, "outside");
    DiscordChannel thread = bob.startsThread(harness.general, "tides");
    bob.says(thread, "inside");

    assertThat(lines(asked(adapter, thread, 100)))
        .anyMatch(line -> line.contains("inside"))
        .noneMatch(line -> line.contains("outside"));
  }

  @Test
  @DisplayName("is told with the names of files")
  void files() {
    DiscordAdapter adapter = harness.started(harness.settings(), core);
    bob.shares(harness.general, "see", new SharedFile("plan.txt", "text/plain", new byte[] {65}));

    Recent.Told told = (Recent.Told) asked(adapter, harness.general, 100);

    assertThat(told.said().getFirst().files()).containsExactly("plan.txt");
  }

  @Test
  @DisplayName("is not told to who may not read it, nor where the bot may not")
  void rights() {
    DiscordAdapter adapter = harness.started(harness.settings(), core);
    bob.says(harness.general, "a secret");
    DiscordChannel other = harness.guild.channel("other");
    DiscordChannel thread = harness.ann.startsThread(other, "tides");

    harness.general.deny(harness.ann, Permission.READ_MESSAGE_HISTORY);
    other.denyBot(Permission.READ_MESSAGE_HISTORY);

    assertNotReadable(asked(adapter, harness.general, 100), "You lack the permission");
    assertNotReadable(asked(adapter, other, 100), "The bot lacks the permission");
    assertNotReadable(asked(adapter, thread, 100), "The bot lacks the permission");
  }

  @Test
  @DisplayName("is read in direct messages")
  void direct() {
    DiscordAdapter adapter = harness.started(harness.settings(), core);

    assertThat(lines(asked(adapter, harness.ann.dm(), 100)))
        .singleElement()
        .asString()
        .contains("what was said?");
  }

  @Test
  @DisplayName("is known to be hidden where the bot has no Message Content Intent")
  void hidden() {
    try (DiscordHarness strict =
        new DiscordHarness(DiscordRules.withoutLimits().withContentGranted(false))) {
      DiscordAdapter adapter = strict.started(strict.settings(false, AnswerIn.CHANNEL), core);
      strict.guild.person("Bob").says(strict.general, "a secret");
      strict.ann.says(strict.general, strict.mention() + " what was said?");
      Awaitility.await().atMost(DiscordHarness.LIMIT).until(() -> !core.accepted().isEmpty());
      InboundMessage question = core.accepted().getFirst();

      Recent recent =
          adapter.recent(
              new RecentWanted(question.place(), question.author().id(), Instant.EPOCH, 100));

      Recent.Told told = (Recent.Told) recent;
      assertThat(told.said()).hasSize(1);
      assertThat(told.complete()).isFalse();
      assertThat(told.notes()).singleElement().asString().contains("of 1 messages", "Intent");
    }
  }

  @Test
  @DisplayName("is not told where Discord refuses")
  void refused() {
    DiscordAdapter adapter = harness.started(harness.settings(), core);
    harness.discord.failNext(
        "GET /channels/{}/messages", new ApiFault.Refused(403, 50001, "Missing Access"));

    assertNotReadable(asked(adapter, harness.general, 100), "does not let the bot read");
  }
}
