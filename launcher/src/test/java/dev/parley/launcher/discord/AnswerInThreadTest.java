package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.Permission;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("In Discord, where questions are answered in threads")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerInThreadTest extends DiscordScenario {
  AnswerInThreadTest() {
    super(DiscordTown.open());
  }

  @BeforeAll
  void start() {
    town.bot("discord: {answer-in: thread}\n");
  }

  @AfterAll
  void close() throws Exception {
    town.close();
  }

  private static DiscordChannel threadOf(SaidMessage question) {
    await().atMost(LIMIT).until(() -> question.thread().isPresent());
    return question.thread().orElseThrow();
  }

  @Test
  @DisplayName("a question opens one, is answered in it, and the talk goes on there")
  void opened() {
    SaidMessage question =
        town.ann.says(town.guild.channel("general"), mention("My favourite colour is green"));
    DiscordChannel thread = threadOf(question);
    ShownMessage first = answers(thread, 1).getFirst();

    ShownMessage second = answered(town.ann.says(thread, "What did I say about the colour?"));

    assertThat(thread.name()).isEqualTo("My favourite colour is green");
    assertThat(first.text()).contains("My favourite colour is green");
    assertThat(second.text()).contains("My favourite colour is green");
    assertThat(town.guild.channel("general").botMessages()).isEmpty();
  }

  @Test
  @DisplayName("an answer that grows there is stopped and deleted there")
  void stoppedAndDeleted() {
    DiscordChannel thread = threadOf(town.ann.says(town.guild.channel("stories"), mention(STORY)));
    await().atMost(LIMIT).until(() -> !thread.botMessages().isEmpty());

    town.ann.presses(thread.botMessages().getFirst(), STOP);
    ShownMessage stopped = answers(thread, 1).getFirst();
    town.ann.presses(stopped, DELETE);

    await().atMost(LIMIT).until(() -> thread.botMessages().isEmpty());
    assertThat(stopped.text()).contains("Stopped");
  }

  @Test
  @DisplayName("the bot answers in the channel itself if it may open none")
  void refused() {
    DiscordChannel channel = town.guild.channel("no-threads");
    channel.denyBot(Permission.CREATE_PUBLIC_THREADS);

    SaidMessage question = town.ann.says(channel, mention("Say hello"));

    assertThat(wording(answered(question))).isEqualTo("hello");
    assertThat(question.thread()).isEmpty();
  }
}
