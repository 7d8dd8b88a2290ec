package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.discord.event.Places;
import dev.parley.identity.TenantId;
import dev.parley.message.InboundMessage;
import dev.parley.secret.Secret;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.SteppedClock;
import dev.parley.testkit.platform.RecordingHandler;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What was said while the bot was not in Discord")
@Timeout(90)
final class CatchUpTest {
  private static final String HISTORY = "GET /channels/{}/messages";

  private final SteppedClock clock = new SteppedClock();
  private final DiscordHarness harness = new DiscordHarness(DiscordRules.withoutLimits(), clock);

  @AfterEach
  void close() {
    harness.close();
  }

  /// A bot that was there, heard something, kept that, and went.
  private void wasThere() {
    do {
      RecordingHandler core = new RecordingHandler();
      DiscordAdapter before = harness.started(harness.settings(), core);
      Asked.heard(core, harness.ann.says(harness.general, harness.mention() + " first"));
      Asked.heard(core, harness.ann.says(harness.ann.dm(), "directly"));
      clock.step(Duration.ofMinutes(5));
      before.close();
      await().atMost(DiscordHarness.LIMIT).until(() -> harness.discord.sessions() == 0);
    } while (harness.marks.read(account()).isEmpty());
    clock.step(Duration.ofMinutes(5));
  }

  private TenantId account() {
    return new TenantId(
        Places.PLATFORM, "token-" + Secret.of(harness.discord.bot().token()).fingerprint());
  }

  private RecordingHandler back() {
    RecordingHandler core = new RecordingHandler();
    harness.started(harness.settings(), core);
    return core;
  }

  private static List<String> texts(RecordingHandler core) {
    return core.accepted().stream().map(InboundMessage::text).toList();
  }

  @Test
  @DisplayName("is taken in after that, oldest first, once, in channels, threads and directly")
  void missed() {
    wasThere();
    harness.ann.says(harness.general, harness.mention() + " one");
    harness.ann.says(harness.general, harness.mention() + " two");
    SaidMessage direct = harness.ann.says(harness.ann.dm(), "three");

    RecordingHandler core = back();
    Asked.heard(core, direct);

    await().atMost(DiscordHarness.LIMIT).until(() -> texts(core).contains("two"));
    assertThat(texts(core)).containsSubsequence("one", "two").doesNotContain("first");
    assertThat(texts(core)).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  @DisplayName("is left alone where it is too old")
  void tooOld() {
    wasThere();
    harness.ann.says(harness.general, harness.mention() + " old");
    clock.step(Duration.ofMinutes(20));
    SaidMessage fresh = harness.ann.says(harness.general, harness.mention() + " fresh");

    RecordingHandler core = back();
    Asked.heard(core, fresh);

    assertThat(texts(core)).containsExactly("fresh");
  }

  @Test
  @DisplayName("is asked for a hundred messages of a channel at most")
  void bounded() {
    wasThere();
    List<SaidMessage> said =
        IntStream.range(0, 120)
            .mapToObj(i -> harness.ann.says(harness.general, harness.mention() + " " + i))
            .toList();

    RecordingHandler core = back();
    Asked.heard(core, said.get(99));

    assertThat(core.accepted()).hasSize(100);
    assertThat(texts(core)).startsWith("0", "1", "2");
  }

  @Test
  @DisplayName("before it was there at all is nothing")
  void firstStart() {
    harness.ann.says(harness.general, harness.mention() + " before");

    RecordingHandler core = back();
    Asked.heard(core, harness.ann.says(harness.general, harness.mention() + " now"));

    assertThat(texts(core)).containsExactly("now");
    assertThat(harness.discord.calls(HISTORY)).isEmpty();
  }

  @Test
  @DisplayName("is asked for again where Discord is away for a moment")
  void askedAgain() {
    wasThere();
    SaidMessage missed = harness.ann.says(harness.general, harness.mention() + " one");
    for (int attempt = 0; attempt < 3; attempt++) {
      harness.discord.failNext(HISTORY, new ApiFault.Status(500));
    }

    Asked.heard(back(), missed);
  }

  @Test
  @DisplayName("is known after a session that could not be gone on with")
  void invalidated() {
    wasThere();
    RecordingHandler core = back();
    Asked.heard(core, harness.ann.says(harness.general, harness.mention() + " before"));

    harness.discord.invalidate(false);
    await().atMost(DiscordHarness.LIMIT).until(() -> harness.discord.sessions() == 0);
    SaidMessage between = harness.ann.says(harness.general, harness.mention() + " between");

    Asked.heard(core, between);
    assertThat(texts(core)).doesNotHaveDuplicates();
  }
}
