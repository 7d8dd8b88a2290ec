package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/// What scenarios share: a town, and how one waits for what the bot does in it.
abstract class DiscordScenario {
  static final Duration LIMIT = Duration.ofSeconds(60);
  static final String STOP = "Stop";
  static final String AGAIN = "Again";
  static final String DELETE = "Delete";

  /// It takes the demo model some 6 seconds to say.
  static final String STORY = "Tell me a long story, please";

  final DiscordTown town;

  DiscordScenario(DiscordTown town) {
    this.town = town;
  }

  @AfterEach
  void logsNoErrors() {
    assertThat(town.errors()).isEmpty();
  }

  final String mention(String text) {
    return town.mention(text);
  }

  static boolean isFinal(ShownMessage message) {
    return !message.loading() && !message.labels().contains(STOP);
  }

  /// The reply to exactly this message, once nothing of it changes any more.
  static ShownMessage answered(SaidMessage question) {
    await()
        .atMost(LIMIT)
        .until(
            () ->
                !question.replies().isEmpty()
                    && question.replies().stream().allMatch(DiscordScenario::isFinal));
    assertThat(question.replies()).hasSize(1);
    return question.replies().getFirst();
  }

  /// The answer to a command in its own place.
  static ShownMessage answered(Interaction asked) {
    await().atMost(LIMIT).until(() -> asked.shown().filter(DiscordScenario::isFinal).isPresent());
    return asked.shown().orElseThrow();
  }

  /// The bot's messages in a channel, once there are so many and all are final.
  static List<ShownMessage> answers(DiscordChannel channel, int count) {
    await()
        .atMost(LIMIT)
        .until(
            () ->
                channel.botMessages().size() == count
                    && channel.botMessages().stream().allMatch(DiscordScenario::isFinal));
    return channel.botMessages();
  }

  /// The beginning of an answer that still grows.
  static ShownMessage begun(SaidMessage question) {
    await().atMost(LIMIT).until(() -> !question.replies().isEmpty());
    return question.replies().getFirst();
  }

  /// What an answer says, without the demo model's note beneath the first in a conversation.
  static String wording(ShownMessage answer) {
    return answer.text().replaceFirst("\n\n[*_]This is Parley's demo model[^\n]*$", "");
  }

  /// So many words that the demo model takes a second for each 120 of them.
  static String words(int count) {
    return "word ".repeat(count).strip();
  }
}
