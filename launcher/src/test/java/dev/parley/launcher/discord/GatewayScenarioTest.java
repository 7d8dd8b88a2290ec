package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.SaidMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

@DisplayName("In Discord, nothing is lost and nothing doubled")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatewayScenarioTest extends DiscordScenario {
  private static final String EACH = "turns: {waiting-messages: each}\n";
  private static final String POST = "POST /channels/{}/messages";
  private static final int EARLIER = 9;
  private static final int LATER = 9;
  private URI bot = URI.create("");

  GatewayScenarioTest() {
    super(DiscordTown.open());
  }

  @BeforeAll
  void start() {
    BotProcess started = town.bot(EACH);
    bot = started.uri().orElseThrow();
  }

  @AfterAll
  void close() throws Exception {
    town.close();
  }

  private List<SaidMessage> asked(String name, int count) {
    List<SaidMessage> questions = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      DiscordChannel channel = town.guild.channel(name + "-" + number % 3);
      questions.add(town.ann.says(channel, mention("Say " + name + " " + number)));
    }
    return questions;
  }

  private void loseNothing(String name, Runnable interruption) {
    List<SaidMessage> earlier = asked(name, EARLIER);
    interruption.run();
    List<SaidMessage> later = asked(name, LATER);

    earlier.forEach(DiscordScenario::answered);
    later.forEach(DiscordScenario::answered);

    await().atMost(LIMIT).until(() -> town.discord.sessions() == 1);
    for (int number = 0; number < 3; number++) {
      assertThat(town.guild.channel(name + "-" + number).botMessages())
          .hasSize((EARLIER + LATER) / 3);
    }
  }

  @Test
  @DisplayName("where Discord asks the bot to connect anew")
  void reconnect() {
    int before = town.discord.resumptions();

    loseNothing("reconnect", town.discord::reconnect);

    await().atMost(LIMIT).until(() -> town.discord.resumptions() > before);
  }

  @Test
  @DisplayName("where the connection breaks without a word")
  void terminate() {
    int before = town.discord.resumptions();

    loseNothing("broken", town.discord::terminate);

    await().atMost(LIMIT).until(() -> town.discord.resumptions() > before);
  }

  /// The first thing that happens to the bot, before it has kept how far it heard everything.
  @Test
  @Order(1)
  @DisplayName("where the session is not valid any more, and what came meanwhile is asked for")
  void invalid() {
    int before = town.discord.identifications();

    loseNothing("invalid", () -> town.discord.invalidate(false));

    assertThat(town.discord.identifications()).isGreaterThan(before);
  }

  @Test
  @DisplayName("where Discord does not answer, refuses for a while, or loses its answer")
  void faults() throws Exception {
    town.discord.failNext(POST, new ApiFault.RateLimited(Duration.ofMillis(300), false));
    town.discord.failNext(POST, new ApiFault.Status(500));
    town.discord.failNext(POST, new ApiFault.StatusAfterwards(500));
    town.discord.failNext(POST, new ApiFault.AnswerLost());
    town.discord.failNext(POST, new ApiFault.RateLimited(Duration.ofMillis(300), true));
    DiscordChannel channel = town.guild.channel("faults");

    SaidMessage question = town.ann.says(channel, mention("Say hello"));
    answered(question);
    answered(town.ann.says(channel, mention("Say more")));

    assertThat(channel.botMessages()).hasSize(2);
    assertThat(metrics())
        .containsPattern("parley_discord_requests_total [1-9]")
        .containsPattern("parley_discord_rate_limited_total\\{scope=\"route\"} [1-9]")
        .containsPattern("parley_discord_rate_limited_total\\{scope=\"global\"} [1-9]")
        .containsPattern("parley_discord_invalid_requests_total [1-9]");
  }

  private String metrics() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(bot.resolve("/metrics")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
