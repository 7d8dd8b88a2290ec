package dev.parley.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testkit.time.SteppedClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Limits and failures of the fake Discord")
class LimitsTest {
  private static final String CREATE = "POST /channels/{}/messages";

  private final SteppedClock clock = new SteppedClock();
  private final FakeDiscord discord = FakeDiscord.start(DiscordRules.limited(), clock);
  private final DiscordGuild guild = discord.guild("Home");
  private final DiscordChannel general = guild.channel("general");
  private final DiscordChannel other = guild.channel("other");
  private final BotCalls bot = new BotCalls(discord);

  @AfterEach
  void close() {
    bot.close();
    discord.close();
  }

  private HttpResponse<String> say(DiscordChannel channel, String text) throws IOException {
    return bot.send("POST", BotCalls.messages(channel), "{'content':'" + text + "'}");
  }

  @Test
  @DisplayName("let five messages through in five seconds, for each channel")
  void buckets() throws IOException {
    for (int i = 0; i < 5; i++) {
      assertThat(say(general, "a").statusCode()).isEqualTo(200);
    }

    HttpResponse<String> sixth = say(general, "a");

    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(sixth.headers().firstValue("Retry-After")).contains("5");
    assertThat(sixth.headers().firstValue("X-RateLimit-Remaining")).contains("0");
    assertThat(sixth.headers().firstValue("X-RateLimit-Reset-After")).contains("5.000");
    assertThat(sixth.headers().firstValue("Via")).isPresent();
    assertThat(sixth.body()).contains("\"global\":false");
    assertThat(say(other, "a").statusCode()).isEqualTo(200);
    clock.step(Duration.ofSeconds(5));
    assertThat(say(general, "a").statusCode()).isEqualTo(200);
    assertThat(discord.rateLimited()).isOne();
    assertThat(discord.invalidCalls()).isOne();
    assertThat(discord.calls(CREATE)).hasSize(8);
  }

  @Test
  @DisplayName("let fifty calls of all kinds through in a second")
  void global() throws IOException {
    for (int i = 0; i < 50; i++) {
      bot.get("users/@me");
    }

    HttpResponse<String> next = bot.send("GET", "users/@me", "");

    assertThat(next.statusCode()).isEqualTo(429);
    assertThat(next.headers().firstValue("X-RateLimit-Scope")).contains("global");
    assertThat(bot.outcome("POST", "interactions/1/x/callback", "{}")).isEqualTo("404 10062");
  }

  @Test
  @DisplayName("let only a few edits of old messages through")
  void oldEdits() throws IOException {
    String path = BotCalls.messages(general) + "/" + bot.say(general, "a").path("id").asText();
    clock.step(Duration.ofHours(2));
    for (int i = 0; i < 3; i++) {
      assertThat(bot.outcome("PATCH", path, "{'content':'b'}")).isEqualTo("200 0");
    }

    assertThat(bot.outcome("PATCH", path, "{'content':'b'}")).isEqualTo("429 30046");
  }

  @Test
  @DisplayName("happen on demand, once, in every way that the network has")
  void faults() throws IOException {
    discord.failNext(CREATE, new ApiFault.RateLimited(Duration.ofSeconds(7), false));
    discord.failNext(CREATE, new ApiFault.Refused(403, 50013, "Missing Permissions"));
    discord.failNext(CREATE, new ApiFault.Status(503));
    discord.failNext(CREATE, new ApiFault.StatusAfterwards(500));
    discord.failNext(CREATE, new ApiFault.Dropped());
    discord.failNext(CREATE, new ApiFault.AnswerLost());

    assertThat(say(general, "1").headers().firstValue("Retry-After")).contains("7");
    assertThat(say(general, "2").body()).contains("50013");
    assertThat(say(general, "3").statusCode()).isEqualTo(503);
    assertThat(say(general, "4").statusCode()).isEqualTo(500);
    assertThatThrownBy(() -> say(general, "5")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> say(general, "6")).isInstanceOf(IOException.class);
    say(general, "7");
    assertThat(general.botMessages()).extracting(ShownMessage::text).containsExactly("4", "6", "7");
    assertThat(discord.calls(CREATE))
        .extracting(RecordedCall::outcome)
        .isEqualTo(List.of("429", "50013", "status 503", "ok", "dropped", "ok", "ok"));
  }

  @Test
  @DisplayName("are made for routes that there are")
  void unknownRoutes() {
    assertThatThrownBy(() -> discord.failNext("POST /nonsense", new ApiFault.Dropped()))
        .isInstanceOf(IllegalArgumentException.class);
    discord.failNext("POST /channels/" + general.id() + "/messages", new ApiFault.Dropped());
    assertThat(discord.calls("PATCH /webhooks/{}/{}/messages/@original")).isEmpty();
  }

  @Test
  @DisplayName("are a matter of the rules")
  void rules() throws IOException {
    DiscordRules.Limit one = new DiscordRules.Limit(1, Duration.ofSeconds(9));
    DiscordRules.RateLimits limits =
        DiscordRules.limited().limits().withBuckets(Map.of(CREATE, one));
    try (FakeDiscord strict = FakeDiscord.start(DiscordRules.limited().withLimits(limits));
        BotCalls calls = new BotCalls(strict)) {
      DiscordChannel channel = strict.guild("Home").channel("general");
      calls.say(channel, "a");

      assertThat(calls.say(channel, "b").path("retry_after").asDouble()).isBetween(7.0, 9.0);
    }
  }
}
