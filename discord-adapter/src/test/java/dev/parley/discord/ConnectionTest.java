package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import dev.parley.discord.DiscordSettings.AnswerIn;
import dev.parley.secret.Secret;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The connection to Discord")
@Timeout(60)
final class ConnectionTest {
  private static final int MESSAGE_CONTENT = 1 << 15;

  private final RecordingHandler core = new RecordingHandler();
  private final LogLines lines = LogLines.of("dev.parley.discord");

  @AfterEach
  void stopListening() {
    lines.close();
  }

  @Test
  @DisplayName("goes on without the message content where Discord does not grant it, and says so")
  void contentNotGranted() {
    try (DiscordHarness harness =
        new DiscordHarness(DiscordRules.withoutLimits().withContentGranted(false))) {
      harness.started(harness.settings(), core);

      SaidMessage question = harness.ann.says(harness.general, harness.mention() + " hi");

      assertThat(Asked.heard(core, question).message.text()).isEqualTo("hi");
      assertThat(harness.discord.intents()).allMatch(intents -> (intents & MESSAGE_CONTENT) == 0);
      assertThat(lines.of(Level.WARN))
          .anyMatch(line -> line.contains("4014") && line.contains("Message Content Intent"));
    }
  }

  @Test
  @DisplayName("says so once, though Discord refuses the message content to each of its sessions")
  void contentWithdrawnFromAll() {
    try (DiscordHarness harness = DiscordHarness.unlimited()) {
      harness.started(harness.sharded(2), core);
      await().atMost(DiscordHarness.LIMIT).until(() -> harness.discord.sessions() == 2);

      harness.discord.withdrawContent();
      await()
          .atMost(DiscordHarness.LIMIT)
          .until(() -> harness.discord.sessions() == 2 && harness.discord.identifications() == 4);

      assertThat(harness.discord.intents()).allMatch(intents -> (intents & MESSAGE_CONTENT) == 0);
      assertThat(lines.of(Level.WARN)).filteredOn(line -> line.contains("4014")).hasSize(1);
      assertThat(lines.of(Level.ERROR)).isEmpty();
    }
  }

  @Test
  @DisplayName("asks for the message content only where it is wished")
  void contentNotWished() {
    try (DiscordHarness harness = DiscordHarness.unlimited()) {
      harness.started(harness.settings(false, AnswerIn.CHANNEL), core);

      assertThat(harness.discord.intents()).allMatch(intents -> (intents & MESSAGE_CONTENT) == 0);
      assertThat(harness.discord.identifications()).isOne();
    }
  }

  @Test
  @DisplayName("is given up with one plain line where the token is wrong, and the bot starts")
  void wrongToken() {
    try (DiscordHarness harness = DiscordHarness.unlimited()) {
      DiscordSettings right = harness.settings();
      DiscordSettings wrong =
          new DiscordSettings(
              Optional.of(Secret.of("not-the-token")),
              right.apiUrl(),
              right.gatewayUrl(),
              true,
              1,
              AnswerIn.CHANNEL,
              right.catchUp());

      harness.adapter(wrong).start(core);

      await().atMost(DiscordHarness.LIMIT).until(() -> !lines.of(Level.ERROR).isEmpty());
      assertThat(lines.of(Level.ERROR))
          .singleElement()
          .matches(line -> line.contains("DISCORD_TOKEN") && !line.contains("not-the-token"));
      assertThat(harness.discord.sessions()).isZero();
    }
  }

  @Test
  @DisplayName("is tried again where Discord is not there yet")
  void notThereYet() {
    try (DiscordHarness harness = DiscordHarness.unlimited()) {
      harness.discord.failNext("GET /users/@me", new ApiFault.Refused(403, 0, "not now"));

      harness.started(harness.settings(), core);

      SaidMessage question = harness.ann.says(harness.general, harness.mention() + " hi");
      assertThat(Asked.heard(core, question).message.text()).isEqualTo("hi");
    }
  }

  @Test
  @DisplayName("can be closed while it is being made, and takes nothing in after that")
  void closedEarly() {
    try (DiscordHarness harness = DiscordHarness.unlimited()) {
      DiscordAdapter adapter = harness.adapter(harness.settings());

      adapter.start(core);
      adapter.close();
      harness.ann.says(harness.general, harness.mention() + " hi");

      // JDA's own threads complain where it is closed at once
      await()
          .dontCatchUncaughtExceptions()
          .atMost(DiscordHarness.LIMIT)
          .until(() -> harness.discord.sessions() == 0);
      assertThat(core.accepted()).isEmpty();
      assertThat(lines.of(Level.ERROR)).isEmpty();
    }
  }
}
