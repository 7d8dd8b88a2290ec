package dev.parley.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.time.SteppedClock;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Interactions on the fake Discord")
class InteractionsTest {
  private final SteppedClock clock = new SteppedClock();
  private final FakeDiscord discord = FakeDiscord.start(DiscordRules.withoutLimits(), clock);
  private final DiscordGuild guild = discord.guild("Home");
  private final DiscordChannel general = guild.channel("general");
  private final DiscordPerson ada = guild.person("ada");
  private final BotCalls bot = new BotCalls(discord);

  @BeforeEach
  void register() throws IOException {
    bot.call(
        "PUT",
        "applications/" + discord.bot().id() + "/commands",
        "[{'name':'ask','description':'Ask','integration_types':[0,1]}]");
  }

  @AfterEach
  void close() {
    bot.close();
    discord.close();
  }

  private String callback(Interaction to, String body) throws IOException {
    String token = to.delivery().payload().path("token").asText();
    return bot.outcome("POST", "interactions/" + to.id() + "/" + token + "/callback", body);
  }

  private String webhook(Interaction of) {
    String token = of.delivery().payload().path("token").asText();
    return "webhooks/" + discord.bot().id() + "/" + token;
  }

  private String original(Interaction of) {
    return webhook(of) + "/messages/@original";
  }

  @Test
  @DisplayName("are answered within three seconds, once")
  void deadline() throws IOException {
    Interaction late = ada.slash(general, "ask");
    clock.step(Duration.ofMillis(3001));
    Interaction punctual = ada.slash(general, "ask");

    assertThat(callback(late, "{'type':5}")).isEqualTo("404 10062");
    assertThat(late.failed()).isTrue();
    assertThat(callback(punctual, "{'type':4,'data':{'content':'Hi'}}")).isEqualTo("204 0");
    assertThat(callback(punctual, "{'type':5}")).isEqualTo("400 40060");
    assertThat(punctual.text()).isEqualTo("Hi");
    assertThat(punctual.deferred()).isFalse();
    assertThat(general.botMessages().getFirst().type()).isEqualTo(20);
  }

  @Test
  @DisplayName("are answered by webhook only after the first answer, for fifteen minutes")
  void lifetime() throws IOException {
    Interaction asked = ada.slash(general, "ask");

    assertThat(bot.outcome("PATCH", original(asked), "{'content':'a'}")).isEqualTo("404 10015");
    callback(asked, "{'type':5}");
    assertThat(asked.text()).isEmpty();
    assertThat(bot.outcome("PATCH", original(asked), "{'content':'a'}")).isEqualTo("200 0");
    clock.step(Duration.ofMinutes(16));
    assertThat(bot.outcome("PATCH", original(asked), "{'content':'b'}")).isEqualTo("401 50027");
    assertThat(bot.outcome("POST", "webhooks/1/unknown", "{'content':'b'}")).isEqualTo("404 10015");
    assertThat(asked.text()).isEqualTo("a");
  }

  @Test
  @DisplayName("show private answers to one person only")
  void ephemeral() throws IOException {
    Interaction asked = ada.slash(general, "ask");
    callback(asked, "{'type':5,'data':{'flags':64}}");
    bot.call("PATCH", original(asked), "{'content':'psst <@" + ada.id() + ">'}");
    bot.call("POST", webhook(asked), "{'content':'more','flags':64}");

    assertThat(asked.ephemeral()).isTrue();
    assertThat(general.messages()).isEmpty();
    assertThat(general.ephemerals(ada))
        .extracting(ShownMessage::text)
        .containsExactly("psst <@" + ada.id() + ">", "more");
    assertThat(general.ephemerals(guild.person("bob"))).isEmpty();
    assertThat(asked.shown().orElseThrow().pings()).isEmpty();
    assertThat(bot.outcome("DELETE", original(asked), "")).isEqualTo("204 0");
    assertThat(bot.outcome("GET", original(asked), "")).isEqualTo("404 10008");
    assertThat(discord.deliveries()).noneMatch(it -> it.type().equals("MESSAGE_CREATE"));
  }

  @Test
  @DisplayName("call people when a promise is kept, and not by later edits")
  void pings() throws IOException {
    Interaction asked = ada.slash(general, "ask");
    callback(asked, "{'type':5}");
    bot.call("PATCH", original(asked), "{'content':'<@" + ada.id() + ">'}");
    bot.call("PATCH", original(asked), "{'content':'@everyone'}");

    assertThat(asked.shown().orElseThrow().pings()).containsExactly(ada.id());
    assertThat(asked.shown().orElseThrow().edits()).isOne();
  }

  @Test
  @DisplayName("of people where the bot is no member are followed up five times")
  void personal() throws IOException {
    DiscordChannel lounge = discord.foreignGuild("Elsewhere").channel("lounge");
    Interaction asked = ada.slash(lounge, "ask");
    callback(asked, "{'type':4,'data':{'content':'0'}}");
    for (int i = 1; i <= 5; i++) {
      assertThat(bot.outcome("POST", webhook(asked), "{'content':'" + i + "'}")).isEqualTo("200 0");
    }

    assertThat(bot.outcome("POST", webhook(asked), "{'content':'6'}")).isEqualTo("400 40094");
    assertThat(lounge.botMessages()).hasSize(6);
    assertThat(asked.followUps()).hasSize(5);
    assertThat(asked.delivery().payload().path("authorizing_integration_owners").has("1")).isTrue();
  }

  @Test
  @DisplayName("by buttons change the message, or promise to")
  void buttons() throws IOException {
    bot.call(
        "POST",
        BotCalls.messages(general),
        "{'content':'a','components':[{'type':1,'components':["
            + "{'type':2,'style':4,'label':'Stop','custom_id':'stop'}]}]}");
    ShownMessage shown = general.botMessages().getFirst();

    Interaction first = ada.presses(shown, "Stop");
    Interaction second = ada.presses(shown, "stop");

    assertThat(callback(first, "{'type':6}")).isEqualTo("204 0");
    assertThat(first.deferred()).isTrue();
    assertThat(bot.outcome("PATCH", original(first), "{'content':'b'}")).isEqualTo("200 0");
    assertThat(callback(second, "{'type':7,'data':{'content':'c','components':[]}}"))
        .isEqualTo("204 0");
    assertThat(general.botMessages()).singleElement().matches(it -> it.text().equals("c"));
    assertThat(second.delivery().payload().at("/message/id").asText()).isEqualTo(shown.id());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type':8,'data':{'choices':[]}}                                  | 400 50035",
        "{'type':7,'data':{'content':'a'}}                                 | 400 50035",
        "{'type':4,'data':{}}                                              | 400 50006",
        "{'type':9,'data':{'title':'T','custom_id':'m','components':[]}}   | 400 50035",
        "{'type':9,'data':{'title':'T','custom_id':'m','components':[{'type':1,'components':"
            + "[{'type':4,'custom_id':'f','label':'F','style':1}]}]}}     | 204 0",
      })
  @DisplayName("take only answers that fit")
  void answers(String body, String outcome) throws IOException {
    assertThat(callback(ada.slash(general, "ask"), body)).isEqualTo(outcome);
  }
}
