package dev.parley.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The fake Discord's gateway")
class GatewayTest {
  private final FakeDiscord discord =
      FakeDiscord.start(DiscordRules.withoutLimits().withContentGranted(true));
  private final DiscordGuild guild = discord.guild("Home");
  private final DiscordChannel general = guild.channel("general");
  private final DiscordPerson ada = guild.person("ada");

  @AfterEach
  void close() {
    discord.close();
  }

  @ParameterizedTest(name = "with {0}")
  @ValueSource(strings = {"?v=10&encoding=json", "?v=10&encoding=json&compress=zlib-stream"})
  @DisplayName("says hello, answers heartbeats, and introduces the guilds")
  void greets(String query) {
    try (GatewayBot bot = new GatewayBot(discord, query)) {
      bot.send(1, Json.object());
      bot.ready(GatewayBot.ALL);
      await().until(() -> !bot.of("GUILD_CREATE").isEmpty());

      JsonNode ready = bot.of("READY").getFirst();
      JsonNode introduced = bot.of("GUILD_CREATE").getFirst();
      assertThat(bot.operations(10).getFirst().at("/d/heartbeat_interval").asInt()).isPositive();
      assertThat(bot.operations(11)).hasSize(1);
      assertThat(ready.path("resume_gateway_url").asText()).isEqualTo(discord.gatewayUrl());
      assertThat(introduced.path("channels").findValuesAsText("name")).containsExactly("general");
      assertThat(introduced.path("roles").findValuesAsText("managed")).contains("true");
      assertThat(discord.intents()).containsExactly(GatewayBot.ALL);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "4004 | {'op':2,'d':{'token':'wrong','intents':1}}",
        "4013 | {'op':2,'d':{'token':'fake-discord-token','intents':1073741824}}",
        "4010 | {'op':2,'d':{'token':'fake-discord-token','intents':1,'shard':[1,1]}}",
        "4001 | {'op':99,'d':{}}",
        "4002 | {",
      })
  @DisplayName("ends connections that break the rules, by the right code")
  void refuses(int code, String frame) {
    try (GatewayBot bot = new GatewayBot(discord)) {
      bot.send(frame.replace('\'', '"'));

      await().until(() -> bot.closeCode() == code);
    }
  }

  @Test
  @DisplayName("does not let a bot read everything that may not")
  void privilege() {
    try (FakeDiscord strict =
            FakeDiscord.start(DiscordRules.withoutLimits().withContentGranted(false));
        GatewayBot bot = new GatewayBot(strict)) {
      bot.identify(GatewayBot.ALL | GatewayBot.CONTENT);

      await().until(() -> bot.closeCode() == 4014);
    }
  }

  @Nested
  @DisplayName("with sessions that asked for different things")
  class Sessions {
    @Test
    @DisplayName("tells each, and hides the words from those who may not read them")
    void content() {
      try (GatewayBot all = new GatewayBot(discord).ready(GatewayBot.ALL | GatewayBot.CONTENT);
          GatewayBot some = new GatewayBot(discord).ready(GatewayBot.ALL);
          GatewayBot none = new GatewayBot(discord).ready(1)) {
        ada.says(general, "plain");
        ada.says(general, "hello " + discord.bot().mention());
        ada.says(ada.dm(), "private");
        await().until(() -> some.of("MESSAGE_CREATE").size() == 3);
        await().until(() -> all.of("MESSAGE_CREATE").size() == 3);

        assertThat(texts(all))
            .containsExactly("plain", "hello " + discord.bot().mention(), "private");
        assertThat(texts(some)).containsExactly("", "hello " + discord.bot().mention(), "private");
        assertThat(none.of("MESSAGE_CREATE")).isEmpty();
        assertThat(discord.sessions()).isEqualTo(3);
      }
    }

    private List<String> texts(GatewayBot bot) {
      return bot.of("MESSAGE_CREATE").stream().map(it -> it.path("content").asText()).toList();
    }

    @Test
    @DisplayName("lets replies through that call the bot, and no others")
    void replies() throws Exception {
      try (GatewayBot some = new GatewayBot(discord).ready(GatewayBot.ALL);
          BotCalls calls = new BotCalls(discord)) {
        calls.say(general, "I am the bot");
        ShownMessage own = general.botMessages().getFirst();
        ada.replies(own, "loud");
        ada.repliesQuietly(own, "quiet");
        await().until(() -> some.of("MESSAGE_CREATE").size() == 3);

        assertThat(texts(some)).containsExactly("I am the bot", "loud", "");
      }
    }
  }

  @Nested
  @DisplayName("when a connection breaks")
  class Interrupted {
    @Test
    @DisplayName("tells again what was missed to those who resume")
    void resumes() {
      try (GatewayBot first = new GatewayBot(discord).ready(GatewayBot.ALL | GatewayBot.CONTENT);
          GatewayBot second = new GatewayBot(discord)) {
        await().until(() -> !first.of("GUILD_CREATE").isEmpty());
        discord.reconnect();
        await().until(() -> !first.operations(7).isEmpty());
        first.close();
        await().until(() -> discord.sessions() == 0);
        SaidMessage missed = ada.says(general, "missed");

        second.resume(first.session(), first.sequence());

        await().until(() -> !second.of("RESUMED").isEmpty());
        assertThat(second.of("MESSAGE_CREATE").getFirst().path("id").asText())
            .isEqualTo(missed.id());
        assertThat(discord.resumptions()).isOne();
      }
    }

    @Test
    @DisplayName("forgets sessions that said goodbye, and those that it invalidated")
    void forgets() {
      try (GatewayBot polite = new GatewayBot(discord).ready(GatewayBot.ALL);
          GatewayBot other = new GatewayBot(discord).ready(GatewayBot.ALL);
          GatewayBot late = new GatewayBot(discord)) {
        polite.goodbye();
        await().until(() -> discord.sessions() == 1);
        late.resume(polite.session(), 1);
        await().until(() -> !late.operations(9).isEmpty());
        discord.invalidate(false);
        await().until(() -> !other.operations(9).isEmpty());
        late.resume(other.session(), 1);
        await().until(() -> late.operations(9).size() == 3);

        ada.says(general, "unheard");
        assertThat(other.of("MESSAGE_CREATE")).isEmpty();
        assertThat(general.messages()).hasSize(1);
        assertThat(late.operations(9)).allMatch(it -> !it.path("d").asBoolean());
      }
    }

    @Test
    @DisplayName("lets a session be resumed that is interrupted for a moment")
    void resumable() {
      try (GatewayBot bot = new GatewayBot(discord).ready(GatewayBot.ALL)) {
        discord.invalidate(true);
        await().until(() -> !bot.operations(9).isEmpty());
        bot.resume(bot.session(), bot.sequence());

        await().until(() -> !bot.of("RESUMED").isEmpty());
        assertThat(bot.operations(9).getFirst().path("d").asBoolean()).isTrue();
      }
    }

    @Test
    @DisplayName("repeats events on demand, with the same ids")
    void repeats() {
      try (GatewayBot bot = new GatewayBot(discord).ready(GatewayBot.ALL)) {
        discord.deliverEach(2);
        SaidMessage said = ada.says(general, "twice");
        said.redeliver();

        await().until(() -> bot.of("MESSAGE_CREATE").size() == 3);
        assertThat(bot.of("MESSAGE_CREATE"))
            .extracting(it -> it.path("id").asText())
            .containsOnly(said.id());
        assertThat(said.deliveries().getFirst().sessions()).hasSize(3);
      }
    }
  }

  @Test
  @DisplayName("tells of edits, deletions, previews, threads and channels as Discord does")
  void kinds() {
    try (GatewayBot bot = new GatewayBot(discord).ready(GatewayBot.ALL | GatewayBot.CONTENT)) {
      SaidMessage said = ada.says(general, "see https://example.org");
      said.showsPreview("https://example.org");
      ada.edits(said, "see");
      SaidMessage other = ada.says(general, "other");
      DiscordChannel thread = ada.startsThread(other, "Thread");
      thread.archive(true);
      thread.delete();
      ada.deletes(said);
      general.purges(other);
      guild.channel("new").delete();

      await().until(() -> !bot.of("CHANNEL_DELETE").isEmpty());
      List<JsonNode> changes = bot.of("MESSAGE_UPDATE");
      assertThat(changes.getFirst().path("edited_timestamp").isNull()).isTrue();
      assertThat(changes.get(1).path("edited_timestamp").isNull()).isFalse();
      assertThat(bot.of("THREAD_CREATE").getFirst().path("id").asText()).isEqualTo(other.id());
      assertThat(bot.of("THREAD_UPDATE").getFirst().at("/thread_metadata/locked").asBoolean())
          .isTrue();
      assertThat(bot.of("MESSAGE_DELETE").getFirst().path("id").asText()).isEqualTo(said.id());
      assertThat(bot.of("MESSAGE_DELETE_BULK").getFirst().path("ids").get(0).asText())
          .isEqualTo(other.id());
    }
  }

  @Test
  @DisplayName("tells of reactions to those who want to know, and of the end of a guild")
  void others() {
    int reactions = 1 << 10;
    try (GatewayBot bot = new GatewayBot(discord).ready(GatewayBot.ALL);
        GatewayBot curious = new GatewayBot(discord).ready(reactions | 1)) {
      ada.reacts(ada.says(general, "nice"), "👍");
      guild.removesBot();

      await().until(() -> !bot.of("GUILD_DELETE").isEmpty());
      await().until(() -> !curious.of("GUILD_DELETE").isEmpty());
      assertThat(bot.of("MESSAGE_REACTION_ADD")).isEmpty();
      assertThat(curious.of("MESSAGE_REACTION_ADD").getFirst().at("/emoji/name").asText())
          .isEqualTo("👍");
      assertThat(ada.says(general, "alone").deliveries()).isEmpty();
    }
  }

  @Test
  @DisplayName("tells each shard of its own guilds only")
  void shards() {
    try (GatewayBot first = new GatewayBot(discord);
        GatewayBot second = new GatewayBot(discord)) {
      first.identify(GatewayBot.ALL, 0, 2);
      second.identify(GatewayBot.ALL, 1, 2);
      await().until(() -> discord.sessions() == 2);
      ada.says(general, "somewhere");
      ada.says(ada.dm(), "private");

      int shard = (int) ((Long.parseLong(guild.id()) >>> 22) % 2);
      GatewayBot here = shard == 0 ? first : second;
      await().until(() -> first.of("MESSAGE_CREATE").size() == (shard == 0 ? 2 : 1));
      await().until(() -> !here.of("GUILD_CREATE").isEmpty());
      assertThat(second.of("MESSAGE_CREATE")).hasSize(shard);
    }
  }

  @Test
  @DisplayName("says nothing of channels that the bot does not see")
  void hidden() {
    try (GatewayBot bot = new GatewayBot(discord).ready(GatewayBot.ALL)) {
      DiscordChannel secret = guild.channel("secret");
      secret.denyBot(Permission.VIEW_CHANNEL);

      assertThat(ada.says(secret, "psst").deliveries()).isEmpty();
      ada.says(general, "loud");

      await().until(() -> bot.of("MESSAGE_CREATE").size() == 1);
    }
  }
}
