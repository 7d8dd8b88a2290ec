package dev.parley.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Channels, threads and direct messages on the fake Discord")
class PlacesTest {
  private final FakeDiscord discord = FakeDiscord.start();
  private final DiscordGuild guild = discord.guild("Home");
  private final DiscordChannel general = guild.channel("general");
  private final DiscordPerson ada = guild.person("ada");
  private final BotCalls bot = new BotCalls(discord);

  @AfterEach
  void close() {
    bot.close();
    discord.close();
  }

  @ParameterizedTest(name = "without {0}, {1} ends with {2}")
  @CsvSource({
    "VIEW_CHANNEL, messages, 403 50001",
    "SEND_MESSAGES, messages, 403 50013",
    "SEND_MESSAGES, typing, 403 50013",
    "CREATE_PUBLIC_THREADS, threads, 403 50013",
    "SEND_MESSAGES, threads, 201 0",
  })
  @DisplayName("are the bot's as far as its permissions go")
  void permissions(Permission permission, String route, String outcome) throws IOException {
    general.denyBot(permission);

    String path = "channels/" + general.id() + "/" + route;
    assertThat(bot.outcome("POST", path, "{'content':'a','name':'a','type':11}"))
        .isEqualTo(outcome);
    general.allowBot(permission);
    assertThat(bot.outcome("POST", path, "{'content':'a','name':'b','type':11}")).startsWith("20");
  }

  @Test
  @DisplayName("show no history to a bot that may not read it, and take no reply")
  void history() throws IOException {
    SaidMessage said = ada.says(general, "before");
    general.denyBot(Permission.READ_MESSAGE_HISTORY);
    String reply = "{'content':'a','message_reference':{'message_id':'" + said.id() + "'}}";

    assertThat(bot.get(BotCalls.messages(general))).isEmpty();
    assertThat(bot.outcome("GET", BotCalls.messages(general) + "/" + said.id(), ""))
        .isEqualTo("403 50013");
    assertThat(bot.outcome("POST", BotCalls.messages(general), reply)).isEqualTo("400 160002");
  }

  @Test
  @DisplayName("do not exist, or are not the bot's to see")
  void foreign() throws IOException {
    DiscordChannel elsewhere = discord.foreignGuild("Elsewhere").channel("lounge");
    DiscordChannel group = discord.groupDm("friends", ada);

    assertThat(bot.outcome("GET", "channels/1", "")).isEqualTo("404 10003");
    assertThat(bot.outcome("GET", "channels/" + elsewhere.id(), "")).isEqualTo("403 50001");
    assertThat(bot.outcome("GET", "channels/" + group.id(), "")).isEqualTo("403 50001");
    assertThat(bot.get("channels/" + general.id()).path("name").asText()).isEqualTo("general");
    guild.removesBot();
    assertThat(bot.outcome("GET", "channels/" + general.id(), "")).isEqualTo("403 50001");
  }

  @Test
  @DisplayName("hang threads from messages, once, with the message's id")
  void threads() throws IOException {
    SaidMessage said = ada.says(general, "root");
    String path = BotCalls.messages(general) + "/" + said.id() + "/threads";

    JsonNode thread = bot.call("POST", path, "{'name':'Talk'}");

    assertThat(thread.path("id").asText()).isEqualTo(said.id());
    assertThat(bot.outcome("POST", path, "{'name':'Again'}")).isEqualTo("400 160004");
    bot.say(said.thread().orElseThrow(), "inside");
    assertThat(said.answers()).extracting(ShownMessage::text).containsExactly("inside");
    assertThat(said.shown().wire().at("/thread/name").asText()).isEqualTo("Talk");
    assertThat(said.thread().orElseThrow().messages().getFirst().type()).isEqualTo(21);
  }

  @Test
  @DisplayName("have threads that are renamed, put away, woken by a message, and locked")
  void archived() throws IOException {
    DiscordChannel thread = ada.startsThread(general, "Talk");
    String path = "channels/" + thread.id();

    assertThat(bot.outcome("PATCH", path, "{'name':'Other'}")).isEqualTo("403 50013");
    thread.archive(false);
    bot.say(thread, "awake");
    assertThat(thread.isArchived()).isFalse();
    general.denyBot(Permission.SEND_MESSAGES_IN_THREADS);
    assertThat(bot.outcome("POST", path + "/messages", "{'content':'a'}")).isEqualTo("403 50013");
    general.allowBot(Permission.SEND_MESSAGES_IN_THREADS);
    thread.archive(true);
    assertThat(bot.outcome("POST", path + "/messages", "{'content':'a'}")).isEqualTo("403 160005");
    assertThatThrownBy(() -> ada.says(thread, "a")).isInstanceOf(IllegalStateException.class);
    assertThat(general.messages().getFirst().type()).isEqualTo(18);
  }

  @Test
  @DisplayName("let the bot change its own threads")
  void ownThreads() throws IOException {
    JsonNode made =
        bot.call("POST", "channels/" + general.id() + "/threads", "{'name':'Mine','type':11}");
    String path = "channels/" + made.path("id").asText();

    JsonNode changed = bot.call("PATCH", path, "{'name':'Ours','archived':true}");

    assertThat(changed.path("name").asText()).isEqualTo("Ours");
    assertThat(general.threads().getFirst().isArchived()).isTrue();
    assertThat(bot.outcome("PATCH", path, "{'name':'" + "x".repeat(101) + "'}"))
        .isEqualTo("400 50035");
  }

  @Test
  @DisplayName("have forums, where a post is a thread that begins with a message of its id")
  void forums() throws IOException {
    DiscordChannel forum = guild.forum("help", "bug", "idea");
    String path = "channels/" + forum.id() + "/threads";
    String post = "{'name':'Broken','applied_tags':['%s'],'message':{'content':'It broke'}}";

    JsonNode made = bot.call("POST", path, post.formatted(forum.tag("bug")));
    SaidMessage asked = ada.posts(forum, "Question", "How?", "idea");

    assertThat(made.at("/message/id")).isEqualTo(made.path("id"));
    assertThat(asked.channel().id()).isEqualTo(asked.id());
    assertThat(forum.threads()).extracting(DiscordChannel::name).contains("Broken", "Question");
    assertThat(asked.channel().appliedTags()).containsExactly("idea");
    assertThat(bot.outcome("POST", path, post.formatted("1"))).isEqualTo("404 10087");
    assertThat(bot.outcome("POST", path, "{'name':'Empty'}")).isEqualTo("400 50035");
    assertThat(bot.outcome("POST", BotCalls.messages(forum), "{'content':'a'}"))
        .isEqualTo("400 50008");
  }

  @Test
  @DisplayName("have direct messages, unless the person refuses them")
  void directMessages() throws IOException {
    JsonNode dm = bot.call("POST", "users/@me/channels", "{'recipient_id':'" + ada.id() + "'}");

    assertThat(dm.path("id").asText()).isEqualTo(ada.dm().id());
    assertThat(bot.outcome("POST", BotCalls.messages(ada.dm()), "{'content':'a'}"))
        .isEqualTo("200 0");
    ada.refusesMessages();
    assertThat(bot.outcome("POST", BotCalls.messages(ada.dm()), "{'content':'a'}"))
        .isEqualTo("403 50007");
    assertThat(bot.outcome("POST", "users/@me/channels", "{'recipient_id':'1'}"))
        .isEqualTo("400 50033");
  }

  @Test
  @DisplayName("have members with roles")
  void members() throws IOException {
    DiscordPerson eve = guild.person("eve", Permission.MANAGE_GUILD);
    String path = "guilds/" + guild.id() + "/members/";

    assertThat(bot.get(path + eve.id()).path("roles")).hasSize(1);
    assertThat(bot.get(path + discord.bot().id()).path("roles").get(0).asText())
        .isEqualTo(guild.botRole().id());
    assertThat(bot.outcome("GET", path + discord.person("nobody").id(), "")).isEqualTo("404 10007");
  }

  @Test
  @DisplayName("show typing and reactions, and the words of other bots and webhooks")
  void signs() throws IOException {
    SaidMessage other = general.otherBotSays("beep");
    SaidMessage hook = general.webhookSays("built");
    String reaction = BotCalls.messages(general) + "/" + hook.id() + "/reactions/%E2%9C%85/@me";

    bot.call("POST", "channels/" + general.id() + "/typing", "");
    bot.call("PUT", reaction, "");

    assertThat(general.typings()).isOne();
    assertThat(hook.shown().reactions()).containsExactly("✅");
    assertThat(hook.shown().wire().has("webhook_id")).isTrue();
    assertThat(other.shown().wire().at("/author/bot").asBoolean()).isTrue();
    assertThat(general.notes(ada, 7).shown().type()).isEqualTo(7);
    bot.call("DELETE", reaction, "");
    assertThat(hook.shown().reactions()).isEmpty();
  }
}
