package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.RecordedCall;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.inbox.RedisForTests;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("In Discord, several instances of the bot")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralInstancesTest extends DiscordScenario {
  private static final int MANY = 6;
  private final RedisForTests redis = RedisForTests.started();

  SeveralInstancesTest() {
    super(DiscordTown.open());
  }

  @BeforeAll
  void start() {
    List.of("one", "other")
        .forEach(
            name ->
                town.launch(
                    "",
                    Map.of(
                        "REDIS_URL", redis.url(),
                        "PARLEY_DATA", town.folder().resolve(name).toString())));
    await()
        .atMost(LIMIT)
        .until(() -> town.discord.sessions() == 2 && !town.discord.commands().isEmpty());
  }

  @AfterAll
  void close() throws Exception {
    town.close();
    redis.close();
  }

  private List<DiscordChannel> channels(String name) {
    return IntStream.range(0, MANY)
        .mapToObj(number -> town.guild.channel(name + "-" + number))
        .toList();
  }

  @Test
  @DisplayName("answer each message once")
  void messages() {
    List<SaidMessage> questions =
        channels("questions").stream()
            .map(channel -> town.ann.says(channel, mention("Say hello")))
            .toList();

    questions.forEach(DiscordScenario::answered);

    assertThat(questions).allMatch(question -> question.channel().botMessages().size() == 1);
  }

  @Test
  @DisplayName("answer each command once, and only one of them has it")
  void commands() {
    List<Interaction> commands =
        channels("commands").stream()
            .map(channel -> town.ann.slash(channel, "ask", Map.of("question", "Say hello")))
            .toList();

    assertThat(commands)
        .allSatisfy(
            asked -> {
              assertThat(wording(answered(asked))).endsWith("hello");
              assertThat(asked.channel().botMessages()).hasSize(1);
            });
    assertThat(town.discord.calls("POST /interactions/{}/{}/callback"))
        .filteredOn(RecordedCall::ok)
        .hasSizeGreaterThanOrEqualTo(MANY);
  }

  @Test
  @DisplayName("stop an answer whichever of them hears the wish")
  void stops() {
    List<SaidMessage> stories =
        channels("stories").stream()
            .map(channel -> town.ann.says(channel, mention(STORY)))
            .toList();
    stories.forEach(DiscordScenario::begun);

    stories.forEach(story -> town.ann.presses(story.replies().getFirst(), STOP));

    assertThat(stories)
        .allSatisfy(
            story -> {
              ShownMessage answer = answered(story);
              assertThat(answer.text()).contains("Stopped");
              assertThat(story.channel().botMessages()).hasSize(1);
            });
  }
}
