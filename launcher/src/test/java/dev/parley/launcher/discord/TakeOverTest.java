package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.inbox.RedisForTests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("In Discord, an instance that stood still while it posted")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeOverTest extends DiscordScenario {
  private static final String QUICK = "{turns: {lease: 2s}, demo: {words-per-second: 0}}\n";
  private static final String POST = "POST /channels/{}/messages";
  private static final String READ = "GET /channels/{}/messages";

  private final RedisForTests redis = RedisForTests.started();

  TakeOverTest() {
    super(DiscordTown.open());
  }

  @AfterAll
  void close() throws Exception {
    town.close();
    redis.close();
  }

  private BotProcess instance(String name) {
    return town.bot(
        QUICK,
        Map.of("REDIS_URL", redis.url(), "PARLEY_DATA", town.folder().resolve(name).toString()));
  }

  private static String twoParts() {
    return IntStream.range(0, 25)
        .mapToObj(number -> number + "_" + "0123456789".repeat(10))
        .collect(Collectors.joining("\n\n"));
  }

  @Test
  @DisplayName("leaves alone what another one has finished meanwhile")
  void keepsParts() throws Exception {
    BotProcess one = instance("one");
    DiscordChannel channel = town.guild.channel("parts");
    town.discord.failNext(POST, new ApiFault.Slow(Duration.ZERO));
    town.discord.failNext(POST, new ApiFault.Slow(Duration.ofSeconds(4)));
    town.ann.says(channel, mention("Say " + twoParts()));
    answers(channel, 1);

    one.pause();
    instance("other");
    List<ShownMessage> finished = answers(channel, 2);
    int reads = town.discord.calls(READ).size();
    one.resume();
    await().atMost(LIMIT).until(() -> town.discord.calls(READ).size() > reads);
    answered(town.ann.says(channel, mention("Say more")));

    assertThat(channel.botMessages()).hasSize(3);
    assertThat(channel.botMessages().subList(0, 2))
        .extracting(ShownMessage::id)
        .containsExactlyElementsOf(finished.stream().map(ShownMessage::id).toList());
  }
}
