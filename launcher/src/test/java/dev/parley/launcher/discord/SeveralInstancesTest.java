package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.RecordedCall;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.inbox.RedisForTests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
  private static final String SLOW = "{turns: {lease: 2s}, demo: {words-per-second: 40}}\n";
  private static final String POST = "POST /channels/{}/messages";
  private static final String READ = "GET /channels/{}/messages";

  private final RedisForTests redis = RedisForTests.started();
  private final List<BotProcess> bots = new ArrayList<>();

  SeveralInstancesTest() {
    super(DiscordTown.open());
  }

  @BeforeAll
  void start() {
    bots.add(launch("one"));
    bots.add(launch("other"));
    await()
        .atMost(LIMIT)
        .until(() -> town.discord.sessions() == 2 && !town.discord.commands().isEmpty());
  }

  private BotProcess launch(String name) {
    return town.launch(
        SLOW,
        Map.of("REDIS_URL", redis.url(), "PARLEY_DATA", town.folder().resolve(name).toString()));
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

  @Test
  @DisplayName("leave alone what another one has finished, where one stood still while it posted")
  void standStill() throws Exception {
    DiscordChannel channel = town.guild.channel("parts");
    town.discord.failNext(POST, new ApiFault.Slow(Duration.ZERO));
    town.discord.failNext(POST, new ApiFault.Slow(Duration.ofSeconds(3)));
    bots.getLast().pause();
    town.ann.says(channel, mention("Say " + twoParts()));
    answers(channel, 1);
    bots.getFirst().pause();
    bots.getLast().resume();
    List<ShownMessage> finished = answers(channel, 2);

    int reads = town.discord.calls(READ).size();
    bots.getFirst().resume();
    await().atMost(LIMIT).until(() -> town.discord.calls(READ).size() > reads);
    answered(town.ann.says(channel, mention("Say more")));

    assertThat(channel.botMessages()).hasSize(3);
    assertThat(channel.botMessages().subList(0, 2))
        .extracting(ShownMessage::id)
        .containsExactlyElementsOf(finished.stream().map(ShownMessage::id).toList());
  }

  private static String twoParts() {
    return IntStream.range(0, 25)
        .mapToObj(number -> number + "_" + "0123456789".repeat(10))
        .collect(Collectors.joining("\n\n"));
  }
}
