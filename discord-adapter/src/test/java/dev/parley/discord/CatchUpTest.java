package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import dev.parley.discord.event.Places;
import dev.parley.identity.TenantId;
import dev.parley.message.InboundMessage;
import dev.parley.secret.Secret;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.time.SteppedClock;
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

  private List<SaidMessage> says(DiscordChannel channel, int messages) {
    return IntStream.range(0, messages)
        .mapToObj(i -> harness.ann.says(channel, harness.mention() + " " + i))
        .toList();
  }

  @Test
  @DisplayName("is taken in whole where it is more than Discord tells at once")
  void severalPages() {
    wasThere();
    List<SaidMessage> said = says(harness.general, 250);

    RecordingHandler core = back();
    Asked.heard(core, said.getLast());

    assertThat(texts(core))
        .containsExactlyElementsOf(IntStream.range(0, 250).mapToObj(Integer::toString).toList());
  }

  @Test
  @DisplayName("is the newest 500 messages of a channel at most, and the log tells of the rest")
  void boundedByChannel() {
    wasThere();
    List<SaidMessage> said = says(harness.general, 620);

    try (LogLines lines = LogLines.of("dev.parley.discord")) {
      RecordingHandler core = back();
      Asked.heard(core, said.getLast());

      assertThat(texts(core)).hasSize(500).startsWith("120", "121").endsWith("619");
      assertThat(lines.of(Level.WARN))
          .singleElement()
          .asString()
          .contains("the channel general", harness.general.id(), "newest 500", " 120 older");
    }
  }

  @Test
  @DisplayName("is 5,000 messages in all at most, of the channels that were used last")
  void boundedInAll() {
    wasThere();
    says(harness.guild.channel("early"), 30);
    List<DiscordChannel> loud =
        IntStream.range(0, 10).mapToObj(i -> harness.guild.channel("loud-" + i)).toList();
    loud.forEach(channel -> says(channel, 500));

    try (LogLines lines = LogLines.of("dev.parley.discord")) {
      RecordingHandler core = back();
      await().atMost(DiscordHarness.LIMIT).until(() -> !lines.of(Level.WARN).isEmpty());

      assertThat(core.accepted()).hasSize(5_000);
      assertThat(lines.of(Level.WARN))
          .singleElement()
          .asString()
          .contains("the channel early", "newest 0", " 30 older");
    }
  }

  @Test
  @DisplayName("directly is taken in, however many channels were used after it")
  void manyChannels() {
    wasThere();
    SaidMessage direct = harness.ann.says(harness.ann.dm(), "directly again");
    List<SaidMessage> said =
        IntStream.range(0, 201)
            .mapToObj(i -> says(harness.guild.channel("room-" + i), 1).getFirst())
            .toList();

    try (LogLines lines = LogLines.of("dev.parley.discord")) {
      RecordingHandler core = back();
      Asked.heard(core, direct);
      Asked.heard(core, said.get(1));

      assertThat(core.accepted()).noneMatch(it -> it.id().value().equals(said.getFirst().id()));
      assertThat(lines.of(Level.WARN)).singleElement().asString().contains("servers", "1 are left");
    }
  }

  @Test
  @DisplayName("directly is not asked for after a week without a word, and its channel forgotten")
  void directForgotten() {
    wasThere();
    assertThat(harness.marks.read(account())).containsKey("direct " + harness.ann.dm().id());
    clock.step(Duration.ofDays(8));

    RecordingHandler core = back();

    await()
        .atMost(DiscordHarness.LIMIT)
        .until(() -> !harness.marks.read(account()).containsKey("direct " + harness.ann.dm().id()));
    assertThat(harness.marks.read(account())).containsKey("heard");
    assertThat(harness.discord.calls(HISTORY)).isEmpty();
    assertThat(core.accepted()).isEmpty();
  }

  @Test
  @DisplayName("directly keeps its channel among those that are looked into")
  void directRemembered() {
    wasThere();
    SaidMessage direct = harness.ann.says(harness.ann.dm(), "again");
    String before = harness.marks.read(account()).get("direct " + harness.ann.dm().id());

    Asked.heard(back(), direct);

    await()
        .atMost(DiscordHarness.LIMIT)
        .until(
            () ->
                !before.equals(
                    harness.marks.read(account()).get("direct " + harness.ann.dm().id())));
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
