package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The bot's process, with a token that Discord does not know")
class WrongTokenTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String WRONG = "nobody.has.this-token";

  @Test
  @DisplayName("runs without Discord, and says so in one sentence")
  void runsOn() throws Exception {
    try (DiscordTown town = DiscordTown.open();
        HttpClient http = HttpClient.newHttpClient()) {
      BotProcess bot = town.launch("", Map.of("DISCORD_TOKEN", WRONG)).awaitStart();
      await().atMost(LIMIT).until(() -> !town.errors().isEmpty());
      HttpResponse<String> page =
          http.send(
              HttpRequest.newBuilder(bot.uri().orElseThrow().resolve("/readyz")).build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(town.errors())
          .singleElement()
          .asString()
          .contains("Discord does not know the bot's token (DISCORD_TOKEN, discord.token)");
      assertThat(bot.output()).doesNotContain(WRONG).doesNotContain("\tat ");
    }
  }
}
