package dev.parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.message.Reply;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ToolStep;
import dev.parley.platform.ToolStep.State;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What tools do for an answer in Discord")
@Timeout(60)
final class ToolStepsTest {
  private static final ToolStep WEATHER = new ToolStep("0-0", "Weather: Paris", State.RUNNING, "");
  private static final ToolStep PAGE =
      new ToolStep("0-1", "Fetch page: *example* @everyone", State.RUNNING, "");

  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final RecordingHandler core = new RecordingHandler();
  private final DiscordAdapter adapter = harness.started(harness.settings(), core);
  private final SaidMessage question = harness.ann.says(harness.general, harness.mention() + " hi");
  private final Asked asked = Asked.heard(core, question);

  @AfterEach
  void close() {
    harness.close();
  }

  private static ToolStep now(ToolStep step, State state, String detail) {
    return new ToolStep(step.id(), step.title(), state, detail);
  }

  private String awaitShown(String text) {
    await()
        .atMost(DiscordHarness.LIMIT)
        .until(() -> texts().stream().anyMatch(shown -> shown.contains(text)));
    return texts().getFirst();
  }

  private List<String> texts() {
    return question.answers().stream().map(ShownMessage::text).toList();
  }

  @Test
  @DisplayName("stands beneath its words in small letters, and is gone with its end")
  void beneath() {
    String running;
    String ended;
    try (ReplyChannel reply = asked.open(adapter)) {
      reply.stream("Let me see.");
      awaitShown("Let me see.");
      reply.working("Using get_weather…");
      reply.step(WEATHER);
      reply.step(PAGE);
      running = awaitShown("Fetch page");
      reply.step(now(WEATHER, State.DONE, ""));
      reply.step(now(PAGE, State.FAILED, "took too long"));
      ended = awaitShown("took too long");
      reply.finish(Reply.answer("Let me see.\n\nSunny."));
    }

    assertThat(running)
        .startsWith("Let me see.")
        .contains("-# ▸ Weather: Paris…", "-# ▸ Fetch page: \\*example\\*")
        .doesNotContain("Using get_weather", "@everyone");
    assertThat(ended).contains("-# ✓ Weather: Paris", "-# ✗ Fetch page", "(took too long)");
    assertThat(texts()).containsExactly("Let me see.\n\nSunny.");
    assertThat(question.answers().getFirst().pings()).containsExactly(harness.ann.id());
  }

  @Test
  @DisplayName("is shown where nothing is said yet, once people have waited for a while")
  void first() {
    try (ReplyChannel reply = asked.open(adapter)) {
      reply.working("Using get_weather…");
      reply.step(WEATHER);
      String shown = awaitShown("Weather");
      reply.step(now(WEATHER, State.DONE, ""));
      reply.stream("Sunny");
      awaitShown("Sunny");

      assertThat(shown).isEqualTo("-# ▸ Weather: Paris…");
      assertThat(texts()).containsExactly("Sunny");
      reply.finish(Reply.answer("Sunny."));
    }
  }

  @Test
  @DisplayName("is told of the latest only where there are many")
  void many() {
    try (ReplyChannel reply = asked.open(adapter)) {
      reply.stream("Let me see.");
      awaitShown("Let me see.");
      for (int number = 1; number <= 12; number++) {
        reply.step(new ToolStep("0-" + number, "Step " + number, State.RUNNING, ""));
      }
      String shown = awaitShown("Step 12");

      assertThat(shown).contains("-# … 8 more before", "Step 9").doesNotContain("Step 8");
    }
  }
}
